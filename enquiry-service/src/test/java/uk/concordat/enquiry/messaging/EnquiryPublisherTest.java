package uk.concordat.enquiry.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DELAY;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.ID;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER_SERVICES;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.REASON;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.SUBJECT;
import static uk.concordat.enquiry.domain.CityEnquiry.TEXT;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.receivedFromTheMember;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.HarlowEnquiry;
import uk.concordat.protocols.testing.Rule;

class EnquiryPublisherTest {

    /** What readers of the topic have been promised; a name here is never changed. */
    static final Map<Class<? extends EnquiryEvent>, String> TYPES = types();

    private static Map<Class<? extends EnquiryEvent>, String> types() {
        Map<Class<? extends EnquiryEvent>, String> types = new LinkedHashMap<>();
        types.put(EnquiryEvent.EnquiryReceived.class, "uk.concordat.enquiry.received.v1");
        types.put(EnquiryEvent.EnquiryPutToMember.class, "uk.concordat.enquiry.put-to-member.v1");
        types.put(EnquiryEvent.DepartureRecorded.class, "uk.concordat.enquiry.departed.v1");
        types.put(EnquiryEvent.EnquiryAcknowledged.class, "uk.concordat.enquiry.acknowledged.v1");
        types.put(EnquiryEvent.ReplyPromised.class, "uk.concordat.enquiry.reply-promised.v1");
        types.put(EnquiryEvent.HoldingReplySent.class, "uk.concordat.enquiry.holding-reply-sent.v1");
        types.put(EnquiryEvent.PromiseRevised.class, "uk.concordat.enquiry.timescale-revised.v1");
        types.put(EnquiryEvent.EnquiryAnswered.class, "uk.concordat.enquiry.answered.v1");
        types.put(EnquiryEvent.EnquiryAssigned.class, "uk.concordat.enquiry.assigned.v1");
        types.put(EnquiryEvent.EnquiryFollowedUp.class, "uk.concordat.enquiry.followed-up.v1");
        types.put(EnquiryEvent.EnquiryReopened.class, "uk.concordat.enquiry.reopened.v1");
        types.put(EnquiryEvent.EnquiryClosed.class, "uk.concordat.enquiry.closed.v1");
        types.put(EnquiryEvent.EnquiryWithdrawn.class, "uk.concordat.enquiry.withdrawn.v1");
        types.put(EnquiryEvent.DeadlineBreached.class, "uk.concordat.enquiry.deadline-breached.v1");
        types.put(EnquiryEvent.DeadlineSpared.class, "uk.concordat.enquiry.deadline-spared.v1");
        types.put(EnquiryEvent.DeadlineMoved.class, "uk.concordat.enquiry.deadline-moved.v1");
        types.put(EnquiryEvent.DeadlineAnnulled.class, "uk.concordat.enquiry.deadline-annulled.v1");
        return types;
    }

    static Stream<PublishedLives.Told> lives() {
        return PublishedLives.all();
    }

    @Test
    void every_event_of_an_enquiry_has_a_type_in_the_list_and_an_example_here() {
        assertThat(TYPES.keySet()).containsExactlyInAnyOrderElementsOf(permitted());
        assertThat(lives().map(told -> told.event().getClass()).collect(Collectors.toSet()))
                .isEqualTo(TYPES.keySet());
    }

