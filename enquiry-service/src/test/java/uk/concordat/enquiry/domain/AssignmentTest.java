package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUE;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUES_LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUES_POST;
import static uk.concordat.enquiry.domain.CityEnquiry.DIRECTOR;
import static uk.concordat.enquiry.domain.CityEnquiry.DIRECTOR_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.HANDLES;
import static uk.concordat.enquiry.domain.CityEnquiry.HEAD_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.REASON;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.acting;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.assign;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.officer;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.CityEnquiry.told;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAssigned;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAssigned.Reassigned;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.ladder.Told;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

class AssignmentTest {

    private static final Climb NOBODY = new Climb(List.of(), List.of(), false);
    private static final Told NEW_OFFICER = new Told(COLLEAGUES_POST.postId(), COLLEAGUE, ToldAs.RESPONSIBLE_OFFICER);

    @Test
    void all_that_is_open_falls_to_the_new_officer_and_nobody_is_told_of_a_breach() {
        var after = given(received()).when(assign(officer(IN_TIME))).then(assigned(IN_TIME, OFFICER, NOBODY, NOBODY));

        assertThat(Stand.of(after).enquiry().file().responsible()).isEqualTo(COLLEAGUES_POST);
        assertThat(Stand.of(after).enquiry().deadlines())
                .extracting(Deadline::responsible)
                .containsExactly(COLLEAGUES_POST, COLLEAGUES_POST);
        assertThat(Stand.of(after).enquiry().deadlines())
                .extracting(Deadline::revision)
                .containsExactly(1, 1);
        assertThat(Stand.of(after).enquiry().particulars().officer()).isEqualTo(RESPONSIBLE);
        assertThat(Stand.of(after).enquiry().status()).isEqualTo("received");
    }

    @Test
    void what_was_met_stays_with_whom_it_was_met_by() {
        var after = given(received(), acknowledged(IN_TIME))
                .when(assign(officer(BETWEEN)))
                .then(new EnquiryAssigned(
                        OFFICER,
                        BETWEEN,
                        COLLEAGUES_POST,
                        Optional.of(REASON),
                        List.of(new Reassigned(FULL_RESPONSE, NOBODY))));

        assertThat(Stand.of(after).deadline(ACKNOWLEDGEMENT).responsible()).isEqualTo(RESPONSIBLE);
        assertThat(Stand.of(after).deadline(FULL_RESPONSE).responsible()).isEqualTo(COLLEAGUES_POST);
    }

