package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.HarlowEnquiry.AFTER_PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.BEFORE_PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.EXPLANATION;
import static uk.concordat.enquiry.domain.HarlowEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.HarlowEnquiry.LATER;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISED;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISE_DUE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.SECOND_PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.THIRD_PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.HarlowEnquiry.answered;
import static uk.concordat.enquiry.domain.HarlowEnquiry.breached;
import static uk.concordat.enquiry.domain.HarlowEnquiry.given;
import static uk.concordat.enquiry.domain.HarlowEnquiry.lapse;
import static uk.concordat.enquiry.domain.HarlowEnquiry.officer;
import static uk.concordat.enquiry.domain.HarlowEnquiry.promised;
import static uk.concordat.enquiry.domain.HarlowEnquiry.received;
import static uk.concordat.enquiry.domain.HarlowEnquiry.respond;
import static uk.concordat.enquiry.domain.HarlowEnquiry.revise;
import static uk.concordat.enquiry.domain.HarlowEnquiry.revised;
import static uk.concordat.enquiry.domain.HarlowEnquiry.revisedLate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.deadlines.Standing;
import uk.concordat.protocols.testing.Rule;

class RevisionTest {

    private static final LocalDate LATEST = LocalDate.of(2026, 10, 9);

    @Test
    @Rule("HAR-37")
    void in_time_the_same_deadline_moves_under_its_next_revision() {
        var after = promise().when(revise(BEFORE_PROMISE, LATER)).then(revised(BEFORE_PROMISE, 2, LATER, 8));

        Stand stand = Stand.of(after);
        assertThat(stand.enquiry().status()).isEqualTo("promised");
        assertThat(stand.enquiry().deadlines()).hasSize(2);
        assertThat(stand.deadline(PROMISE).isOpen()).isTrue();
        assertThat(stand.deadline(PROMISE).revision()).isEqualTo(2);
        assertThat(stand.deadline(PROMISE).proof().dueOn()).isEqualTo(LATER);
        assertThat(stand.deadline(PROMISE).basis().source()).isEqualTo(DeadlineSource.PROMISE);
        assertThat(stand.deadline(PROMISE).basis().citation().rule()).isEqualTo("HAR-37");
        assertThat(stand.enquiry().file().revisions())
                .containsExactly(new Revision(OFFICER, BEFORE_PROMISE, EXPLANATION, PROMISED, LATER, true, 8, PROMISE));
    }

    @Test
    @Rule("HAR-37")
    void a_lapse_of_the_day_before_the_revision_is_spared() {
        given(received(), acknowledged(IN_TIME), promised(IN_TIME), revised(BEFORE_PROMISE, 2, LATER, 8))
                .when(lapse(PROMISE, 1, 0, PROMISE_DUE))
                .then(new DeadlineSpared(PROMISE, 1, 0, PROMISE_DUE));
    }

    @Test
    @Rule("HAR-37")
    void one_instant_before_its_moment_is_in_time() {
        Instant last = PROMISE_DUE.minusNanos(1);

        promise().when(revise(last, LATER)).then(revised(last, 2, LATER, 8));
    }

    @Test
    @Rule("HAR-37")
    void after_the_day_had_gone_the_breach_comes_first_and_the_new_day_is_a_deadline_of_its_own() {
        var after = promise()
                .when(revise(AFTER_PROMISE, LATER))
                .then(breached(PROMISE, AFTER_PROMISE), revisedLate(AFTER_PROMISE, LATER, 8));

        Stand stand = Stand.of(after);
        assertThat(stand.enquiry().status()).isEqualTo("promised");
        assertThat(stand.deadline(PROMISE).standing())
                .isEqualTo(new Standing.Replaced(AFTER_PROMISE, AFTER_PROMISE, Set.of(OFFICER, MANAGER)));
        assertThat(stand.deadline(PROMISE).standing().code()).isEqualTo("missed");
        assertThat(stand.deadline(PROMISE).proof().dueOn()).isEqualTo(PROMISED);
        assertThat(stand.deadline(SECOND_PROMISE).isOpen()).isTrue();
        assertThat(stand.deadline(SECOND_PROMISE).revision()).isEqualTo(1);
        assertThat(stand.deadline(SECOND_PROMISE).proof().dueOn()).isEqualTo(LATER);
        assertThat(stand.enquiry().isOverdue(AFTER_PROMISE)).isFalse();
        assertThat(stand.enquiry().file().revisions())
                .containsExactly(new Revision(OFFICER, AFTER_PROMISE, EXPLANATION, PROMISED, LATER, false, 8, PROMISE));
    }

    @Test
    @Rule("HAR-37")
    void at_the_very_moment_it_is_after_the_day() {
        promise()
                .when(revise(PROMISE_DUE, LATER))
                .then(breached(PROMISE, PROMISE_DUE), revisedLate(PROMISE_DUE, LATER, 8));
    }

    @Test
    @Rule("HAR-37")
    void a_breach_that_the_clock_reported_is_not_recorded_again() {
        given(received(), acknowledged(IN_TIME), promised(IN_TIME), breached(PROMISE, PROMISE_DUE))
                .when(revise(AFTER_PROMISE, LATER))
                .then(revisedLate(AFTER_PROMISE, LATER, 8));
    }

