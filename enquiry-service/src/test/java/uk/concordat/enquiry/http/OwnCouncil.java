package uk.concordat.enquiry.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/**
 * A council beside the cast's, whose documents a test may change: {@code officer-1} and {@code officer-2} under {@code
 * manager-1}, {@code officer-gone} who has left, {@code officer-idle} without a post, and two members. On {@link #LAST_DAY}
 * {@code officer-leaving}, {@code officer-succeeded}, {@code member-leaving} and {@code director-leaving}, above whom there is
 * nobody, leave the council, {@code officer-moving}
 * goes to another post, as does {@code manager-moving}, who stands above {@code officer-1} of another branch, {@code
 * officer-below}; only {@code officer-succeeded} has a successor, {@code officer-2}.
 */
final class OwnCouncil {

    private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
    /** In summer, when the day ends an hour earlier than in UTC. */
    static final LocalDate LAST_DAY = LocalDate.parse("2027-06-30");

    private static final LocalDate LEFT = LocalDate.parse("2026-12-01");

    /** A document's version only ever grows, also where this class is loaded anew beside the same broker. */
    private static final AtomicLong VERSIONS = new AtomicLong(System.currentTimeMillis());

    private final String key;
    private final String reference;
    private List<CouncilDocument.ProtocolInForce> protocols;
    private List<CouncilDocument.DatedSettings> settings = List.of();

    private OwnCouncil(String key, String reference, List<CouncilDocument.ProtocolInForce> protocols) {
        this.key = key;
        this.reference = reference;
        this.protocols = protocols;
    }

    /** One that has adopted no protocol. */
    static OwnCouncil withoutProtocol() {
        return new OwnCouncil("hackney", "HAC", List.of()).open();
    }

    /** One that has adopted Harlow's pack. */
    static OwnCouncil underHarlowsPack() {
        return new OwnCouncil("hackney", "HAC", pack("harlow", "2024-01-01")).open();
    }

    /** One that has adopted the City's pack. */
    static OwnCouncil underTheCitysPack() {
        return new OwnCouncil("wonderland", "WTC", pack("city-of-london", "2006-04-13.1")).open();
    }

    /** One that has adopted a pack which the service may not have. */
    static OwnCouncil under(String key, String reference, String pack, String version) {
        return new OwnCouncil(key, reference, pack(pack, version)).open();
    }

    /** One whose protocol asks for timely answers and gives no number. */
    static OwnCouncil underAPackWithoutTimes() {
        return new OwnCouncil("county", "CC", pack("wonderland", "2026-01-01")).open();
    }

    /** What it sets for itself from now on, by days; the service has heard of it on return. */
    void sets(CouncilDocument.DatedSettings... dated) {
        settings = List.of(dated);
        closedOn();
    }

    /** Beside the pack that it has, another one from a day on. */
    void adopts(String pack, String version, String from) {
        protocols = Stream.concat(
                        protocols.stream(),
                        Stream.of(new CouncilDocument.ProtocolInForce(pack, version, LocalDate.parse(from))))
                .toList();
        closedOn();
    }

    private static List<CouncilDocument.ProtocolInForce> pack(String pack, String version) {
        return List.of(new CouncilDocument.ProtocolInForce(pack, version, FIRST));
    }

    String key() {
        return key;
    }