    private static Iterable<Class<? extends EnquiryEvent>> permitted() {
        return Arrays.stream(EnquiryEvent.class.getPermittedSubclasses())
                .<Class<? extends EnquiryEvent>>map(type -> type.asSubclass(EnquiryEvent.class))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void it_is_told_on_the_councils_topic_under_the_enquirys_id(PublishedLives.Told told) {
        assertThat(told.publication().type()).isEqualTo(TYPES.get(told.event().getClass()));
        assertThat(told.publication().topic()).isEqualTo("concordat.city-of-london.enquiries");
        assertThat(told.publication().source()).isEqualTo("/councils/city-of-london/enquiries");
        assertThat(told.publication().subject())
                .isIn(ID.value().toString(), HarlowEnquiry.ID.value().toString());
        assertThat(told.data().required("reference").asText()).matches("(COL|HAR)-E-2026-000001");
    }

    /** What people wrote is in the event and in the state that the publisher is given; not a word of it gets out. */
    @ParameterizedTest
    @MethodSource("lives")
    void not_a_word_of_what_people_wrote_is_told(PublishedLives.Told told) {
        String message = told.data().toString();

        assertThat(Stream.of(SUBJECT, TEXT, LETTER, REASON, DELAY, HarlowEnquiry.EXPLANATION)
                        .flatMap(words -> Stream.of(words.split("[^A-Za-z]+")))
                        .filter(word -> word.length() > 3))
                .isNotEmpty()
                .noneMatch(message::contains);
        assertThat(fieldNames(told.data()))
                .doesNotContain("subject", "text", "reason", "reasons", "explanation", "name", "username");
    }

    private static Stream<String> fieldNames(JsonNode node) {
        return Stream.concat(
                node.properties().stream().map(Map.Entry::getKey),
                StreamSupport.stream(node.spliterator(), false).flatMap(EnquiryPublisherTest::fieldNames));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void a_receipt_mentions_each_clock_that_started_with_its_whole_state() {
        JsonNode deadlines = PublishedLives.told(received()).data().required("deadlines");

        assertThat(deadlines).hasSize(2);
        assertThat(deadlines.get(0).toString()).isEqualTo("""
                        {"deadlineId":"%s","revision":1,"kind":"acknowledgement","action":"set","status":"open",\
                        "dueOn":"2026-12-30","dueAt":"2026-12-31T00:00:00Z",\
                        "basis":{"source":"protocol","rule":"COL-28","paragraph":"7","reading":"ours"},\
                        "responsible":{"postId":"%s","personId":"%s"}}""".formatted(
                        ACKNOWLEDGEMENT.value(),
                        RESPONSIBLE.postId().orElseThrow().value(),
                        RESPONSIBLE.personId().value()));
        assertThat(deadlines.get(1).toString()).isEqualTo("""
                        {"deadlineId":"%s","revision":1,"kind":"full-response","action":"set","status":"open",\
                        "dueOn":"2027-01-12","dueAt":"2027-01-13T00:00:00Z",\
                        "basis":{"source":"protocol","rule":"COL-29","paragraph":"7","reading":"stated"},\
                        "responsible":{"postId":"%s","personId":"%s"}}""".formatted(
                        FULL_RESPONSE.value(),
                        RESPONSIBLE.postId().orElseThrow().value(),
                        RESPONSIBLE.personId().value()));
    }

    @Test
    void an_act_tells_who_and_when_and_what_it_met_in_time() {
        var told = PublishedLives.told(received(), acknowledged(IN_TIME));

        assertThat(told.data().required("by").asText())
                .isEqualTo(OFFICER.value().toString());
        assertThat(told.data().required("at").asText()).isEqualTo(IN_TIME.toString());
        assertThat(told.deadline().required("deadlineId").asText())
                .isEqualTo(ACKNOWLEDGEMENT.value().toString());
        assertThat(told.deadline().required("action").asText()).isEqualTo("met");
        assertThat(told.deadline().has("rung")).isFalse();
    }

    @Test
    void what_was_settled_after_its_breach_is_met_late_and_the_rest_of_the_act_is_not() {
        var told = PublishedLives.told(
                received(), breached(ACKNOWLEDGEMENT, BETWEEN), answered(BETWEEN, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(told.data().required("deadlines"))
                .extracting(deadline -> deadline.required("kind").asText() + " "
                        + deadline.required("action").asText())
                .containsExactly("acknowledgement met-late", "full-response met");
    }

    @Test
    void a_withdrawal_mentions_what_it_releases_and_not_what_was_missed() {
        var told =
                PublishedLives.told(received(), breached(ACKNOWLEDGEMENT, BETWEEN), withdrawn(BETWEEN, FULL_RESPONSE));

        assertThat(told.deadline().required("kind").asText()).isEqualTo("full-response");
        assertThat(told.deadline().required("action").asText()).isEqualTo("withdrawn");
    }

    @Test
    void a_breach_names_its_rung_and_who_was_to_act() {
        var told = PublishedLives.told(received(), breached(ACKNOWLEDGEMENT, BETWEEN));

        assertThat(told.deadline().required("action").asText()).isEqualTo("breached");
        assertThat(told.deadline().required("rung").asInt()).isZero();
        assertThat(told.deadline().required("responsible").required("personId").asText())
                .isEqualTo(OFFICER.value().toString());
    }

    @Test
    void a_spared_lapse_mentions_the_deadline_as_it_stands_now() {
        var told = PublishedLives.told(received(), new DeadlineSpared(ACKNOWLEDGEMENT, 7, 2, BETWEEN));

        assertThat(told.deadline().required("action").asText()).isEqualTo("spared");
        assertThat(told.deadline().required("revision").asInt()).isEqualTo(1);
        assertThat(told.deadline().required("rung").asInt()).isEqualTo(2);
    }

    @Test
    void a_members_own_enquiry_names_no_logger() {
        JsonNode logged = PublishedLives.told(received()).data();
        JsonNode own = PublishedLives.told(receivedFromTheMember()).data();

        assertThat(logged.required("loggedBy").asText())
                .isEqualTo(MEMBER_SERVICES.value().toString());
        assertThat(own.has("loggedBy")).isFalse();
    }
}