    @Test
    @Rule("HAR-37")
    void the_day_that_had_gone_stays_missed_and_no_answer_settles_it() {
        var after = replaced().when(respond(AFTER_PROMISE)).then(answered(AFTER_PROMISE, SECOND_PROMISE));

        assertThat(Stand.of(after).deadline(PROMISE).standing())
                .isInstanceOfSatisfying(
                        Standing.Replaced.class, it -> assertThat(it.at()).isEqualTo(PROMISE_DUE));
        assertThat(Stand.of(after).deadline(SECOND_PROMISE).standing().code()).isEqualTo("met");
    }

    @Test
    @Rule("HAR-37")
    void the_day_that_had_gone_climbs_no_further() {
        replaced().when(lapse(PROMISE, 1, 0, AFTER_PROMISE)).thenNothing();
        replaced().when(lapse(PROMISE, 1, 1, AFTER_PROMISE)).then(new DeadlineSpared(PROMISE, 1, 1, AFTER_PROMISE));
    }

    @Test
    @Rule("HAR-37")
    void it_may_be_revised_as_often_as_it_takes_and_the_slippage_adds_up() {
        var after = given(received(), acknowledged(IN_TIME), promised(IN_TIME))
                .when(revise(BEFORE_PROMISE, LATER))
                .and()
                .when(revise(BEFORE_PROMISE, LATEST))
                .and();

        assertThat(Stand.of(after).deadline(PROMISE).revision()).isEqualTo(3);
        assertThat(Stand.of(after).enquiry().file().revisions())
                .extracting(Revision::slippage)
                .containsExactly(8, 7);
        assertThat(Stand.of(after).enquiry().file().revisions())
                .extracting(Revision::before)
                .containsExactly(PROMISED, LATER);
    }

    @Test
    @Rule("HAR-37")
    void each_day_that_goes_by_is_missed_and_stays_so() {
        Instant afterBoth = Instant.parse("2026-10-02T09:00:00Z");

        var after = replaced().when(revise(afterBoth, LATEST, THIRD_PROMISE)).and();

        assertThat(Stand.of(after).enquiry().deadlines())
                .extracting(deadline -> deadline.standing().code())
                .containsExactly("met", "missed", "missed", "open");
        assertThat(Stand.of(after).enquiry().file().revisions())
                .extracting(Revision::inTime)
                .containsExactly(false, false);
    }

    @Test
    @Rule("HAR-37")
    void an_earlier_day_is_a_revision_too_and_slips_backwards() {
        LocalDate earlier = LocalDate.of(2026, 9, 16);

        promise().when(revise(BEFORE_PROMISE, earlier)).then(revised(BEFORE_PROMISE, 2, earlier, -2));
    }

    @ParameterizedTest
    @Rule("HAR-37")
    @CsvSource({
        // revised at eleven on Tuesday 15 September 2026
        "2026-09-14, REPLY_DATE_IN_THE_PAST",
        "2026-09-27, REPLY_DATE_NOT_A_WORKING_DAY",
        "2026-12-25, REPLY_DATE_NOT_A_WORKING_DAY",
        "2027-09-16, REPLY_DATE_TOO_FAR",
        "2026-09-18, REPLY_DATE_UNCHANGED",
    })
    void what_cannot_be_another_day_is_refused(LocalDate replyBy, Reason reason) {
        assertThat(promise().when(revise(BEFORE_PROMISE, replyBy)).refusal().reason())
                .isEqualTo(reason);
    }

    @Test
    @Rule("HAR-37")
    void without_an_explanation_or_a_new_day_it_is_none_and_the_rule_is_cited() {
        var withoutExplanation =
                promise().when(new Revise(officer(BEFORE_PROMISE), Optional.of(LATER), Optional.of("\n")));
        var withoutDay =
                promise().when(new Revise(officer(BEFORE_PROMISE), Optional.empty(), Optional.of(EXPLANATION)));

        assertThat(withoutExplanation.refusal().reason()).isEqualTo(Reason.TIMESCALE_WITHOUT_EXPLANATION);
        assertThat(withoutDay.refusal().reason()).isEqualTo(Reason.TIMESCALE_WITHOUT_DATE);
        assertThat(withoutExplanation.refusal().citation())
                .isEqualTo(withoutDay.refusal().citation())
                .hasValueSatisfying(citation -> assertThat(citation.rule()).isEqualTo("HAR-37"));
    }

    @Test
    @Rule("HAR-37")
    void a_revision_that_is_refused_after_the_day_leaves_no_breach_behind() {
        assertThat(promise().when(revise(AFTER_PROMISE, PROMISED)).refusal().reason())
                .isEqualTo(Reason.REPLY_DATE_IN_THE_PAST);
    }

    @Test
    @Rule("HAR-37")
    void after_an_answer_there_is_nothing_left_to_revise() {
        assertThat(given(received(), acknowledged(IN_TIME), promised(IN_TIME), answered(BEFORE_PROMISE, PROMISE))
                        .when(revise(BEFORE_PROMISE, LATER))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.ALREADY_ANSWERED);
    }

    private static Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> promise() {
        return given(received(), acknowledged(IN_TIME), promised(IN_TIME));
    }

    private static Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> replaced() {
        return given(
                received(),
                acknowledged(IN_TIME),
                promised(IN_TIME),
                breached(PROMISE, PROMISE_DUE),
                revisedLate(AFTER_PROMISE, LATER, 8));
    }
}
