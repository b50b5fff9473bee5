package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.LONDON;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.TEXT;
import static uk.concordat.enquiry.domain.HarlowEnquiry.CALENDAR;
import static uk.concordat.enquiry.domain.HarlowEnquiry.FIRST_RESPONSE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.FIRST_RESPONSE_DUE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.HarlowEnquiry.SECOND_FIRST_RESPONSE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.askedOfTheMember;
import static uk.concordat.enquiry.domain.HarlowEnquiry.given;
import static uk.concordat.enquiry.domain.HarlowEnquiry.lapse;
import static uk.concordat.enquiry.domain.HarlowEnquiry.putToMember;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.PutToMember;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.Told;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;
import uk.concordat.protocols.testing.Rule;

/** The other direction: an officer asks, and a member owes the answer in person. */
class MemberOwesTest {

    private static final Climb THE_TWO = new Climb(
            List.of(
                    new Told(Optional.empty(), MEMBER, ToldAs.RESPONSIBLE_MEMBER),
                    new Told(RESPONSIBLE.postId(), OFFICER, ToldAs.ASKING_OFFICER)),
            List.of(),
            false);

    @Test
    @Rule("HAR-38")
    void a_member_owes_an_officer_an_answer_in_five_working_days_too() {
        Stand stand = Stand.of(given().when(putToMember()).then(askedOfTheMember()));

        assertThat(stand.enquiry().particulars().direction()).isEqualTo(Direction.OFFICER_TO_MEMBER);
        assertThat(stand.enquiry().file().responsible()).isEqualTo(Responsible.inPerson(MEMBER));
        assertThat(stand.enquiry().deadlines()).singleElement().satisfies(deadline -> {
            assertThat(deadline.kind()).isEqualTo(DeadlineKind.FIRST_RESPONSE);
            assertThat(deadline.proof().dueOn()).isEqualTo(LocalDate.of(2026, 9, 8));
            assertThat(deadline.basis().source()).isEqualTo(DeadlineSource.PROTOCOL);
            assertThat(deadline.basis().citation().rule()).isEqualTo("HAR-38");
            assertThat(deadline.basis().citation().reading().code()).isEqualTo("ours");
            assertThat(deadline.responsible()).isEqualTo(Responsible.inPerson(MEMBER));
        });
    }

    @Test
    void in_the_city_which_says_nothing_of_it_no_clock_runs() {
        var asked = new PutToMember(
                CityEnquiry.ID,
                "COL-E-2026-000001",
                EnquiryKind.QUESTION,
                RESPONSIBLE,
                MEMBER,
                Channel.EMAIL,
                true,
                CityEnquiry.SUBJECT,
                TEXT,
                CityEnquiry.RECEIVED,
                LONDON,
                CityEnquiry.CALENDAR,
                Map.of(),
                Optional.empty());

        Stand stand = Stand.of(Stand.given().when(asked).and());

        assertThat(stand.enquiry().deadlines()).isEmpty();
        assertThat(stand.enquiry().status()).isEqualTo("received");
    }

    @Test
    @Rule("HAR-38")
    void what_a_member_missed_is_told_to_the_two_of_them_and_climbs_nowhere() {
        var after = given(askedOfTheMember())
                .when(lapse(FIRST_RESPONSE, 1, 0, FIRST_RESPONSE_DUE))
                .then(new DeadlineBreached(FIRST_RESPONSE, 1, 0, FIRST_RESPONSE_DUE, THE_TWO));

        assertThat(Stand.of(after).deadline(FIRST_RESPONSE).told()).containsExactlyInAnyOrder(MEMBER, OFFICER);
    }

    @Test
    @Rule("HAR-38")
    void a_late_answer_of_a_member_is_taken_after_its_breach() {
        var after = given(askedOfTheMember())
                .when(new Respond(member(FIRST_RESPONSE_DUE), LETTER))
                .then(
                        new DeadlineBreached(FIRST_RESPONSE, 1, 0, FIRST_RESPONSE_DUE, THE_TWO),
                        new EnquiryAnswered(MEMBER, FIRST_RESPONSE_DUE, LETTER, List.of(FIRST_RESPONSE)));

        assertThat(Stand.of(after).deadline(FIRST_RESPONSE).standing().code()).isEqualTo("met-late");
    }

