package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** Messages that come too early, or cannot be read: their own enquiry waits, every other goes on. */
@QuarkusTest
class WaitingTest extends OverHttp {

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final String DEAD_LETTERS = "concordat.dead-letters.notification-service";

    private final UUID officer = UUID.randomUUID();
    private final UUID officersPost = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final String officersName = "new-officer-" + officer;
    private final String managersName = "new-manager-" + manager;

    @Test
    void a_breach_waits_for_people_who_are_not_known_yet_and_is_then_told_by_itself() {
        Enquiry enquiry = Enquiry.to(topic, HARLOW, officersPost, officer).says("received", Mention.of("set"));
        enquiry.sends(enquiry.message(
                        "deadline-breached",
                        Mention.of("breached")
                                .with(
                                        "told",
                                        List.of(
                                                Map.of("personId", officer, "toldAs", "responsible-officer"),
                                                Map.of("personId", manager, "toldAs", "line-manager")))))
                .isParked(1, "early");
        Enquiry other = enquiry(HARLOW, "officer-1")
                .says("received", Mention.of("set"))
                .says("deadline-breached", Mention.breached());
        assertThat(told(HARLOW, "officer-1", other)).hasSize(1);

        publish(DocumentKind.PERSON, officer, person(officer, officersName));
        assertThat(enquiry.isTakenInUpTo(2)).isFalse();
        publish(DocumentKind.PERSON, manager, person(manager, managersName));

        enquiry.isTakenIn().isParked(0, "early");
        assertThat(told(HARLOW, officersName, enquiry)).hasSize(1);
        assertThat(told(HARLOW, managersName, enquiry)).hasSize(1);
    }

