package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** An enquiry with one deadline, as far as its council's topic tells of it. */
final class Enquiry {

    private final Topic topic;
    private final String council;
    private final UUID post;
    private final UUID person;
    private final UUID id = UUID.randomUUID();
    private final UUID deadline;
    private final String reference;
    private long sequence;
    private Instant recordedAt = OverHttp.CHRISTMAS_EVE;

    private Enquiry(Topic topic, String council, UUID post, UUID person, UUID deadline) {
        this.topic = topic;
        this.council = council;
        this.post = post;
        this.person = person;
        this.deadline = deadline;
        this.reference = "TEST-E-2026-" + id.toString().substring(0, 8);
    }

    /** To an officer of the cast, whose post is called as they are. */
    static Enquiry to(Topic topic, String council, String officer) {
        Cast cast = Cast.of(council);
        return new Enquiry(topic, council, cast.post(officer), cast.person(officer), UUID.randomUUID());
    }

    /** To somebody in a post, neither of whom need be known. */
    static Enquiry to(Topic topic, String council, UUID post, UUID person) {
        return new Enquiry(topic, council, post, person, UUID.randomUUID());
    }

    /** Another council's enquiry whose deadline happens to have the same id. */
    Enquiry withTheSameDeadlineIn(String other) {
        Cast cast = Cast.of(other);
        return new Enquiry(topic, other, cast.post("officer-1"), cast.person("officer-1"), deadline);
    }

    String reference() {
        return reference;
    }

    UUID id() {
        return id;
    }

    UUID deadline() {
        return deadline;
    }

    String source() {
        return "/councils/" + council + "/enquiries";
    }

    String topicOfEnquiries() {
        return "concordat." + council + ".enquiries";
    }

    String topicOfNotifications() {
        return "concordat." + council + ".notifications";
    }

    /** What it says from now on it has recorded at this moment, in business time. */
    Enquiry recordedAt(Instant moment) {
        recordedAt = moment;
        return this;
    }

    /** The next message of the enquiry. */
    Topic.Message message(String what, Mention... mentions) {
        sequence++;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reference", reference);
        data.put("at", Instant.parse("2026-12-24T10:00:00Z"));
        data.put(
                "deadlines",
                Arrays.stream(mentions)
                        .map(mention -> mention.json(council, deadline, post, person))
                        .toList());
        return new Topic.Message(
                topicOfEnquiries(),
                source(),
                "uk.concordat.enquiry." + what + ".v1",
                id.toString(),
                sequence,
                Topic.json(data));
    }

    /** Says it on the topic, and returns when the service has taken it in. */
    Enquiry says(String what, Mention... mentions) {
        return sends(message(what, mentions)).isTakenIn();
    }

    /** Puts a message on the topic. */
    Enquiry sends(Topic.Message message) {
        topic.send(
                message.topic(),
                message.subject(),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", message.source(),
                        "ce_type", message.type(),
                        "ce_subject", message.subject(),
                        "ce_time", recordedAt.toString(),
                        "ce_sequence", Long.toString(message.sequence()),
                        "content-type", "application/json"),
                message.data());
        return this;
    }

    /** Puts a record on the topic that is the enquiry's next by its headers, whatever its value is. */
    Enquiry sendsBroken(@Nullable String value) {
        sequence++;
        topic.send(
                topicOfEnquiries(),
                id.toString(),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", source(),
                        "ce_type", "uk.concordat.enquiry.acknowledged.v1",
                        "ce_subject", id.toString(),
                        "ce_sequence", Long.toString(sequence)),
                value);
        return this;
    }

    Enquiry isTakenIn() {
        OverHttp.eventually().until(() -> isTakenInUpTo(sequence));
        return this;
    }

    /** Whether this was the last of its messages that the service has taken in. */
    boolean isTakenInUpTo(long last) {
        return ServiceUnderTest.count(
                        "inbox", "subject = '%s' and tenant = '%s' and sequence = %d".formatted(id, council, last))
                == 1;
    }

    /** Waits until so many of its records are parked, all of one kind. */
    Enquiry isParked(int records, String kind) {
        OverHttp.eventually()
                .untilAsserted(() -> assertThat(
                                ServiceUnderTest.count("parked", "subject = '%s' and kind = '%s'".formatted(id, kind)))
                        .isEqualTo(records));
        return this;
    }

    /** What the topic of notifications says of the deadline. */
    List<Topic.Lying> lapses() {
        return topic.all(topicOfNotifications()).stream()
                .filter(record -> deadline.toString().equals(record.key()))
                .toList();
    }

    /** Waits until the topic says so many times that the deadline has lapsed. */
    List<Topic.Lying> awaitLapses(int times) {
        OverHttp.eventually().until(() -> isRecorded(times));
        OverHttp.eventually().untilAsserted(() -> assertThat(lapses()).hasSize(times));
        return lapses();
    }

    /** Whether so many lapses of the deadline have been recorded, no fewer and no more. */
    boolean isRecorded(int times) {
        return ServiceUnderTest.count(
                        "event",
                        "stream_type = 'deadline' and stream_id = '%s' and tenant = '%s'".formatted(deadline, council))
                == times;
    }

    /** What has been recorded of the deadline and what the topic tells are the same. */
    void hasLapsed(int times) {
        assertThat(isRecorded(times)).isTrue();
        OverHttp.eventually().untilAsserted(() -> assertThat(lapses()).hasSize(times));
    }

    static JsonPath data(Topic.Lying record) {
        return JsonPath.from(record.value());
    }
}
