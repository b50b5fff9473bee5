package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DELAY;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.held;
import static uk.concordat.enquiry.domain.CityEnquiry.hold;
import static uk.concordat.enquiry.domain.CityEnquiry.officer;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryEvent.HoldingReplySent;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.testing.Rule;

class HoldingReplyTest {

    @ParameterizedTest
    @Rule("COL-30")
    @NullSource
    @ValueSource(strings = {"", "  ", "\n\t", "\u2003"})
    void without_reasons_for_the_delay_it_is_none(@Nullable String reasons) {
        EnquiryRefusal refusal = given(received(), acknowledged(IN_TIME))
                .when(new Hold(officer(BETWEEN), LETTER, Optional.ofNullable(reasons), false))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.HOLDING_REPLY_WITHOUT_REASONS);
        assertThat(refusal.citation()).hasValueSatisfying(citation -> {
            assertThat(citation.rule()).isEqualTo("COL-30");
            assertThat(citation.paragraph()).isEqualTo("7");
        });
    }

    @Test
    @Rule({"COL-30", "COL-31"})
    void with_reasons_it_is_recorded_and_the_enquiry_is_held_while_its_date_stands() {
        var before = given(received(), acknowledged(IN_TIME));

        var after = before.when(hold(BETWEEN)).then(held(BETWEEN));

        assertThat(Stand.of(after).enquiry().status()).isEqualTo("held");
        assertThat(Stand.of(after).enquiry().deadlines())
                .isEqualTo(Stand.of(before).enquiry().deadlines());
        assertThat(Stand.of(after).enquiry().file().latest(Letter.Kind.HOLDING_REPLY))
                .contains(
                        new Letter(Letter.Kind.HOLDING_REPLY, OFFICER, BETWEEN, LETTER, Optional.of(DELAY), false, 1));
    }

    @Test
    @Rule("COL-31")
    void once_the_tenth_day_has_gone_a_held_enquiry_is_held_and_overdue() {
        Stand stand = Stand.of(given(received(), acknowledged(IN_TIME), held(BETWEEN)));

        assertThat(stand.enquiry().isOverdue(FULL_RESPONSE_DUE.minusNanos(1))).isFalse();
        assertThat(stand.enquiry().isOverdue(FULL_RESPONSE_DUE)).isTrue();

        Stand missed = Stand.of(
                given(received(), acknowledged(IN_TIME), held(BETWEEN), breached(FULL_RESPONSE, FULL_RESPONSE_DUE)));
        assertThat(missed.enquiry().status()).isEqualTo("held");
        assertThat(missed.enquiry().isOverdue(AFTER_ALL)).isTrue();
        assertThat(missed.fullResponse()).isEqualTo("missed");
    }

    @Test
    @Rule({"COL-28", "COL-30"})
    void sent_first_it_is_no_acknowledgement_which_still_can_and_must_follow() {
        var after = given(received()).when(hold(IN_TIME)).then(held(IN_TIME));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("open");
        assertThat(Stand.of(after).enquiry().file().isAcknowledged()).isFalse();

        var acknowledged = after.when(acknowledge(IN_TIME)).then(acknowledged(IN_TIME));
        assertThat(Stand.of(acknowledged).acknowledgement()).isEqualTo("met");
        assertThat(Stand.of(acknowledged).enquiry().status()).isEqualTo("held");
        assertThat(acknowledged.when(acknowledge(BETWEEN)).refusal().reason()).isEqualTo(Reason.ALREADY_ACKNOWLEDGED);
    }

    @Test
    @Rule({"COL-28", "COL-30"})
    void sent_first_and_saying_that_the_enquiry_has_arrived_it_settles_the_acknowledgement_too() {
        var after = given(received())
                .when(new Hold(officer(IN_TIME), LETTER, Optional.of(DELAY), true))
                .then(new HoldingReplySent(OFFICER, IN_TIME, LETTER, DELAY, true, List.of(ACKNOWLEDGEMENT)));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("open");
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("held");
        assertThat(after.when(acknowledge(IN_TIME)).refusal().reason()).isEqualTo(Reason.ALREADY_ACKNOWLEDGED);
    }

    @Test
    @Rule("COL-28")
    void what_was_acknowledged_before_it_does_not_acknowledge_again() {
        given(received(), acknowledged(IN_TIME))
                .when(new Hold(officer(BETWEEN), LETTER, Optional.of(DELAY), true))
                .then(held(BETWEEN));
    }

    @Test
    @Rule({"COL-28", "COL-30"})
    void one_that_acknowledges_late_settles_the_acknowledgement_late() {
        var after = given(received())
                .when(new Hold(officer(BETWEEN), LETTER, Optional.of(DELAY), true))
                .then(
                        breached(ACKNOWLEDGEMENT, BETWEEN),
                        new HoldingReplySent(OFFICER, BETWEEN, LETTER, DELAY, true, List.of(ACKNOWLEDGEMENT)));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
    }

    @Test
    @Rule({"COL-29", "COL-30"})
    void after_the_tenth_day_it_is_taken_all_the_same_and_the_breach_is_recorded_before_it() {
        var after = given(received(), acknowledged(IN_TIME))
                .when(hold(AFTER_ALL))
                .then(breached(FULL_RESPONSE, AFTER_ALL), held(AFTER_ALL));

        assertThat(Stand.of(after).fullResponse()).isEqualTo("missed");
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("held");
    }

    @Test
    @Rule("COL-30")
    void a_second_one_may_follow_and_both_are_kept() {
        Instant later = BETWEEN.plusSeconds(60);

        var after =
                given(received(), held(BETWEEN)).when(hold(later)).then(breached(ACKNOWLEDGEMENT, later), held(later));

        assertThat(Stand.of(after).enquiry().file().letters())
                .extracting(Letter::at)
                .containsExactly(BETWEEN, later);
    }

    @Test
    @Rule("COL-31")
    void an_answer_ends_a_held_enquiry_and_settles_what_it_left_open() {
        var after = given(received(), held(IN_TIME))
                .when(respond(IN_TIME))
                .then(answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(Stand.of(after).enquiry().status()).isEqualTo("answered");
    }

    @Test
    @Rule("COL-31")
    void it_sets_no_date_and_so_there_is_none_to_revise_as_the_refusal_cites() {
        EnquiryRefusal refusal = given(received(), held(IN_TIME))
                .when(new Revise(officer(IN_TIME), Optional.of(LocalDate.of(2027, 1, 20)), Optional.of(DELAY)))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.PROTOCOL_KNOWS_NO_PROMISE);
        assertThat(refusal.citation())
                .hasValueSatisfying(citation -> assertThat(citation.rule()).isEqualTo("COL-31"));
    }
}