    @Test
    @Rule("HAR-38")
    void a_member_acknowledges_without_a_day_and_still_owes_the_answer() {
        var after = given(askedOfTheMember())
                .when(new Acknowledge(member(IN_TIME), LETTER, Optional.empty()))
                .and();

        assertThat(Stand.of(after).enquiry().status()).isEqualTo("acknowledged");
        assertThat(Stand.of(after).deadline(FIRST_RESPONSE).isOpen()).isTrue();
    }

    @Test
    void a_member_neither_promises_nor_holds() {
        LocalDate day = LocalDate.of(2026, 9, 18);

        assertThat(given(askedOfTheMember())
                        .when(new Acknowledge(member(IN_TIME), LETTER, Optional.of(day)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.REPLY_DATE_NOT_IN_PROTOCOL);
        assertThat(given(askedOfTheMember())
                        .when(new Revise(member(IN_TIME), Optional.of(day), Optional.of(TEXT)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.PROTOCOL_KNOWS_NO_PROMISE);
        assertThat(given(askedOfTheMember())
                        .when(new Hold(member(IN_TIME), LETTER, Optional.of(TEXT), false))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.PROTOCOL_KNOWS_NO_HOLDING_REPLY);
    }

    @Test
    void the_officer_who_asked_withdraws_it_and_the_member_does_not() {
        given(askedOfTheMember())
                .when(new Withdraw(asker(IN_TIME), Optional.empty()))
                .then(new EnquiryWithdrawn(OFFICER, IN_TIME, Optional.empty(), List.of(FIRST_RESPONSE)));
        assertThat(given(askedOfTheMember())
                        .when(new Withdraw(member(IN_TIME), Optional.empty()))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NOT_YOURS_TO_WITHDRAW);
    }

    @Test
    @Rule("HAR-38")
    void the_officer_who_asked_may_reopen_it_or_follow_it_up_and_the_member_owes_anew() {
        var answer = new EnquiryAnswered(MEMBER, IN_TIME, LETTER, List.of(FIRST_RESPONSE));

        var reopened = given(askedOfTheMember(), answer)
                .when(new Reopen(asker(IN_TIME), TEXT))
                .and();
        var followedUp = given(askedOfTheMember(), answer)
                .when(new FollowUp(asker(IN_TIME), TEXT, Channel.EMAIL, Optional.of(5)))
                .and();

        assertThat(Stand.of(reopened).deadline(SECOND_FIRST_RESPONSE).responsible())
                .isEqualTo(Responsible.inPerson(MEMBER));
        assertThat(Stand.of(followedUp).deadline(SECOND_FIRST_RESPONSE).responsible())
                .isEqualTo(Responsible.inPerson(MEMBER));
        assertThat(given(askedOfTheMember(), answer)
                        .when(new Reopen(member(IN_TIME), TEXT))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NOT_YOURS_TO_REOPEN);
    }

    @Test
    void an_enquiry_is_put_to_a_member_only_once_and_with_nothing_to_depart_from() {
        assertThat(given(askedOfTheMember()).when(putToMember()).refusal().reason())
                .isEqualTo(Reason.ALREADY_RECEIVED);
        PutToMember command = putToMember();
        var departing = new PutToMember(
                command.id(),
                command.reference(),
                command.kind(),
                command.officer(),
                command.member(),
                command.channel(),
                false,
                command.subject(),
                command.text(),
                command.now(),
                command.zone(),
                command.calendar(),
                command.deadlineIds(),
                Optional.of(new Departure("HAR-34", TEXT)));
        assertThat(given().when(departing).refusal().reason()).isEqualTo(Reason.NOTHING_TO_DEPART_FROM);
    }

    private static Acting member(Instant now) {
        return acting(MEMBER, Part.ASKED_MEMBER, now);
    }

    private static Acting asker(Instant now) {
        return acting(OFFICER, Part.ASKING_OFFICER, now);
    }

    private static Acting acting(PersonId person, Part part, Instant now) {
        return new Acting(
                person,
                Set.of(part),
                now,
                LONDON,
                CALENDAR,
                LINE,
                Map.of(DeadlineKind.FIRST_RESPONSE, SECOND_FIRST_RESPONSE),
                Optional.empty());
    }
}