    @Test
    void of_what_was_missed_the_new_officer_and_their_line_manager_are_told() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, BETWEEN))
                .when(assign(officer(BETWEEN)))
                .then(assigned(
                        BETWEEN,
                        OFFICER,
                        new Climb(List.of(NEW_OFFICER, told(DIRECTOR_STEP)), List.of(), true),
                        NOBODY));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("missed");
        assertThat(Stand.of(after).deadline(ACKNOWLEDGEMENT).told())
                .containsExactlyInAnyOrder(OFFICER, MANAGER, COLLEAGUE, DIRECTOR);
    }

    @Test
    void a_line_manager_who_has_been_told_of_it_is_not_told_again() {
        ReportingLine sameManager = new ReportingLine(List.of(MANAGER_STEP, HEAD_STEP));

        given(received(), breached(ACKNOWLEDGEMENT, BETWEEN))
                .when(new Assign(officer(BETWEEN), COLLEAGUES_POST, sameManager, Optional.of(REASON)))
                .then(assigned(BETWEEN, OFFICER, new Climb(List.of(NEW_OFFICER), List.of(), true), NOBODY));
    }

    @Test
    void given_back_to_who_has_been_told_nobody_is_told_again() {
        var away = given(received(), breached(ACKNOWLEDGEMENT, BETWEEN))
                .when(assign(officer(BETWEEN)))
                .and();

        var back = away.when(new Assign(acting(COLLEAGUE, HANDLES, BETWEEN), RESPONSIBLE, LINE, Optional.empty()));

        assertThat(back.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        EnquiryAssigned.class,
                        event -> assertThat(event.deadlines().getFirst().climb().told())
                                .isEmpty());
        assertThat(Stand.of(back.and()).enquiry().file().responsible()).isEqualTo(RESPONSIBLE);
    }

    @Test
    void the_next_rung_goes_on_in_the_new_officers_line() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, BETWEEN))
                .when(assign(officer(BETWEEN)))
                .and();

        after.when(new Lapse(ACKNOWLEDGEMENT, 1, 1, AFTER_ALL, COLLEAGUES_LINE))
                .then(breached(ACKNOWLEDGEMENT, 1, AFTER_ALL, new Climb(List.of(told(HEAD_STEP)), List.of(), false)));
    }

    @Test
    void what_lapsed_unreported_is_breached_in_the_old_line_before_it_is_given_away() {
        given(received())
                .when(assign(officer(BETWEEN)))
                .then(
                        breached(ACKNOWLEDGEMENT, BETWEEN),
                        assigned(
                                BETWEEN,
                                OFFICER,
                                new Climb(List.of(NEW_OFFICER, told(DIRECTOR_STEP)), List.of(), true),
                                NOBODY));
    }

    @Test
    void whoever_stands_above_may_give_it_to_another_but_not_take_it() {
        Acting manager = acting(MANAGER, HANDLES, IN_TIME);
        Responsible managersPost = Responsible.officer(MANAGER_STEP.post(), MANAGER);

        given(received()).when(assign(manager)).then(assigned(IN_TIME, MANAGER, NOBODY, NOBODY));
        assertThat(given(received())
                        .when(new Assign(manager, managersPost, COLLEAGUES_LINE, Optional.empty()))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.ASSIGNED_TO_ONESELF);
    }

    @Test
    void it_is_not_given_to_whom_it_is_with_whoever_tries() {
        assertThat(given(received())
                        .when(new Assign(officer(IN_TIME), RESPONSIBLE, LINE, Optional.empty()))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.ALREADY_WITH_OFFICER);
    }

    @Test
    void whom_it_is_with_may_get_it_in_the_post_they_have_gone_to() {
        Responsible elsewhere = Responsible.officer(new PostId(new UUID(7, 1)), OFFICER);

        var after = given(received())
                .when(new Assign(acting(MANAGER, HANDLES, IN_TIME), elsewhere, COLLEAGUES_LINE, Optional.of(REASON)))
                .and();

        assertThat(Stand.of(after).enquiry().file().responsible()).isEqualTo(elsewhere);
        assertThat(Stand.of(after).enquiry().deadlines())
                .extracting(Deadline::responsible)
                .containsExactly(elsewhere, elsewhere);
    }

    @Test
    void after_its_answer_it_is_not_given_away_and_in_a_new_round_it_is_owed_by_whom_it_was_last_with() {
        var answered = given(received())
                .when(assign(officer(IN_TIME)))
                .and()
                .when(respond(IN_TIME))
                .and();

        assertThat(answered.when(assign(officer(BETWEEN))).refusal().reason()).isEqualTo(Reason.ALREADY_ANSWERED);
        var reopened = answered.when(new Reopen(officer(BETWEEN), REASON)).and();
        assertThat(Stand.of(reopened).enquiry().deadlines().getLast().responsible())
                .isEqualTo(COLLEAGUES_POST);
    }

    @Test
    void an_answer_still_settles_what_was_given_away_after_it_was_missed() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, BETWEEN))
                .when(assign(officer(BETWEEN)))
                .and()
                .when(respond(BETWEEN))
                .then(answered(BETWEEN, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met-late");
    }

    private static EnquiryAssigned assigned(Instant at, PersonId by, Climb acknowledgement, Climb response) {
        return new EnquiryAssigned(
                by,
                at,
                COLLEAGUES_POST,
                Optional.of(REASON),
                List.of(new Reassigned(ACKNOWLEDGEMENT, acknowledgement), new Reassigned(FULL_RESPONSE, response)));
    }
}
