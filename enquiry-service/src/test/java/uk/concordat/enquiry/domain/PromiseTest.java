package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.HarlowEnquiry.FIRST_RESPONSE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.FIRST_RESPONSE_DUE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISED;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISE_DUE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.RECEIVED;
import static uk.concordat.enquiry.domain.HarlowEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.HarlowEnquiry.acknowledgeWithoutDate;
import static uk.concordat.enquiry.domain.HarlowEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.HarlowEnquiry.answered;
import static uk.concordat.enquiry.domain.HarlowEnquiry.breached;
import static uk.concordat.enquiry.domain.HarlowEnquiry.given;
import static uk.concordat.enquiry.domain.HarlowEnquiry.promised;
import static uk.concordat.enquiry.domain.HarlowEnquiry.receive;
import static uk.concordat.enquiry.domain.HarlowEnquiry.received;
import static uk.concordat.enquiry.domain.HarlowEnquiry.respond;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.testing.Rule;

class PromiseTest {

    @Test
    @Rule("HAR-35")
    void a_written_enquiry_has_one_clock_of_five_working_days_from_receipt() {
        Stand stand = Stand.of(given().when(receive()).and());

        assertThat(stand.enquiry().deadlines()).singleElement().satisfies(deadline -> {
            assertThat(deadline.kind()).isEqualTo(DeadlineKind.FIRST_RESPONSE);
            assertThat(deadline.proof().from()).isEqualTo(LocalDate.of(2026, 9, 1));
            assertThat(deadline.proof().dueOn()).isEqualTo(LocalDate.of(2026, 9, 8));
            assertThat(deadline.dueAt()).isEqualTo(FIRST_RESPONSE_DUE);
            assertThat(deadline.basis().source()).isEqualTo(DeadlineSource.PROTOCOL);
            assertThat(deadline.basis().citation().rule()).isEqualTo("HAR-35");
        });
    }

    @ParameterizedTest
    @Rule("HAR-39")
    @EnumSource(
            value = Channel.class,
            names = {"PORTAL", "EMAIL", "LETTER", "FAX"})
    void every_written_channel_starts_the_clock(Channel channel) {
        assertThat(Stand.of(given().when(receive(RECEIVED, channel)).and())
                        .enquiry()
                        .deadlines())
                .hasSize(1);
    }

    @ParameterizedTest
    @Rule("HAR-39")
    @EnumSource(
            value = Channel.class,
            names = {"TELEPHONE", "IN_PERSON"})
    void what_is_asked_by_word_of_mouth_is_taken_in_and_no_clock_runs(Channel channel) {
        Stand stand = Stand.of(given().when(receive(RECEIVED, channel)).and());

        assertThat(stand.enquiry().deadlines()).isEmpty();
        assertThat(stand.enquiry().status()).isEqualTo("received");
        assertThat(stand.enquiry().isOverdue(PROMISE_DUE)).isFalse();
    }

    @Test
    @Rule("HAR-39")
    void without_a_clock_an_acknowledgement_need_not_name_a_day() {
        var after = given(byTelephone())
                .when(acknowledgeWithoutDate(IN_TIME))
                .then(new EnquiryAcknowledged(CityEnquiry.OFFICER, IN_TIME, CityEnquiry.LETTER, List.of()));

        assertThat(Stand.of(after).enquiry().status()).isEqualTo("acknowledged");
        assertThat(Stand.of(after).enquiry().deadlines()).isEmpty();
    }

    @Test
    @Rule({"HAR-36", "HAR-39"})
    void without_a_clock_too_a_day_that_is_named_is_a_promise() {
        var after = given(byTelephone())
                .when(acknowledge(IN_TIME))
                .then(
                        new EnquiryAcknowledged(CityEnquiry.OFFICER, IN_TIME, CityEnquiry.LETTER, List.of()),
                        promised(IN_TIME));

        assertThat(Stand.of(after).deadline(PROMISE).dueAt()).isEqualTo(PROMISE_DUE);
    }

