package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.HarlowEnquiry.AFTER_PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.BEFORE_PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.HarlowEnquiry.LATER;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISED;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISE_DUE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.HarlowEnquiry.breached;
import static uk.concordat.enquiry.domain.HarlowEnquiry.given;
import static uk.concordat.enquiry.domain.HarlowEnquiry.promised;
import static uk.concordat.enquiry.domain.HarlowEnquiry.received;
import static uk.concordat.enquiry.domain.HarlowEnquiry.revised;
import static uk.concordat.enquiry.domain.HarlowEnquiry.revisedLate;
import static uk.concordat.enquiry.domain.Proclaimed.reconcile;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineAnnulled;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineMoved;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.days.SkippedDay;
import uk.concordat.protocols.deadlines.Standing;
import uk.concordat.protocols.testing.Rule;

/** A promised day stands, whatever lies before it, until it is itself no working day. */
class ReconciledPromiseTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 21);

    @Test
    @Rule("HAR-36")
    void a_day_proclaimed_before_it_does_not_move_a_promise() {
        promise()
                .when(reconcile(IN_TIME, LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 21)))
                .thenNothing();
    }

    @Test
    @Rule("HAR-36")
    void a_promise_whose_own_day_is_proclaimed_gives_way_to_the_next_working_day_and_comes_back() {
        var moved = promise().when(reconcile(IN_TIME, PROMISED));

        assertThat(moved.events()).singleElement().isInstanceOfSatisfying(DeadlineMoved.class, event -> {
            assertThat(event.proof().from()).isEqualTo(PROMISED);
            assertThat(event.proof().dueOn()).isEqualTo(MONDAY);
            assertThat(event.because())
                    .isEqualTo(new CalendarChange(List.of(new SkippedDay(PROMISED, Proclaimed.WHY)), List.of()));
        });
        var back = moved.and().when(reconcile(IN_TIME));
        assertThat(back.events()).singleElement().isInstanceOfSatisfying(DeadlineMoved.class, event -> {
            assertThat(event.proof().dueOn()).isEqualTo(PROMISED);
            assertThat(event.because()).isEqualTo(new CalendarChange(List.of(), List.of(PROMISED)));
        });
        assertThat(Stand.of(back.and()).deadline(PROMISE).revision()).isEqualTo(3);
        assertThat(Stand.of(back.and()).enquiry().status()).isEqualTo("promised");
    }

    @Test
    @Rule("HAR-36")
    void a_promise_that_was_broken_for_a_day_that_is_none_was_not() {
        var after = given(received(), acknowledged(IN_TIME), promised(IN_TIME), breached(PROMISE, PROMISE_DUE))
                .when(reconcile(PROMISE_DUE, PROMISED));

        assertThat(after.events()).singleElement().isInstanceOf(DeadlineAnnulled.class);
        assertThat(Stand.of(after.and()).deadline(PROMISE).isOpen()).isTrue();
        assertThat(Stand.of(after.and()).enquiry().status()).isEqualTo("promised");
    }

    @Test
    @Rule("HAR-37")
    void a_promise_revised_after_its_day_had_gone_was_revised_in_time_if_that_day_turns_out_to_be_none() {
        var after = given(
                        received(),
                        acknowledged(IN_TIME),
                        promised(IN_TIME),
                        breached(PROMISE, PROMISE_DUE),
                        revisedLate(PROMISE_DUE, LATER, 8))
                .when(reconcile(AFTER_PROMISE, PROMISED));

        assertThat(after.events()).singleElement().isInstanceOf(DeadlineAnnulled.class);
        Stand stand = Stand.of(after.and());
        assertThat(stand.deadline(PROMISE).standing()).isEqualTo(new Standing.Withdrawn(PROMISE_DUE));
        assertThat(stand.enquiry().file().revisions())
                .singleElement()
                .satisfies(revision -> assertThat(revision.inTime()).isTrue());
    }

    @Test
    @Rule("HAR-37")
    void a_revised_promise_stands_by_the_day_it_was_revised_to() {
        var revised = given(received(), acknowledged(IN_TIME), promised(IN_TIME), revised(BEFORE_PROMISE, 2, LATER, 8));

        revised.when(reconcile(BEFORE_PROMISE, PROMISED)).thenNothing();
        assertThat(Stand.of(revised.when(reconcile(BEFORE_PROMISE, LATER)).and())
                        .deadline(PROMISE))
                .satisfies(deadline -> {
                    assertThat(deadline.revision()).isEqualTo(3);
                    assertThat(deadline.proof().from()).isEqualTo(LATER);
                    assertThat(deadline.proof().dueOn()).isEqualTo(LocalDate.of(2026, 10, 1));
                });
    }

    @Test
    @Rule("HAR-37")
    void a_day_that_another_stands_in_the_place_of_stays_missed_whatever_is_proclaimed() {
        given(
                        received(),
                        acknowledged(IN_TIME),
                        promised(IN_TIME),
                        breached(PROMISE, PROMISE_DUE),
                        revisedLate(AFTER_PROMISE, LATER, 8))
                .when(reconcile(AFTER_PROMISE, PROMISED))
                .thenNothing();
    }

    private static Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> promise() {
        return given(received(), acknowledged(IN_TIME), promised(IN_TIME));
    }
}
