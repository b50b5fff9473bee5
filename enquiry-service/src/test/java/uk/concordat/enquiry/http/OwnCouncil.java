package uk.concordat.enquiry.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
 * manager-1}, {@code officer-gone} who has left, {@code officer-idle} without a post, and two members.
 */
final class OwnCouncil {

    private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
    private static final LocalDate LEFT = LocalDate.parse("2026-12-01");

    /** A document's version only ever grows, also where this class is loaded anew beside the same broker. */
    private static final AtomicLong VERSIONS = new AtomicLong(System.currentTimeMillis());

    private final String key;
    private final String reference;
    private final List<CouncilDocument.ProtocolInForce> protocols;

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
                        LocalSettings.NONE));
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
        }
        closedOn();
        return this;
    }

    /** The post {@code manager-1} is held by somebody of whom no document has come; the service has heard of it on return. */
    void managedBySomebodyUnknown(String manager) {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            post(topic, "manager-1", manager, "line-manager", Optional.empty());
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
        post(topic, post, post, role, reportsTo);
    }

    private void post(Topic topic, String post, String holder, String role, Optional<String> reportsTo) {
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
                        List.of(new PostDocument.Holder(id("person " + holder), FIRST, Optional.empty())),
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
