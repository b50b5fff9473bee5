package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.CityEnquiry.hold;
import static uk.concordat.enquiry.domain.CityEnquiry.member;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.CityEnquiry.withdraw;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.testkit.Scenario;

class RefusalsTest {

    static Stream<Tried> refusals() {
        return Tried.all();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_may_not_be_done_is_refused_with_its_own_code_and_ground(Tried tried) {
        EnquiryRefusal refusal = Scenario.given(tried.decider(), tried.before().toArray(EnquiryEvent[]::new))
                .when(tried.command())
                .refusal();

        assertThat(refusal.reason()).isEqualTo(tried.reason());
        assertThat(refusal.code()).isEqualTo(tried.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(refusal.ground()).isEqualTo(tried.ground());
        assertThat(refusal.detail()).endsWith(".");
    }

    @Test
    void every_reason_is_provoked_and_no_two_share_a_code() {
        assertThat(refusals().map(Tried::reason).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Reason.values());
        assertThat(refusals().map(Tried::code).distinct()).hasSameSizeAs(Reason.values());
    }

    @Test
    void who_may_not_act_is_told_so_before_the_state_is_looked_at() {
        EnquiryRefusal refusal = Stand.given(received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE))
                .when(new Respond(member(BETWEEN), LETTER))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_YOURS_TO_ANSWER);
    }

    @Test
    void nothing_but_a_receipt_can_begin_an_enquiry() {
        assertThat(Arrays.asList(acknowledge(BETWEEN), respond(BETWEEN), withdraw(BETWEEN), hold(BETWEEN)))
                .allSatisfy(command -> assertThatThrownBy(() -> DECIDER.decide(command, DECIDER.initial()))
                        .isInstanceOf(IllegalStateException.class));
    }
}
