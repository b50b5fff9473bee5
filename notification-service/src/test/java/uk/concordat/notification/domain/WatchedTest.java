package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.protocols.deadlines.DeadlineAction.ANNULLED;
import static uk.concordat.protocols.deadlines.DeadlineAction.BREACHED;
import static uk.concordat.protocols.deadlines.DeadlineAction.MET;
import static uk.concordat.protocols.deadlines.DeadlineAction.MET_LATE;
import static uk.concordat.protocols.deadlines.DeadlineAction.MOVED;
import static uk.concordat.protocols.deadlines.DeadlineAction.REASSIGNED;
import static uk.concordat.protocols.deadlines.DeadlineAction.SET;
import static uk.concordat.protocols.deadlines.DeadlineAction.SPARED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineAction;

/** The council reminds one working day before; what is missed climbs every two. */
class WatchedTest {

    private static final LocalTimes TIMES = new LocalTimes(
            WorkingCalendar.englandAndWales("test/1", List.of()),
            ZoneId.of("Europe/London"),
            Optional.of(1),
            Optional.of(2));
    private static final Instant CHRISTMAS_EVE = Instant.parse("2026-12-24T10:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-31T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-05T00:00:00Z");
    private static final Instant FIRST_RUNG = Instant.parse("2027-01-05T00:00:00Z");
    private static final Instant SECOND_RUNG = Instant.parse("2027-01-07T00:00:00Z");

    private Optional<Watched> watched = Optional.empty();

    private WatchedTest given(Mentioned... mentions) {
        for (Mentioned mention : mentions) {
            when(mention);
        }
        return this;
    }

    private Watched when(Mentioned mention) {
        watched = Watched.after(watched, mention, TIMES).or(() -> watched);
        return watched.orElseThrow();
    }

    private static Mentioned mention(
            DeadlineAction action, Status status, int revision, int rung, Instant dueAt, boolean climbs, Instant at) {
        LocalDate dueOn = LocalDate.ofInstant(dueAt.minusSeconds(1), ZoneId.of("Europe/London"));
        return new Mentioned(revision, action, Optional.of(status), rung, dueOn, dueAt, climbs, at);
    }

    private static Mentioned set() {
        return mention(SET, Status.OPEN, 1, 0, DUE, false, CHRISTMAS_EVE);
    }

    private static Mentioned breached(int rung, boolean climbs) {
        return mention(BREACHED, Status.MISSED, 1, rung, DUE, climbs, DUE);
    }

    private static Mentioned moved(Status status, Instant at) {
        return mention(MOVED, status, 2, 0, LATER, false, at);
    }

    /** As the sweep leaves it, until its owner answers. */
    private static Watched reported(Watched climbing) {
        return new Watched(
                climbing.revision(),
                climbing.status(),
                climbing.dueOn(),
                climbing.dueAt(),
                climbing.since(),
                climbing.breach(),
                climbing.climbs(),
                climbing.nextRung(),
                Optional.empty(),
                climbing.remindAt());
    }

    @Test
    void what_is_set_is_reported_at_its_moment_and_recalled_a_working_day_before() {
        Watched after = when(set());

        assertThat(after.nextRung()).isZero();
        assertThat(after.nextAt()).contains(DUE);
        assertThat(after.remindAt()).contains(Instant.parse("2026-12-29T00:00:00Z"));
        assertThat(after.since()).contains(CHRISTMAS_EVE);
    }

    @Test
    void a_breach_that_climbs_is_reported_rung_by_rung() {
        Watched first = given(set()).when(breached(0, true));
        assertThat(first.nextRung()).isEqualTo(1);
        assertThat(first.nextAt()).contains(FIRST_RUNG);
        assertThat(first.remindAt()).isEmpty();

        Watched second = when(breached(1, true));
        assertThat(second.nextRung()).isEqualTo(2);
        assertThat(second.nextAt()).contains(SECOND_RUNG);
        assertThat(second.breach()).contains(1);
    }

    @Test
    void where_nobody_further_up_is_to_be_told_nothing_more_is_reported() {
        assertThat(given(set(), breached(0, true)).when(breached(1, false)).nextAt())
                .isEmpty();
    }

