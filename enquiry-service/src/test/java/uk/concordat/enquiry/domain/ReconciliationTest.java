package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.lapse;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.CityEnquiry.spared;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.Proclaimed.reconcile;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineAnnulled;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineMoved;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.protocols.days.SkippedDay;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.Standing;
import uk.concordat.protocols.testing.Rule;

/** The council's calendar changes, and with it what was counted in the one before. */
class ReconciliationTest {

    /** The first working day after receipt: it was counted for both dates. */
    private static final LocalDate PROCLAIMED = LocalDate.of(2026, 12, 29);

    /** Counted for the answer alone. */
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 6);

    private static final Instant MOVED_ACKNOWLEDGEMENT_DUE = Instant.parse("2027-01-01T00:00:00Z");
    private static final CalendarChange CLOSED =
            new CalendarChange(List.of(new SkippedDay(PROCLAIMED, Proclaimed.WHY)), List.of());

    @Test
    @Rule({"COL-28", "COL-29"})
    void every_open_date_that_a_proclaimed_day_touches_moves_and_says_why() {
        var after = given(received()).when(reconcile(IN_TIME, PROCLAIMED));

        assertThat(after.events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).isInstanceOfSatisfying(DeadlineMoved.class, moved -> {
                    assertThat(moved.revision()).isEqualTo(2);
                    assertThat(moved.because()).isEqualTo(CLOSED);
                    assertThat(moved.at()).isEqualTo(IN_TIME);
                }));
        Stand stand = Stand.of(after.and());
        assertThat(stand.enquiry().deadlines())
                .extracting(deadline -> deadline.proof().dueOn())
                .containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 13));
        assertThat(stand.deadline(ACKNOWLEDGEMENT).dueAt()).isEqualTo(MOVED_ACKNOWLEDGEMENT_DUE);
        assertThat(stand.enquiry().deadlines()).allMatch(Deadline::isOpen);
        assertThat(stand.deadline(ACKNOWLEDGEMENT).proof().calendar())
                .isEqualTo(Proclaimed.calendar(PROCLAIMED).version());
    }

    @Test
    void withdrawn_again_the_dates_come_back_under_the_next_revision_and_the_day_is_named_as_opened() {
        var there = given(received()).when(reconcile(IN_TIME, PROCLAIMED)).and();

        var back = there.when(reconcile(IN_TIME));

        assertThat(back.events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).isInstanceOfSatisfying(DeadlineMoved.class, moved -> {
                    assertThat(moved.revision()).isEqualTo(3);
                    assertThat(moved.because()).isEqualTo(new CalendarChange(List.of(), List.of(PROCLAIMED)));
                }));
        assertThat(Stand.of(back.and()).enquiry().deadlines())
                .extracting(Deadline::dueAt)
                .containsExactlyElementsOf(Stand.of(given(received())).enquiry().deadlines().stream()
                        .map(Deadline::dueAt)
                        .toList());
    }

    @Test
    void it_happens_once_and_only_to_what_it_touches() {
        var after = given(received()).when(reconcile(IN_TIME, JANUARY));

        assertThat(after.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlineMoved.class,
                        moved -> assertThat(moved.deadlineId()).isEqualTo(FULL_RESPONSE));
        after.and().when(reconcile(IN_TIME, JANUARY)).thenNothing();
    }

    @Test
    void a_day_at_a_weekend_on_a_holiday_or_outside_the_count_changes_nothing() {
        given(received())
                .when(reconcile(
                        IN_TIME,
                        LocalDate.of(2026, 12, 26),
                        LocalDate.of(2026, 12, 28),
                        LocalDate.of(2026, 12, 24),
                        LocalDate.of(2027, 1, 13)))
                .thenNothing();
        given(received()).when(reconcile(IN_TIME)).thenNothing();
    }

    @Test
    @Rule("COL-28")
    void what_was_missed_for_a_day_that_is_now_before_its_date_was_not_and_is_open_again() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(reconcile(ACKNOWLEDGEMENT_DUE, PROCLAIMED));

        assertThat(after.events().getFirst()).isInstanceOfSatisfying(DeadlineAnnulled.class, annulled -> {
            assertThat(annulled.deadlineId()).isEqualTo(ACKNOWLEDGEMENT);
            assertThat(annulled.revision()).isEqualTo(2);
            assertThat(annulled.dueAt()).isEqualTo(MOVED_ACKNOWLEDGEMENT_DUE);
            assertThat(annulled.because()).isEqualTo(CLOSED);
        });
        assertThat(after.events().getLast()).isInstanceOf(DeadlineMoved.class);
        Stand stand = Stand.of(after.and());
        assertThat(stand.deadline(ACKNOWLEDGEMENT).isOpen()).isTrue();
        assertThat(stand.deadline(ACKNOWLEDGEMENT).told()).isEmpty();
        assertThat(stand.enquiry().isOverdue(MOVED_ACKNOWLEDGEMENT_DUE.minusNanos(1)))
                .isFalse();
    }

    @Test
    void missed_again_by_its_new_date_it_is_another_breach_of_which_all_are_told() {
        var annulled = given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(reconcile(ACKNOWLEDGEMENT_DUE, PROCLAIMED))
                .and();

        annulled.when(lapse(ACKNOWLEDGEMENT, 1, BETWEEN)).then(new DeadlineSpared(ACKNOWLEDGEMENT, 1, 1, BETWEEN));
        var again = annulled.when(new Lapse(ACKNOWLEDGEMENT, 2, 0, BETWEEN, CityEnquiry.LINE))
                .and();

        assertThat(Stand.of(again).deadline(ACKNOWLEDGEMENT).standing())
                .isEqualTo(new Standing.Missed(BETWEEN, 0, Set.of(OFFICER, MANAGER)));
    }

    @Test
    @Rule("COL-28")
    void what_was_met_late_only_by_the_old_date_was_met() {
        Instant lateByTheOld = ACKNOWLEDGEMENT_DUE.plusSeconds(3600);

        var after = given(received(), breached(ACKNOWLEDGEMENT, lateByTheOld), acknowledged(lateByTheOld))
                .when(reconcile(BETWEEN, PROCLAIMED));

        assertThat(after.events().getFirst()).isInstanceOf(DeadlineAnnulled.class);
        assertThat(Stand.of(after.and()).deadline(ACKNOWLEDGEMENT).standing())
                .isEqualTo(new Standing.Met(lateByTheOld));
    }

    @Test
    void at_the_very_moment_of_the_new_date_it_is_late_by_that_too() {
        var after = given(
                        received(),
                        breached(ACKNOWLEDGEMENT, MOVED_ACKNOWLEDGEMENT_DUE),
                        acknowledged(MOVED_ACKNOWLEDGEMENT_DUE))
                .when(reconcile(BETWEEN, PROCLAIMED));

        assertThat(after.events().getFirst()).isInstanceOf(DeadlineMoved.class);
        assertThat(Stand.of(after.and()).acknowledgement()).isEqualTo("met-late");
    }

    @Test
    void what_is_missed_by_the_new_date_too_moves_and_stays_missed_with_all_who_were_told() {
        var after = given(received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .when(reconcile(MOVED_ACKNOWLEDGEMENT_DUE, PROCLAIMED));

        assertThat(after.events().getFirst()).isInstanceOf(DeadlineMoved.class);
        Deadline deadline = Stand.of(after.and()).deadline(ACKNOWLEDGEMENT);
        assertThat(deadline.standing())
                .isEqualTo(new Standing.Missed(ACKNOWLEDGEMENT_DUE, 0, Set.of(OFFICER, MANAGER)));
        assertThat(deadline.revision()).isEqualTo(2);
    }

    @Test
    void a_date_that_comes_back_into_the_past_is_open_until_the_clock_or_an_act_finds_it_out() {
        var forth = given(received()).when(reconcile(IN_TIME, PROCLAIMED)).and();
        Instant meanwhile = ACKNOWLEDGEMENT_DUE.plusSeconds(60);

        var back = forth.when(reconcile(meanwhile)).and();

        assertThat(Stand.of(back).acknowledgement()).isEqualTo("open");
        assertThat(Stand.of(back).enquiry().isOverdue(meanwhile)).isTrue();
        assertThat(Stand.of(back.when(respond(meanwhile)).and()).acknowledgement())
                .isEqualTo("met-late");
    }

    @Test
    void what_was_met_in_time_or_released_is_left_as_it_is() {
        given(received(), answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE))
                .when(reconcile(BETWEEN, PROCLAIMED))
                .thenNothing();
        given(received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE))
                .when(reconcile(BETWEEN, PROCLAIMED))
                .thenNothing();
    }

    @Test
    void what_a_withdrawn_enquiry_had_missed_is_annulled_but_not_owed_again() {
        var after = given(
                        received(),
                        breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE),
                        withdrawn(ACKNOWLEDGEMENT_DUE, FULL_RESPONSE))
                .when(reconcile(ACKNOWLEDGEMENT_DUE, PROCLAIMED));

        assertThat(after.events()).singleElement().isInstanceOf(DeadlineAnnulled.class);
        assertThat(Stand.of(after.and()).acknowledgement()).isEqualTo("withdrawn");
        assertThat(Stand.of(after.and()).enquiry().status()).isEqualTo("withdrawn");
    }

    @Test
    void a_lapse_of_the_date_before_is_spared() {
        given(received())
                .when(reconcile(IN_TIME, PROCLAIMED))
                .and()
                .when(lapse(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE))
                .then(spared(ACKNOWLEDGEMENT, 1, ACKNOWLEDGEMENT_DUE));
    }

    @Test
    void the_stage_of_the_enquiry_is_not_changed_by_it() {
        assertThat(List.of(
                        given(received(), acknowledged(IN_TIME)),
                        given(received(), CityEnquiry.held(IN_TIME)),
                        given(received(), breached(ACKNOWLEDGEMENT, BETWEEN), answered(BETWEEN, FULL_RESPONSE))))
                .allSatisfy(before -> assertThat(Stand.of(before.when(reconcile(AFTER_ALL, PROCLAIMED))
                                        .and())
                                .enquiry()
                                .status())
                        .isEqualTo(Stand.of(before).enquiry().status()));
    }

    @Test
    void an_enquiry_that_was_not_received_has_nothing_to_reconcile() {
        var nothing = given();

        assertThatThrownBy(() -> nothing.when(reconcile(IN_TIME, PROCLAIMED)))
                .isInstanceOf(IllegalStateException.class);
    }
}
