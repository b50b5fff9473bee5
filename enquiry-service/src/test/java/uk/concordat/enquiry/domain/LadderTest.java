package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DIRECTOR;
import static uk.concordat.enquiry.domain.CityEnquiry.DIRECTOR_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.HANDLES;
import static uk.concordat.enquiry.domain.CityEnquiry.HEAD_OF_PAID_SERVICE;
import static uk.concordat.enquiry.domain.CityEnquiry.HEAD_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.acting;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.held;
import static uk.concordat.enquiry.domain.CityEnquiry.lapse;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.told;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.Stand.given;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.deadlines.Standing;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.PassedOver;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.ladder.ReportingLine.Step;
import uk.concordat.protocols.ladder.Told;
import uk.concordat.protocols.ladder.ToldAs;

/** What goes on unmet climbs the reporting line, rung by rung, until it is done or the line ends. */
class LadderTest {

    private static final Told WHO_OWES = new Told(RESPONSIBLE.postId(), OFFICER, ToldAs.RESPONSIBLE_OFFICER);
    private static final Step VACANT_MANAGER = new Step(MANAGER_STEP.post(), Optional.empty(), ToldAs.LINE_MANAGER);
    private static final Step VACANT_DIRECTOR = new Step(DIRECTOR_STEP.post(), Optional.empty(), ToldAs.DIRECTOR);

    @Test
    void each_rung_tells_the_next_one_up_exactly_once_until_the_line_ends() {
        var breach = given(received(), acknowledged(IN_TIME))
                .when(lapse(FULL_RESPONSE, FULL_RESPONSE_DUE))
                .then(breached(FULL_RESPONSE, 0, FULL_RESPONSE_DUE, climb(true, WHO_OWES, told(MANAGER_STEP))));
        var director = breach.when(lapse(FULL_RESPONSE, 1, AFTER_ALL))
                .then(breached(FULL_RESPONSE, 1, AFTER_ALL, climb(true, told(DIRECTOR_STEP))));
        var head = director.when(lapse(FULL_RESPONSE, 2, AFTER_ALL))
                .then(breached(FULL_RESPONSE, 2, AFTER_ALL, climb(false, told(HEAD_STEP))));
        var end =
                head.when(lapse(FULL_RESPONSE, 3, AFTER_ALL)).then(breached(FULL_RESPONSE, 3, AFTER_ALL, climb(false)));

        assertThat(Stand.of(end).deadline(FULL_RESPONSE).standing())
                .isEqualTo(new Standing.Missed(
                        FULL_RESPONSE_DUE, 3, Set.of(OFFICER, MANAGER, DIRECTOR, HEAD_OF_PAID_SERVICE)));
    }

    @Test
    void a_vacant_post_is_passed_over_at_once_and_recorded() {
        ReportingLine line = new ReportingLine(List.of(VACANT_MANAGER, DIRECTOR_STEP, HEAD_STEP));

        given(received())
                .when(new Lapse(ACKNOWLEDGEMENT, 1, 0, BETWEEN, line))
                .then(breached(
                        ACKNOWLEDGEMENT,
                        0,
                        BETWEEN,
                        new Climb(
                                List.of(WHO_OWES, told(DIRECTOR_STEP)),
                                List.of(new PassedOver(MANAGER_STEP.post())),
                                true)));
    }

    @Test
    void one_that_falls_vacant_between_two_rungs_is_passed_over_too() {
        ReportingLine line = new ReportingLine(List.of(MANAGER_STEP, VACANT_DIRECTOR, HEAD_STEP));

        missed().when(new Lapse(ACKNOWLEDGEMENT, 1, 1, AFTER_ALL, line))
                .then(breached(
                        ACKNOWLEDGEMENT,
                        1,
                        AFTER_ALL,
                        new Climb(List.of(told(HEAD_STEP)), List.of(new PassedOver(DIRECTOR_STEP.post())), false)));
    }

    @Test
    void a_new_holder_of_a_post_further_down_is_not_told_of_what_has_climbed_past_it() {
        Step newManager = new Step(MANAGER_STEP.post(), Optional.of(CityEnquiry.COLLEAGUE), ToldAs.LINE_MANAGER);
        ReportingLine line = new ReportingLine(List.of(newManager, DIRECTOR_STEP, HEAD_STEP));
        var climbed = missed().when(lapse(ACKNOWLEDGEMENT, 1, AFTER_ALL)).and();

        climbed.when(new Lapse(ACKNOWLEDGEMENT, 1, 2, AFTER_ALL, line))
                .then(breached(ACKNOWLEDGEMENT, 2, AFTER_ALL, climb(false, told(HEAD_STEP))));
    }