    @Test
    void a_message_that_overtook_another_waits_for_it() {
        Enquiry enquiry = enquiry();
        Topic.Message first = enquiry.message("received", Mention.of("set"));
        Topic.Message second = enquiry.message("acknowledged", Mention.of("met"));
        Topic.Message third = enquiry.message("answered");

        enquiry.sends(third).sends(second).isParked(2, "early");
        enquiry.sends(first).isTakenIn().isParked(0, "early");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"{\"reference\":", "[]", "\"text\"", ""})
    void behind_a_broken_record_its_enquiry_waits_and_others_go_on(@Nullable String value) {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        enquiry.sendsBroken(value).isParked(1, "broken");
        enquiry.sends(enquiry.message("answered", Mention.of("met"))).isParked(1, "early");
        enquiry().says("received", Mention.of("set"));

        assertThat(enquiry.isTakenInUpTo(1)).isTrue();
        assertThat(deadLettersOf(enquiry, "broken"))
                .singleElement()
                .satisfies(headers -> assertThat(headers)
                        .containsEntry("dead-letter-topic", enquiry.topicOfEnquiries())
                        .containsEntry("ce_sequence", "2"));
    }

    @Test
    void a_record_that_is_no_message_at_all_holds_up_nobody() {
        topic.send("concordat.city-of-london.enquiries", null, Map.of(), "not for us");

        enquiry().says("received", Mention.of("set"));

        eventually()
                .untilAsserted(() -> assertThat(topic.all(DEAD_LETTERS))
                        .anySatisfy(record -> assertThat(record.value()).isEqualTo("not for us")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postponed", "", "SET"})
    void a_mention_that_says_what_is_not_known_here_is_never_skipped(String action) {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        enquiry.sends(enquiry.message("deadline-moved", Mention.of(action))).isParked(1, "early");
        enquiry.sends(enquiry.message("deadline-breached", Mention.breached())).isParked(2, "early");

        assertThat(enquiry.isTakenInUpTo(1)).isTrue();
        assertThat(told(CITY, "officer-1", enquiry)).isEmpty();
        assertThat(deadLettersOf(enquiry, "early").getFirst())
                .containsEntry("dead-letter-reason", "early: waits for a newer build, which knows the code at /action");
    }

    @Test
    void a_mention_without_its_date_is_never_skipped_either() {
        Enquiry enquiry = enquiry();
        Topic.Message whole = enquiry.message("received", Mention.of("set"));

        enquiry.sends(new Topic.Message(
                        whole.topic(),
                        whole.source(),
                        whole.type(),
                        whole.subject(),
                        whole.sequence(),
                        whole.data().replace("\"dueAt\"", "\"dueAtAnotherName\"")))
                .isParked(1, "broken");
    }

    @Test
    void a_mention_may_hold_more_than_is_known_here() {
        Enquiry enquiry = enquiry()
                .says("received", Mention.of("set").with("localTarget", Map.of("dueOn", "2026-12-29")))
                .says(
                        "deadline-breached",
                        Mention.breached()
                                .with(
                                        "basis",
                                        Map.of(
                                                "source", "protocol",
                                                "rule", "COL-28",
                                                "paragraph", "7",
                                                "reading", "ours",
                                                "note", "new")));

        assertThat(told(CITY, "officer-1", enquiry)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk.concordat.enquiry.referred-to-the-moon.v1", "uk.concordat.enquiry.acknowledged.v2"})
    void an_event_of_a_type_or_version_that_is_not_known_here_waits_and_is_never_skipped(String type) {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        Topic.Message known = enquiry.message("acknowledged", Mention.of("met"));
        enquiry.sends(new Topic.Message(
                        known.topic(), known.source(), type, known.subject(), known.sequence(), known.data()))
                .isParked(1, "early");

        enquiry.sends(enquiry.message("deadline-breached", Mention.breached())).isParked(2, "early");

        assertThat(enquiry.isTakenInUpTo(1)).isTrue();
        assertThat(told(CITY, "officer-1", enquiry)).isEmpty();
    }

    @Test
    void what_another_council_says_on_a_councils_topic_is_taken_in_for_neither() {
        Enquiry enquiry = enquiry(HARLOW, "officer-1");
        Topic.Message own = enquiry.message("received", Mention.of("set"));

        topic.send(new Topic.Message(
                "concordat.city-of-london.enquiries", own.source(), own.type(), own.subject(), 1, own.data()));
        eventually()
                .until(() -> ServiceUnderTest.count(
                                "parked",
                                "tenant = '%s' and kind = 'broken' and headers ->> 'ce_subject' = '%s'"
                                        .formatted(CITY, enquiry.id()))
                        == 1);

        assertThat(ServiceUnderTest.count("deadline_watch", "deadline_id = '%s'".formatted(enquiry.deadline())))
                .isZero();
        enquiry.sends(own).isTakenIn();
    }

    private List<Map<String, String>> deadLettersOf(Enquiry enquiry, String kind) {
        eventually().untilAsserted(() -> assertThat(deadLetters(enquiry, kind)).isNotEmpty());
        return deadLetters(enquiry, kind);
    }

    private List<Map<String, String>> deadLetters(Enquiry enquiry, String kind) {
        return topic.all(DEAD_LETTERS).stream()
                .map(Topic.Lying::headers)
                .filter(headers -> enquiry.id().toString().equals(headers.get("ce_subject")))
                .filter(headers ->
                        headers.getOrDefault("dead-letter-reason", "").startsWith(kind + ": "))
                .toList();
    }

    private void publish(DocumentKind kind, UUID id, Object document) {
        topic.send(new Topic.Message(
                Topics.COUNCILS,
                "/councils/" + HARLOW,
                kind.eventType(),
                kind.code() + "/" + id,
                2,
                Topic.json(document)));
        eventually()
                .until(() ->
                        ServiceUnderTest.count("council_document", "id = '%s/%s'".formatted(kind.code(), id)) == 1);
    }

    private static PersonDocument person(UUID id, String username) {
        return new PersonDocument(
                id,
                username,
                "Somebody new",
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                LONG_AGO,
                Optional.empty());
    }
}
