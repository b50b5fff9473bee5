package uk.concordat.notification.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** A council that reminds one working day before, and where what is missed climbs a rung every two working days. */
final class Hackney {

    static final String KEY = "hackney";
    static final LocalSettings SETTINGS = new LocalSettings(Optional.of(1), Optional.of(2), Optional.empty());

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final AtomicInteger VERSION = new AtomicInteger();

    private final Topic topic;

    private Hackney(Topic topic) {
        this.topic = topic;
    }

    /** The council as it is in force at the beginning of a test, with the people who stand in a line and a member. */
    static Hackney on(Topic topic) {
        Hackney hackney = new Hackney(topic);
        if (VERSION.get() == 0) {
            Topics.of(new Tenant(KEY)).forEach(topic::create);
            hackney.person("member-red-1", Optional.of("member-red-1@hackney.example"));
            List.of("officer-1", "officer-2", "manager-1", "director-1", "head-of-paid-service")
                    .forEach(username -> {
                        hackney.person(username, Optional.of(username + "@" + KEY + ".example"));
                        hackney.post(username, holder(username));
                    });
        }
        hackney.is(SETTINGS, List.of());
        return hackney;
    }

    /** From now on these are its settings and its own non-working days. */
    void is(LocalSettings settings, List<CouncilDocument.Day> closed) {
        publish(
                DocumentKind.COUNCIL,
                KEY,
                new CouncilDocument(
                        KEY,
                        "Hackney",
                        "HAC",
                        "Europe/London",
                        List.of(),
                        new CouncilDocument.CalendarDocument("1", closed),
                        settings));
    }

    /** From now on there is somebody of this name with this address. */
    void person(String username, Optional<String> email) {
        person(username, email, Optional.empty());
    }

    /** From now on they have left the council, or leave it, after this day. */
    void leaves(String username, LocalDate last) {
        person(username, Optional.of(username + "@" + KEY + ".example"), Optional.of(last));
    }

    /** Somebody in a post for ever. */
    static PostDocument.Holder holder(String username) {
        return new PostDocument.Holder(Cast.of(KEY).person(username), LONG_AGO, Optional.empty());
    }

    /** Somebody in a post up to and including this day. */
    static PostDocument.Holder holderUntil(LocalDate last, String username) {
        return new PostDocument.Holder(Cast.of(KEY).person(username), LONG_AGO, Optional.of(last));
    }

    /** Somebody in a post from this day. */
    static PostDocument.Holder holderFrom(LocalDate first, String username) {
        return new PostDocument.Holder(Cast.of(KEY).person(username), first, Optional.empty());
    }

    /** From now on there is a post of this name, held by these. */
    void post(String key, PostDocument.Holder... holders) {
        var id = Cast.of(KEY).post(key);
        publish(
                DocumentKind.POST,
                id.toString(),
                new PostDocument(
                        id, key, "A post", List.of(), Optional.empty(), List.of(holders), LONG_AGO, Optional.empty()));
    }

    private void person(String username, Optional<String> email, Optional<LocalDate> last) {
        var id = Cast.of(KEY).person(username);
        publish(
                DocumentKind.PERSON,
                id.toString(),
                new PersonDocument(
                        id,
                        username,
                        "Somebody of Hackney",
                        username.startsWith("member") ? PersonKind.MEMBER : PersonKind.OFFICER,
                        Optional.empty(),
                        email,
                        LONG_AGO,
                        last));
    }

    private void publish(DocumentKind kind, String id, Object document) {
        int version = VERSION.incrementAndGet();
        topic.send(new Topic.Message(
                Topics.COUNCILS,
                "/councils/" + KEY,
                kind.eventType(),
                kind.code() + "/" + id,
                version,
                Topic.json(document)));
        OverHttp.eventually()
                .until(() -> ServiceUnderTest.count(
                                "council_document",
                                "tenant = '%s' and id = '%s/%s' and version = %d"
                                        .formatted(KEY, kind.code(), id, version))
                        == 1);
    }
}