    @Test
    void who_holds_the_post_above_their_own_is_told_once_and_the_next_above_is() {
        Step held = new Step(MANAGER_STEP.post(), Optional.of(OFFICER), ToldAs.LINE_MANAGER);
        ReportingLine line = new ReportingLine(List.of(held, DIRECTOR_STEP, HEAD_STEP));

        given(received())
                .when(new Lapse(ACKNOWLEDGEMENT, 1, 0, BETWEEN, line))
                .then(breached(ACKNOWLEDGEMENT, 0, BETWEEN, climb(true, WHO_OWES, told(DIRECTOR_STEP))));
    }

    @Test
    void where_nobody_stands_above_only_who_owes_it_is_told_and_it_climbs_nowhere() {
        given(received())
                .when(new Lapse(ACKNOWLEDGEMENT, 1, 0, BETWEEN, ReportingLine.none()))
                .then(breached(ACKNOWLEDGEMENT, 0, BETWEEN, climb(false, WHO_OWES)));
    }

    @Test
    void each_deadline_climbs_on_its_own() {
        var after = missed().when(lapse(ACKNOWLEDGEMENT, 1, AFTER_ALL)).and();

        after.when(lapse(FULL_RESPONSE, FULL_RESPONSE_DUE))
                .then(breached(FULL_RESPONSE, 0, FULL_RESPONSE_DUE, climb(true, WHO_OWES, told(MANAGER_STEP))));
    }

    @Test
    void a_rung_that_is_reported_again_changes_nothing() {
        var climbed = missed().when(lapse(ACKNOWLEDGEMENT, 1, BETWEEN)).and();

        climbed.when(lapse(ACKNOWLEDGEMENT, 1, AFTER_ALL)).thenNothing();
        climbed.when(lapse(ACKNOWLEDGEMENT, 0, AFTER_ALL)).thenNothing();
    }

    @Test
    void once_it_is_done_it_climbs_no_further() {
        given(received(), breached(ACKNOWLEDGEMENT, BETWEEN), acknowledged(BETWEEN))
                .when(lapse(ACKNOWLEDGEMENT, 1, AFTER_ALL))
                .then(new DeadlineSpared(ACKNOWLEDGEMENT, 1, 1, AFTER_ALL));
    }

    @Test
    void once_the_enquiry_has_ended_what_it_left_missed_climbs_no_further() {
        given(received(), breached(ACKNOWLEDGEMENT, BETWEEN), withdrawn(BETWEEN, FULL_RESPONSE))
                .when(lapse(ACKNOWLEDGEMENT, 1, AFTER_ALL))
                .then(new DeadlineSpared(ACKNOWLEDGEMENT, 1, 1, AFTER_ALL));
        given(received(), breached(ACKNOWLEDGEMENT, BETWEEN), answered(BETWEEN, FULL_RESPONSE))
                .when(lapse(ACKNOWLEDGEMENT, 1, AFTER_ALL))
                .then(new DeadlineSpared(ACKNOWLEDGEMENT, 1, 1, AFTER_ALL));
    }

    @Test
    void a_holding_reply_is_no_answer_and_stops_no_climb() {
        given(received(), acknowledged(IN_TIME), held(IN_TIME), breached(FULL_RESPONSE, FULL_RESPONSE_DUE))
                .when(lapse(FULL_RESPONSE, 1, AFTER_ALL))
                .then(breached(FULL_RESPONSE, 1, AFTER_ALL, climb(true, told(DIRECTOR_STEP))));
    }

    @Test
    void an_act_that_comes_before_the_clocks_report_records_the_breach_with_whom_it_tells() {
        ReportingLine line = new ReportingLine(List.of(VACANT_MANAGER, DIRECTOR_STEP));

        given(received(), acknowledged(IN_TIME))
                .when(new Respond(acting(OFFICER, HANDLES, AFTER_ALL, line), LETTER))
                .then(
                        breached(
                                FULL_RESPONSE,
                                0,
                                AFTER_ALL,
                                new Climb(
                                        List.of(WHO_OWES, told(DIRECTOR_STEP)),
                                        List.of(new PassedOver(MANAGER_STEP.post())),
                                        false)),
                        answered(AFTER_ALL, FULL_RESPONSE));
    }

    @Test
    void a_rung_of_an_older_revision_is_spared() {
        missed().when(new Lapse(ACKNOWLEDGEMENT, 2, 1, AFTER_ALL, LINE))
                .then(new DeadlineSpared(ACKNOWLEDGEMENT, 2, 1, AFTER_ALL));
    }

    private static Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> missed() {
        return given(received(), breached(ACKNOWLEDGEMENT, BETWEEN));
    }

    private static Climb climb(boolean climbs, Told... told) {
        return new Climb(List.of(told), List.of(), climbs);
    }
}