    @Test
    void where_the_council_has_set_no_days_nothing_climbs() {
        LocalTimes nothingSet = new LocalTimes(TIMES.calendar(), TIMES.zone(), Optional.empty(), Optional.empty());
        Optional<Watched> open = Watched.after(Optional.empty(), set(), nothingSet);

        assertThat(open.orElseThrow().remindAt()).isEmpty();
        assertThat(Watched.after(open, breached(0, true), nothingSet)
                        .orElseThrow()
                        .nextAt())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MET", "MET_LATE", "WITHDRAWN"})
    void of_what_is_settled_nothing_more_is_reported_and_nobody_reminded(DeadlineAction action) {
        Status status = Status.valueOf(action.name());
        Watched after = given(set()).when(mention(action, status, 1, 0, DUE, false, DUE));

        assertThat(after.status()).isEqualTo(status);
        assertThat(after.nextAt()).isEmpty();
        assertThat(after.remindAt()).isEmpty();
    }

    @Test
    void a_late_act_ends_the_climb() {
        assertThat(given(set(), breached(0, true))
                        .when(mention(MET_LATE, Status.MET_LATE, 1, 0, DUE, false, DUE))
                        .nextAt())
                .isEmpty();
    }

    @Test
    void a_deadline_that_moved_in_time_runs_anew() {
        Watched after = given(set()).when(moved(Status.OPEN, CHRISTMAS_EVE));

        assertThat(after.revision()).isEqualTo(2);
        assertThat(after.nextRung()).isZero();
        assertThat(after.nextAt()).contains(LATER);
        assertThat(after.remindAt()).contains(Instant.parse("2026-12-31T00:00:00Z"));
    }

    @Test
    void a_missed_deadline_that_moved_stays_on_its_rung_and_in_its_breach_and_counts_from_then() {
        Instant theTenth = Instant.parse("2027-01-11T09:00:00Z");
        Watched after = given(set(), breached(0, true)).when(moved(Status.MISSED, theTenth));

        assertThat(after.nextRung()).isEqualTo(1);
        assertThat(after.nextAt())
                .as("by the end of Wednesday 13 January")
                .contains(Instant.parse("2027-01-14T00:00:00Z"));
        assertThat(after.breach()).contains(1);
    }

    @Test
    void a_missed_deadline_that_had_stopped_climbing_does_not_climb_for_having_moved() {
        assertThat(given(set(), breached(0, false))
                        .when(moved(Status.MISSED, DUE))
                        .nextAt())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MET", "MET_LATE"})
    void of_what_is_done_a_new_date_is_watched_no_more(Status done) {
        assertThat(given(set(), mention(MET, Status.MET, 1, 0, DUE, false, DUE))
                        .when(moved(done, DUE))
                        .nextAt())
                .isEmpty();
    }

    @Test
    void what_is_annulled_is_watched_from_the_beginning_and_its_next_breach_is_another() {
        Watched open = given(set(), breached(0, true)).when(mention(ANNULLED, Status.OPEN, 2, 0, LATER, false, DUE));
        assertThat(open.nextRung()).isZero();
        assertThat(open.nextAt()).contains(LATER);
        assertThat(open.breach()).isEmpty();

        assertThat(when(mention(BREACHED, Status.MISSED, 2, 0, LATER, true, LATER))
                        .breach())
                .contains(2);
    }

    @Test
    void what_is_annulled_and_had_been_done_by_then_is_watched_no_more() {
        Watched after = given(set(), breached(0, true), mention(MET_LATE, Status.MET_LATE, 1, 0, DUE, false, DUE))
                .when(mention(ANNULLED, Status.MET, 2, 0, LATER, false, DUE));

        assertThat(after.nextAt()).isEmpty();
        assertThat(after.breach()).isEmpty();
    }

    @Test
    void another_officer_changes_neither_the_rung_nor_its_moment() {
        Watched before = given(set()).when(breached(0, true));

        Watched after = when(mention(REASSIGNED, Status.MISSED, 1, 0, DUE, false, LATER));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_rung_that_is_spared_ends_the_climb() {
        Watched climbing = given(set()).when(breached(0, true));
        Watched awaiting = reported(climbing);

        Optional<Watched> after = Watched.after(
                Optional.of(awaiting), mention(SPARED, Status.MISSED, 1, 1, DUE, false, FIRST_RUNG), TIMES);

        assertThat(after.orElseThrow().nextAt()).isEmpty();
        assertThat(after.orElseThrow().climbs()).isFalse();
    }

    @Test
    void a_sparing_that_answers_a_report_from_before_it_moved_ends_nothing() {
        given(set(), breached(0, true), moved(Status.MISSED, DUE));

        assertThat(Watched.after(watched, mention(SPARED, Status.MISSED, 2, 1, LATER, false, FIRST_RUNG), TIMES))
                .isEmpty();
    }

    @Test
    void that_the_breach_itself_is_spared_changes_nothing() {
        given(set());

        assertThat(Watched.after(watched, mention(SPARED, Status.OPEN, 1, 0, DUE, false, DUE), TIMES))
                .isEmpty();
    }

    @Test
    void what_is_said_of_an_earlier_revision_changes_nothing() {
        given(set(), moved(Status.OPEN, CHRISTMAS_EVE));

        assertThat(Watched.after(watched, breached(0, true), TIMES)).isEmpty();
    }
}