    /** These, beside the bank holidays, are its non-working days from now on; the service has heard of it on return. */
    void closedOn(String... days) {
        String version = closeSoon(days);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ServiceUnderTest.count(
                                "council_document",
                                "tenant = '%s' and document -> 'calendar' ->> 'version' = '%s'".formatted(key, version))
                        == 1);
    }

    /** The same, returning the version of the calendar when the broker has it, whatever the service knows. */
    String closeSoon(String... days) {
        String version = Long.toString(VERSIONS.incrementAndGet());
        publish(version, days);
        return version;
    }

    /** The profile as it was published under that version of the calendar, once more. */
    void publish(String calendar, String... days) {
        send(
                DocumentKind.COUNCIL,
                key,
                new CouncilDocument(
                        key,
                        "The council of " + key,
                        reference,
                        "Europe/London",
                        protocols,
                        new CouncilDocument.CalendarDocument(
                                calendar,
                                Arrays.stream(days)
                                        .map(day -> new CouncilDocument.Day(
                                                LocalDate.parse(day), "Day of mourning", "Proclaimed"))
                                        .toList()),
                        LocalSettings.NONE,
                        settings));
    }

    /** The profile comes last: whoever is known to the service has all the rest by then. */
    private OwnCouncil open() {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            Topics.of(new Tenant(key)).forEach(topic::create);
            person(topic, "member-red-1", PersonKind.MEMBER, Optional.empty());
            person(topic, "member-blue-1", PersonKind.MEMBER, Optional.empty());
            person(topic, "manager-1", PersonKind.OFFICER, Optional.empty());
            person(topic, "officer-1", PersonKind.OFFICER, Optional.empty());
            person(topic, "officer-2", PersonKind.OFFICER, Optional.empty());
            person(topic, "officer-gone", PersonKind.OFFICER, Optional.of(LEFT));
            person(topic, "officer-idle", PersonKind.OFFICER, Optional.empty());
            post(topic, "manager-1", "line-manager", Optional.empty());
            post(topic, "officer-1", "officer", Optional.of("manager-1"));
            post(topic, "officer-2", "officer", Optional.of("manager-1"));
            post(topic, "officer-gone", "officer", Optional.of("manager-1"));
            leavers(topic);
        }
        closedOn();
        return this;
    }

    private void leavers(Topic topic) {
        person(topic, "member-leaving", PersonKind.MEMBER, Optional.of(LAST_DAY));
        person(topic, "officer-leaving", PersonKind.OFFICER, Optional.of(LAST_DAY));
        person(topic, "officer-succeeded", PersonKind.OFFICER, Optional.of(LAST_DAY));
        person(topic, "officer-moving", PersonKind.OFFICER, Optional.empty());
        person(topic, "officer-below", PersonKind.OFFICER, Optional.empty());
        person(topic, "manager-moving", PersonKind.OFFICER, Optional.empty());
        person(topic, "director-leaving", PersonKind.OFFICER, Optional.of(LAST_DAY));
        person(topic, "member-services", PersonKind.OFFICER, Optional.empty());
        post(topic, "director-leaving", "director", Optional.empty());
        post(topic, "member-services", "member-services", Optional.empty());
        post(topic, "officer-leaving", "officer", Optional.of("manager-1"));
        post(
                topic,
                "officer-succeeded",
                "officer",
                Optional.of("manager-1"),
                until("officer-succeeded"),
                then("officer-2"));
        post(topic, "officer-moving", "officer", Optional.of("manager-1"), until("officer-moving"));
        post(topic, "manager-moving", "line-manager", Optional.of("manager-1"), until("manager-moving"));
        post(topic, "elsewhere", "officer", Optional.empty(), then("officer-moving"), then("manager-moving"));
        post(topic, "officer-below", "officer", Optional.of("manager-moving"));
    }

    private PostDocument.Holder until(String username) {
        return new PostDocument.Holder(id("person " + username), FIRST, Optional.of(LAST_DAY));
    }

    private PostDocument.Holder then(String username) {
        return new PostDocument.Holder(id("person " + username), LAST_DAY.plusDays(1), Optional.empty());
    }

    /** The post {@code manager-1} is held by somebody of whom no document has come; the service has heard of it on return. */
    void managedBySomebodyUnknown(String manager) {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            post(
                    topic,
                    "manager-1",
                    "line-manager",
                    Optional.empty(),
                    new PostDocument.Holder(id("person " + manager), FIRST, Optional.empty()));
        }
        closedOn();
    }

    /** An officer's document is published. */
    void becomesKnown(String officer) {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            person(topic, officer, PersonKind.OFFICER, Optional.empty());
        }
    }

    private void person(Topic topic, String username, PersonKind kind, Optional<LocalDate> to) {
        UUID id = id("person " + username);
        send(
                topic,
                DocumentKind.PERSON,
                id.toString(),
                new PersonDocument(
                        id, username, "Name of " + username, kind, Optional.empty(), Optional.empty(), FIRST, to));
    }

    private void post(Topic topic, String post, String role, Optional<String> reportsTo) {
        post(topic, post, role, reportsTo, new PostDocument.Holder(id("person " + post), FIRST, Optional.empty()));
    }

    private void post(
            Topic topic, String post, String role, Optional<String> reportsTo, PostDocument.Holder... holders) {
        UUID id = id("post " + post);
        send(
                topic,
                DocumentKind.POST,
                id.toString(),
                new PostDocument(
                        id,
                        post,
                        "Post of " + post,
                        List.of(role),
                        reportsTo.map(above -> id("post " + above)),
                        List.of(holders),
                        FIRST,
                        Optional.empty()));
    }

    private void send(DocumentKind kind, String id, Object document) {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            send(topic, kind, id, document);
        }
    }

    private void send(Topic topic, DocumentKind kind, String id, Object document) {
        topic.send(new Topic.Message(
                Topics.COUNCILS,
                "/councils/" + key,
                kind.eventType(),
                kind.code() + "/" + id,
                VERSIONS.incrementAndGet(),
                Topic.json(document)));
    }

    private UUID id(String of) {
        return UUID.nameUUIDFromBytes((key + " " + of).getBytes(StandardCharsets.UTF_8));
    }
}
