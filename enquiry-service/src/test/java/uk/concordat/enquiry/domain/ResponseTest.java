package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.PROTOCOL;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.testing.Rule;

class ResponseTest {

    @Test
    @Rule("COL-29")
    void an_answer_in_time_meets_its_date_and_ends_the_enquiry() {
        var after =
                given(received(), acknowledged(IN_TIME)).when(respond(BETWEEN)).then(answered(BETWEEN, FULL_RESPONSE));

        assertThat(Stand.of(after).fullResponse()).isEqualTo("met");
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("answered");
        assertThat(Stand.of(after).enquiry().hasEnded()).isTrue();
        assertThat(Stand.of(after).enquiry().file().latest(Letter.Kind.RESPONSE))
                .contains(new Letter(Letter.Kind.RESPONSE, OFFICER, BETWEEN, LETTER, Optional.empty(), false, 1));
        assertThat(Stand.of(after).enquiry().file().latest(Letter.Kind.ACKNOWLEDGEMENT))
                .isPresent();
    }

    @Test
    @Rule("COL-31")
    void an_answer_may_come_first_and_settles_the_acknowledgement_in_time() {
        var after = given(received()).when(respond(IN_TIME)).then(answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("met");
        assertThat(Stand.of(after).enquiry().file().isAcknowledged()).isFalse();
    }

    @Test
    @Rule("COL-31")
    void an_answer_that_comes_first_but_after_two_working_days_settles_the_acknowledgement_late() {
        var after = given(received())
                .when(respond(BETWEEN))
                .then(breached(ACKNOWLEDGEMENT, BETWEEN), answered(BETWEEN, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("met");
    }

    /** Paragraph 7 does not say that an answer settles the acknowledgement; a council that does not read it so stays owed. */
    @Test
    @Rule("COL-31")
    void without_that_reading_an_answer_leaves_the_acknowledgement_as_it_stands() {
        var silent = new Enquiry(new EnquiryProtocol(
                PROTOCOL.id(),
                PROTOCOL.clocks(),
                PROTOCOL.channels(),
                Optional.empty(),
                PROTOCOL.addressee(),
                PROTOCOL.acknowledgement(),
                PROTOCOL.holdingReply(),
                PROTOCOL.timescale(),
                PROTOCOL.memberClocks(),
                PROTOCOL.unstated()));

        var after = Scenario.given(silent, (EnquiryEvent) received())
                .when(respond(IN_TIME))
                .then(answered(IN_TIME, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("open");
        assertThat(after.when(acknowledge(BETWEEN)).refusal().citation()).isEmpty();
    }

    @Test
    @Rule("COL-29")
    void one_instant_before_its_moment_an_answer_is_in_time() {
        Instant last = FULL_RESPONSE_DUE.minusNanos(1);

        var after = given(received(), acknowledged(IN_TIME)).when(respond(last)).then(answered(last, FULL_RESPONSE));

        assertThat(Stand.of(after).fullResponse()).isEqualTo("met");
    }

    @Test
    @Rule("COL-29")
    void at_its_very_moment_an_answer_is_late_and_the_breach_is_recorded_before_it() {
        var after = given(received(), acknowledged(IN_TIME))
                .when(respond(FULL_RESPONSE_DUE))
                .then(breached(FULL_RESPONSE, FULL_RESPONSE_DUE), answered(FULL_RESPONSE_DUE, FULL_RESPONSE));

        assertThat(Stand.of(after).fullResponse()).isEqualTo("met-late");
    }

    @Test
    @Rule("COL-29")
    void an_answer_after_a_confirmed_breach_is_taken_and_reads_met_late() {
        var after = given(received(), acknowledged(IN_TIME), breached(FULL_RESPONSE, FULL_RESPONSE_DUE))
                .when(respond(AFTER_ALL))
                .then(answered(AFTER_ALL, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("met-late");
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void an_answer_to_an_enquiry_of_which_nothing_was_done_is_late_for_both() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(respond(AFTER_ALL))
                .then(breached(FULL_RESPONSE, AFTER_ALL), answered(AFTER_ALL, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("met-late");
    }
}
