package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.lapse;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.spared;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.Stand.given;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.testing.Rule;

class LapseTest {

    @Test
    @Rule("COL-28")
    void on_an_open_deadline_it_is_a_breach() {
        var after = given(received())
                .when(lapse(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .then(breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("missed");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("open");
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("received");
    }

    @Test
    void it_is_a_breach_even_if_the_owners_own_clock_is_behind() {
        given(received()).when(lapse(ACKNOWLEDGEMENT, IN_TIME)).then(breached(ACKNOWLEDGEMENT, IN_TIME));
    }

    @Test
    @Rule("COL-29")
    void a_missed_answer_leaves_the_enquiry_acknowledged_and_open() {
        var after = given(received(), acknowledged(IN_TIME))
                .when(lapse(FULL_RESPONSE, FULL_RESPONSE_DUE))
                .then(breached(FULL_RESPONSE, FULL_RESPONSE_DUE));

        assertThat(Stand.of(after).fullResponse()).isEqualTo("missed");
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("acknowledged");
        assertThat(Stand.of(after).enquiry().hasEnded()).isFalse();
    }

    @Test
    void on_what_was_met_in_time_it_is_spared_and_changes_nothing() {
        var before = given(received(), acknowledged(IN_TIME));

        var after = before.when(lapse(ACKNOWLEDGEMENT, BETWEEN)).then(spared(ACKNOWLEDGEMENT, 1, BETWEEN));

        assertThat(after.state()).isEqualTo(before.state());
    }

    @Test
    void on_what_was_answered_in_time_it_is_spared() {
        given(received(), answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE))
                .when(lapse(FULL_RESPONSE, AFTER_ALL))
                .then(spared(FULL_RESPONSE, 1, AFTER_ALL));
    }

    @Test
    void on_what_was_withdrawn_in_time_it_is_spared() {
        given(received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE))
                .when(lapse(FULL_RESPONSE, AFTER_ALL))
                .then(spared(FULL_RESPONSE, 1, AFTER_ALL));
    }

    @Test
    void of_a_revision_that_is_no_longer_in_force_it_is_spared_though_the_deadline_is_open() {
        var after = given(received())
                .when(new Lapse(ACKNOWLEDGEMENT, 7, 0, BETWEEN, LINE))
                .then(spared(ACKNOWLEDGEMENT, 7, BETWEEN));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("open");
    }

    @Test
    void after_its_breach_was_recorded_nothing_more_happens() {
        given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(lapse(ACKNOWLEDGEMENT, BETWEEN))
                .thenNothing();
    }

    @Test
    void after_an_act_that_recorded_the_breach_itself_nothing_more_happens() {
        given(received(), breached(ACKNOWLEDGEMENT, BETWEEN), acknowledged(BETWEEN))
                .when(lapse(ACKNOWLEDGEMENT, AFTER_ALL))
                .thenNothing();
    }

    @Test
    void after_a_withdrawal_a_missed_deadline_is_not_breached_again() {
        given(received(), breached(ACKNOWLEDGEMENT, BETWEEN), withdrawn(BETWEEN, FULL_RESPONSE))
                .when(lapse(ACKNOWLEDGEMENT, AFTER_ALL))
                .thenNothing();
    }

    @Test
    void of_a_deadline_that_the_enquiry_has_not_it_is_a_fault_of_the_caller() {
        DeadlineId unknown = new DeadlineId(UUID.fromString("01980000-0000-7000-8000-00000000ffff"));
        var scenario = given(received());

        assertThatThrownBy(() -> scenario.when(lapse(unknown, BETWEEN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(unknown.value().toString());
    }

    @Test
    void of_an_enquiry_that_was_not_received_it_is_a_fault_of_the_caller() {
        var scenario = given();

        assertThatThrownBy(() -> scenario.when(lapse(ACKNOWLEDGEMENT, BETWEEN)))
                .isInstanceOf(IllegalStateException.class);
    }
}
