package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.ASKS;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER_SERVICES;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.acting;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.withdraw;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.Stand.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;

class WithdrawalTest {

    @Test
    void what_is_not_yet_due_is_no_longer_owed() {
        var after = given(received()).when(withdraw(IN_TIME)).then(withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("withdrawn");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("withdrawn");
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("withdrawn");
        assertThat(Stand.of(after).enquiry().hasEnded()).isTrue();
    }

    @Test
    void what_was_met_stays_met() {
        var after = given(received(), acknowledged(IN_TIME))
                .when(withdraw(BETWEEN))
                .then(withdrawn(BETWEEN, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("withdrawn");
    }

    @Test
    void what_is_due_at_that_very_moment_is_breached_and_stays_missed() {
        var after = given(received())
                .when(withdraw(ACKNOWLEDGEMENT_DUE))
                .then(breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE), withdrawn(ACKNOWLEDGEMENT_DUE, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("missed");
        assertThat(Stand.of(after).fullResponse()).isEqualTo("withdrawn");
    }

    @Test
    void a_confirmed_breach_is_not_undone() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(withdraw(BETWEEN))
                .then(withdrawn(BETWEEN, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("missed");
    }

    @Test
    void with_everything_missed_it_releases_nothing() {
        var after = given(received())
                .when(withdraw(AFTER_ALL))
                .then(breached(ACKNOWLEDGEMENT, AFTER_ALL), breached(FULL_RESPONSE, AFTER_ALL), withdrawn(AFTER_ALL));

        assertThat(Stand.of(after).enquiry().isOverdue(AFTER_ALL)).isFalse();
    }

    @Test
    void the_officer_who_logged_it_may_withdraw_it_for_the_member_without_a_reason() {
        given(received())
                .when(new Withdraw(acting(MEMBER_SERVICES, ASKS, IN_TIME), Optional.empty()))
                .then(new EnquiryWithdrawn(
                        MEMBER_SERVICES, IN_TIME, Optional.empty(), List.of(ACKNOWLEDGEMENT, FULL_RESPONSE)));
    }
}
