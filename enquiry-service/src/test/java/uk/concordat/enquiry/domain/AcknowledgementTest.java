package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.testing.Rule;

class AcknowledgementTest {

    @Test
    @Rule("COL-28")
    void an_acknowledgement_in_time_meets_its_date_and_leaves_the_answer_owed() {
        var after = given(received()).when(acknowledge(IN_TIME)).then(acknowledged(IN_TIME));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("open");
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("acknowledged");
        assertThat(Stand.of(after).enquiry().file().letters())
                .containsExactly(
                        new Letter(Letter.Kind.ACKNOWLEDGEMENT, OFFICER, IN_TIME, LETTER, Optional.empty(), true, 1));
    }

    @Test
    @Rule("COL-28")
    void one_instant_before_its_moment_is_in_time() {
        Instant last = ACKNOWLEDGEMENT_DUE.minusNanos(1);

        var after = given(received()).when(acknowledge(last)).then(acknowledged(last));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met");
    }

    @Test
    @Rule("COL-28")
    void at_its_very_moment_it_is_late_and_the_breach_is_recorded_before_the_act() {
        var after = given(received())
                .when(acknowledge(ACKNOWLEDGEMENT_DUE))
                .then(breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE), acknowledged(ACKNOWLEDGEMENT_DUE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
    }

    @Test
    @Rule("COL-28")
    void a_late_acknowledgement_is_never_refused_and_reads_met_late() {
        var after = given(received())
                .when(acknowledge(BETWEEN))
                .then(breached(ACKNOWLEDGEMENT, BETWEEN), acknowledged(BETWEEN));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("open");
    }

    @Test
    @Rule("COL-28")
    void after_a_confirmed_breach_it_is_late_and_is_not_breached_again() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(acknowledge(BETWEEN))
                .then(acknowledged(BETWEEN));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
    }

    @Test
    void after_a_confirmed_breach_an_act_stays_late_even_if_the_owners_clock_is_behind() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(acknowledge(IN_TIME))
                .then(acknowledged(IN_TIME));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void when_both_dates_have_passed_both_breaches_are_recorded_and_only_one_is_settled() {
        var after = given(received())
                .when(acknowledge(AFTER_ALL))
                .then(
                        breached(ACKNOWLEDGEMENT, AFTER_ALL),
                        breached(FULL_RESPONSE, AFTER_ALL),
                        acknowledged(AFTER_ALL));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("missed");
    }

    @Test
    @Rule("COL-31")
    void after_an_answer_it_is_refused_with_the_reading_that_the_answer_has_settled_it() {
        EnquiryRefusal refusal = given(received(), answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE))
                .when(acknowledge(BETWEEN))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(EnquiryRefusal.Reason.ALREADY_ANSWERED);
        assertThat(refusal.citation()).hasValueSatisfying(citation -> {
            assertThat(citation.rule()).isEqualTo("COL-31");
            assertThat(citation.paragraph()).isEqualTo("7");
            assertThat(citation.reading().code()).isEqualTo("ours");
        });
    }

    @Test
    void a_second_one_is_refused_without_citing_a_rule_that_does_not_say_so() {
        EnquiryRefusal refusal = given(received(), acknowledged(IN_TIME))
                .when(acknowledge(BETWEEN))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(EnquiryRefusal.Reason.ALREADY_ACKNOWLEDGED);
        assertThat(refusal.citation()).isEqualTo(Optional.empty());
    }
}