    @Test
    @Rule("HAR-36")
    void with_a_clock_an_acknowledgement_without_a_day_is_none() {
        EnquiryRefusal refusal =
                given(received()).when(acknowledgeWithoutDate(IN_TIME)).refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.ACKNOWLEDGEMENT_WITHOUT_DATE);
        assertThat(refusal.citation()).hasValueSatisfying(citation -> {
            assertThat(citation.rule()).isEqualTo("HAR-36");
            assertThat(citation.reading().code()).isEqualTo("stated");
        });
    }

    @Test
    @Rule("HAR-36")
    void with_a_day_it_settles_the_first_response_and_that_day_becomes_the_deadline() {
        var after = given(received()).when(acknowledge(IN_TIME)).then(acknowledged(IN_TIME), promised(IN_TIME));

        Stand stand = Stand.of(after);
        Deadline promise = stand.deadline(PROMISE);
        assertThat(stand.enquiry().status()).isEqualTo("promised");
        assertThat(stand.deadline(FIRST_RESPONSE).standing().code()).isEqualTo("met");
        assertThat(promise.kind()).isEqualTo(DeadlineKind.PROMISED_RESPONSE);
        assertThat(promise.basis().source()).isEqualTo(DeadlineSource.PROMISE);
        assertThat(promise.basis().citation().rule()).isEqualTo("HAR-36");
        assertThat(promise.proof().from()).isEqualTo(PROMISED);
        assertThat(promise.proof().dueOn()).isEqualTo(PROMISED);
        assertThat(promise.proof().counted()).containsExactly(PROMISED);
        assertThat(promise.dueAt()).isEqualTo(PROMISE_DUE);
        assertThat(promise.responsible()).isEqualTo(CityEnquiry.RESPONSIBLE);
        assertThat(promise.revision()).isEqualTo(1);
    }

    @Test
    @Rule({"HAR-35", "HAR-36"})
    void after_the_fifth_day_it_is_taken_and_settles_the_first_response_late() {
        var after = given(received())
                .when(acknowledge(FIRST_RESPONSE_DUE))
                .then(
                        breached(FIRST_RESPONSE, FIRST_RESPONSE_DUE),
                        acknowledged(FIRST_RESPONSE_DUE),
                        promised(FIRST_RESPONSE_DUE));

        assertThat(Stand.of(after).deadline(FIRST_RESPONSE).standing().code()).isEqualTo("met-late");
        assertThat(Stand.of(after).enquiry().isOverdue(FIRST_RESPONSE_DUE)).isFalse();
    }

    @ParameterizedTest
    @Rule("HAR-36")
    @CsvSource({
        // acknowledged at ten on Thursday 3 September 2026 with this day
        "2026-09-02, REPLY_DATE_IN_THE_PAST",
        "2025-09-04, REPLY_DATE_IN_THE_PAST",
        "2026-09-05, REPLY_DATE_NOT_A_WORKING_DAY",
        "2026-09-06, REPLY_DATE_NOT_A_WORKING_DAY",
        "2026-12-25, REPLY_DATE_NOT_A_WORKING_DAY",
        "2026-12-28, REPLY_DATE_NOT_A_WORKING_DAY",
        "2027-03-29, REPLY_DATE_NOT_A_WORKING_DAY",
        "2027-09-04, REPLY_DATE_TOO_FAR",
        "2027-09-06, REPLY_DATE_TOO_FAR",
        "2031-09-03, REPLY_DATE_TOO_FAR",
        "+999999999-12-31, REPLY_DATE_TOO_FAR",
        "-999999999-01-01, REPLY_DATE_IN_THE_PAST",
    })
    void what_cannot_be_a_day_of_an_answer_is_refused(LocalDate replyBy, Reason reason) {
        EnquiryRefusal refusal =
                given(received()).when(acknowledge(IN_TIME, replyBy)).refusal();

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.citation()).isEmpty();
    }

    @ParameterizedTest
    @Rule("HAR-36")
    @CsvSource({"2026-09-03", "2026-09-04", "2027-09-03"})
    void that_very_day_and_the_same_day_of_next_year_can_still_be_promised(LocalDate replyBy) {
        Stand stand =
                Stand.of(given(received()).when(acknowledge(IN_TIME, replyBy)).and());

        assertThat(stand.deadline(PROMISE).proof().dueOn()).isEqualTo(replyBy);
    }

    @Test
    @Rule("HAR-36")
    void today_is_the_day_that_it_is_in_the_council_not_in_utc() {
        Instant justAfterMidnightInHarlow = Instant.parse("2026-09-03T23:30:00Z");

        assertThat(given(received())
                        .when(acknowledge(justAfterMidnightInHarlow, LocalDate.of(2026, 9, 3)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.REPLY_DATE_IN_THE_PAST);
    }

    @Test
    @Rule({"HAR-35", "HAR-36"})
    void an_answer_without_an_acknowledgement_meets_the_first_response() {
        var after = given(received()).when(respond(IN_TIME)).then(answered(IN_TIME, FIRST_RESPONSE));

        assertThat(Stand.of(after).deadline(FIRST_RESPONSE).standing().code()).isEqualTo("met");
    }

    @Test
    @Rule("HAR-36")
    void an_answer_by_the_promised_day_keeps_the_promise_and_one_after_it_does_not() {
        Instant last = PROMISE_DUE.minusNanos(1);
        var promised = given(received(), acknowledged(IN_TIME), promised(IN_TIME));

        var kept = promised.when(respond(last)).then(answered(last, PROMISE));
        var broken = promised.when(respond(PROMISE_DUE))
                .then(breached(PROMISE, PROMISE_DUE), answered(PROMISE_DUE, PROMISE));

        assertThat(Stand.of(kept).deadline(PROMISE).standing().code()).isEqualTo("met");
        assertThat(Stand.of(broken).deadline(PROMISE).standing().code()).isEqualTo("met-late");
    }

    @Test
    @Rule("HAR-36")
    void what_is_promised_is_acknowledged_and_not_a_second_time() {
        assertThat(given(received(), acknowledged(IN_TIME), promised(IN_TIME))
                        .when(acknowledge(IN_TIME))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.ALREADY_ACKNOWLEDGED);
    }

    private static EnquiryEvent byTelephone() {
        return given().when(receive(RECEIVED, Channel.TELEPHONE)).events().getFirst();
    }
}
