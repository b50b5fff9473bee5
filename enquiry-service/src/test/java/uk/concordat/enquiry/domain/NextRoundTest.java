package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.REASON;
import static uk.concordat.enquiry.domain.CityEnquiry.SECOND_ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.SECOND_FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.TEXT;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.followUp;
import static uk.concordat.enquiry.domain.CityEnquiry.member;
import static uk.concordat.enquiry.domain.CityEnquiry.officer;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.CityEnquiry.withdraw;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryClosed;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.testing.Rule;

/** After an answer: following it up, reopening and closing it. The window is the council's own; no protocol speaks of it. */
class NextRoundTest {

    /** Answered on Tuesday 29 December 2026; five working days on is Wednesday 6 January. */
    private static final Instant WINDOW_ENDS = Instant.parse("2027-01-07T00:00:00Z");

    private static final EnquiryEvent ANSWER = answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE);

    @Test
    @Rule({"COL-28", "COL-29"})
    void a_follow_up_within_the_window_reopens_it_with_clocks_of_its_own_and_the_first_dates_stay() {
        var before = given(received(), ANSWER);

        Stand stand = Stand.of(before.when(followUp(BETWEEN, 5)).and());

        assertThat(stand.enquiry().status()).isEqualTo("received");
        assertThat(stand.enquiry().file().round().number()).isEqualTo(2);
        assertThat(stand.enquiry().deadlines())
                .extracting(Deadline::id)
                .containsExactly(ACKNOWLEDGEMENT, FULL_RESPONSE, SECOND_ACKNOWLEDGEMENT, SECOND_FULL_RESPONSE);
        assertThat(stand.enquiry().deadlines().subList(0, 2))
                .isEqualTo(Stand.of(before).enquiry().deadlines());
        assertThat(stand.deadline(SECOND_ACKNOWLEDGEMENT).proof().from()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(stand.deadline(SECOND_ACKNOWLEDGEMENT).proof().dueOn()).isEqualTo(LocalDate.of(2027, 1, 7));
        assertThat(stand.deadline(SECOND_FULL_RESPONSE).proof().dueOn()).isEqualTo(LocalDate.of(2027, 1, 19));
        assertThat(stand.enquiry().file().latest(Letter.Kind.FOLLOW_UP))
                .contains(new Letter(Letter.Kind.FOLLOW_UP, MEMBER, BETWEEN, TEXT, Optional.empty(), false, 2));
        assertThat(stand.enquiry().file().latest(Letter.Kind.RESPONSE)).isEmpty();
    }

    @Test
    void the_window_ends_with_the_first_moment_after_its_last_working_day() {
        assertThat(given(received(), ANSWER)
                        .when(followUp(WINDOW_ENDS.minusNanos(1), 5))
                        .events())
                .hasSize(1);
        assertThat(given(received(), ANSWER)
                        .when(followUp(WINDOW_ENDS, 5))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.FOLLOW_UP_WINDOW_OVER);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-12-30T23:59:59.999Z, 2026-12-31T00:00:00Z",
        "3, 2027-01-04T23:59:59.999Z, 2027-01-05T00:00:00Z",
        "20, 2027-01-27T23:59:59.999Z, 2027-01-28T00:00:00Z",
    })
    void the_window_is_as_long_as_the_council_has_set_it(int window, Instant last, Instant tooLate) {
        assertThat(given(received(), ANSWER).when(followUp(last, window)).events())
                .hasSize(1);
        assertThat(given(received(), ANSWER)
                        .when(followUp(tooLate, window))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.FOLLOW_UP_WINDOW_OVER);
    }

    @Test
    void where_the_council_has_set_no_window_a_follow_up_is_refused_and_an_officer_may_still_reopen() {
        var answered = given(received(), ANSWER);

        assertThat(answered.when(new FollowUp(member(IN_TIME), TEXT, Channel.EMAIL, Optional.empty()))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NO_FOLLOW_UP_WINDOW);
        assertThat(answered.when(new Reopen(officer(IN_TIME), REASON)).events()).hasSize(1);
    }

    @Test
    void before_an_answer_there_is_nothing_to_follow_up_reopen_or_close() {
        var open = given(received(), acknowledged(IN_TIME));

        assertThat(List.of(
                        open.when(followUp(IN_TIME, 5)),
                        open.when(new Reopen(officer(IN_TIME), REASON)),
                        open.when(new Close(member(IN_TIME), Optional.empty()))))
                .allSatisfy(tried -> assertThat(tried.refusal().reason()).isEqualTo(Reason.NOT_ANSWERED_YET));
    }

    @Test
    @Rule("HAR-39")
    void a_follow_up_by_telephone_starts_the_clocks_only_where_the_telephone_starts_them() {
        var city =
                given(received(), ANSWER).when(new FollowUp(member(IN_TIME), TEXT, Channel.TELEPHONE, Optional.of(5)));
        var harlow = HarlowEnquiry.given(
                        HarlowEnquiry.received(),
                        HarlowEnquiry.answered(HarlowEnquiry.IN_TIME, HarlowEnquiry.FIRST_RESPONSE))
                .when(new FollowUp(
                        HarlowEnquiry.member(HarlowEnquiry.IN_TIME), TEXT, Channel.TELEPHONE, Optional.of(5)));

        assertThat(Stand.of(city.and()).enquiry().deadlines()).hasSize(4);
        assertThat(Stand.of(harlow.and()).enquiry().deadlines()).hasSize(1);
        assertThat(Stand.of(harlow.and()).enquiry().status()).isEqualTo("received");
    }

    @Test
    @Rule({"HAR-36", "HAR-39"})
    void a_written_follow_up_of_what_was_telephoned_is_acknowledged_with_a_date_or_not_at_all() {
        var second = HarlowEnquiry.given()
                .when(HarlowEnquiry.receive(HarlowEnquiry.RECEIVED, Channel.TELEPHONE))
                .and()
                .when(HarlowEnquiry.respond(HarlowEnquiry.IN_TIME))
                .and()
                .when(new FollowUp(HarlowEnquiry.member(HarlowEnquiry.IN_TIME), TEXT, Channel.EMAIL, Optional.of(5)))
                .and();

        assertThat(second.when(HarlowEnquiry.acknowledgeWithoutDate(HarlowEnquiry.IN_TIME))
                        .refusal()
                        .code())
                .isEqualTo("acknowledgement-without-date");
    }

    @Test
    @Rule("COL-28")
    void the_second_round_is_acknowledged_and_answered_on_its_own() {
        var second = given(received(), acknowledged(IN_TIME), answered(IN_TIME, FULL_RESPONSE))
                .when(followUp(BETWEEN, 5))
                .and();

        var acknowledged = second.when(acknowledge(BETWEEN)).and();
        var answered = acknowledged.when(respond(BETWEEN)).and();

        assertThat(Stand.of(second).enquiry().file().isAcknowledged()).isFalse();
        assertThat(Stand.of(acknowledged).enquiry().status()).isEqualTo("acknowledged");
        assertThat(Stand.of(acknowledged)
                        .deadline(SECOND_ACKNOWLEDGEMENT)
                        .standing()
                        .code())
                .isEqualTo("met");
        assertThat(Stand.of(answered).enquiry().deadlines())
                .extracting(deadline -> deadline.standing().code())
                .containsOnly("met");
        assertThat(Stand.of(answered).enquiry().file().latest(Letter.Kind.RESPONSE))
                .hasValueSatisfying(letter -> assertThat(letter.round()).isEqualTo(2));
    }

    @Test
    void withdrawn_in_its_second_round_only_the_second_dates_are_released() {
        var after = given(received(), ANSWER)
                .when(followUp(BETWEEN, 5))
                .and()
                .when(withdraw(BETWEEN))
                .then(new EnquiryWithdrawn(
                        MEMBER, BETWEEN, Optional.of(REASON), List.of(SECOND_ACKNOWLEDGEMENT, SECOND_FULL_RESPONSE)));

        assertThat(Stand.of(after).acknowledgement()).isEqualTo("met");
    }

    @Test
    void an_officer_reopens_it_at_any_time_and_it_is_owed_anew() {
        Instant yearsLater = Instant.parse("2029-05-08T09:00:00Z");

        Stand stand = Stand.of(given(received(), ANSWER)
                .when(new Reopen(officer(yearsLater), REASON))
                .and());

        assertThat(stand.enquiry().status()).isEqualTo("received");
        assertThat(stand.enquiry().file().round().number()).isEqualTo(2);
        assertThat(stand.deadline(SECOND_FULL_RESPONSE).proof().from()).isEqualTo(LocalDate.of(2029, 5, 8));
        assertThat(stand.deadline(SECOND_FULL_RESPONSE).isOpen()).isTrue();
    }

    @Test
    void either_side_closes_what_has_been_answered_and_no_date_changes() {
        var answered = given(received(), ANSWER);

        var byMember = answered.when(new Close(member(BETWEEN), Optional.of(REASON)))
                .then(new EnquiryClosed(MEMBER, BETWEEN, Optional.of(REASON)));
        answered.when(new Close(officer(BETWEEN), Optional.empty()))
                .then(new EnquiryClosed(OFFICER, BETWEEN, Optional.empty()));

        assertThat(Stand.of(byMember).enquiry().status()).isEqualTo("closed");
        assertThat(Stand.of(byMember).enquiry().hasEnded()).isTrue();
        assertThat(Stand.of(byMember).enquiry().deadlines())
                .isEqualTo(Stand.of(answered).enquiry().deadlines());
        assertThat(byMember.when(new Close(officer(BETWEEN), Optional.empty()))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.CLOSED);
    }

    @Test
    void what_was_closed_is_followed_up_within_the_window_of_its_answer_or_reopened_all_the_same() {
        var closed = given(received(), ANSWER, new EnquiryClosed(MEMBER, BETWEEN, Optional.empty()));

        assertThat(Stand.of(closed.when(followUp(WINDOW_ENDS.minusNanos(1), 5)).and())
                        .enquiry()
                        .status())
                .isEqualTo("received");
        assertThat(closed.when(followUp(WINDOW_ENDS, 5)).refusal().reason()).isEqualTo(Reason.FOLLOW_UP_WINDOW_OVER);
        assertThat(Stand.of(closed.when(new Reopen(officer(WINDOW_ENDS), REASON))
                                .and())
                        .enquiry()
                        .status())
                .isEqualTo("received");
    }

    @Test
    void what_was_withdrawn_stays_withdrawn() {
        var gone = given(received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE));

        assertThat(tried(gone))
                .allSatisfy(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.WITHDRAWN));
    }

    private static List<EnquiryRefusal> tried(
            Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> gone) {
        return List.of(
                gone.when(followUp(IN_TIME, 5)).refusal(),
                gone.when(new Reopen(officer(IN_TIME), REASON)).refusal(),
                gone.when(new Close(member(IN_TIME), Optional.empty())).refusal());
    }
}
