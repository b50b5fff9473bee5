package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.notification.domain.Lapses.Reported;
import uk.concordat.protocols.deadlines.DeadlineId;

class LapsesTest {

    private static final Lapses LAPSES = new Lapses();
    private static final DeadlineId DEADLINE = new DeadlineId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
    private static final CaseReference CASE =
            new CaseReference("/councils/city-of-london/enquiries", "01980000-0000-7000-8000-000000000002");
    private static final Instant DUE = Instant.parse("2026-12-31T00:00:00Z");

    private static ReportLapse report(int revision, int rung, Instant due, Instant now) {
        return new ReportLapse(DEADLINE, revision, rung, due, CASE, now);
    }

    private static DeadlineLapsed lapsed(int revision, int rung, Instant due, Instant at) {
        return new DeadlineLapsed(DEADLINE, revision, rung, due, CASE, at);
    }

    @Test
    void a_deadline_is_reported_at_its_very_moment() {
        given(LAPSES).when(report(1, 0, DUE, DUE)).then(lapsed(1, 0, DUE, DUE));
    }

    @Test
    void it_is_never_reported_early_not_even_by_an_instant() {
        given(LAPSES).when(report(1, 0, DUE, DUE.minusNanos(1))).thenNothing();
    }

    @Test
    void what_was_looked_at_too_early_is_reported_when_its_moment_has_come() {
        given(LAPSES)
                .when(report(1, 0, DUE, DUE.minusNanos(1)))
                .thenNothing()
                .when(report(1, 0, DUE, DUE))
                .then(lapsed(1, 0, DUE, DUE));
    }

    @Test
    void a_clock_that_slept_reports_late_and_says_when_it_was_due() {
        Instant woke = DUE.plus(Duration.ofDays(3));

        given(LAPSES).when(report(1, 0, DUE, woke)).then(lapsed(1, 0, DUE, woke));
    }

    @Test
    void the_same_revision_and_rung_is_reported_once() {
        given(LAPSES, lapsed(1, 0, DUE, DUE))
                .when(report(1, 0, DUE, DUE.plusSeconds(1)))
                .thenNothing();
    }

    @Test
    void a_deadline_that_was_moved_is_reported_anew_at_its_new_moment() {
        Instant moved = DUE.plus(Duration.ofDays(1));

        given(LAPSES, lapsed(1, 0, DUE, DUE))
                .when(report(2, 0, moved, DUE))
                .thenNothing()
                .when(report(2, 0, moved, moved))
                .then(lapsed(2, 0, moved, moved));
    }

    @Test
    void each_rung_of_the_ladder_is_reported_for_itself() {
        Instant next = DUE.plus(Duration.ofDays(2));

        var after = given(LAPSES, lapsed(1, 0, DUE, DUE))
                .when(report(1, 1, next, next))
                .then(lapsed(1, 1, next, next));

        assertThat(after.state()).isEqualTo(Set.of(new Reported(1, 0), new Reported(1, 1)));
    }

    static LongStream seeds() {
        long first = new Random().nextLong();
        return LongStream.concat(LongStream.rangeClosed(1, 50), LongStream.range(first, first + 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whenever_the_clock_looks_it_reports_each_revision_and_rung_once_and_none_early(long seed) {
        Random random = new Random(seed);
        Set<Reported> state = LAPSES.initial();
        List<LapseEvent> history = new ArrayList<>();
        for (int look = 0; look < 60; look++) {
            Instant now = DUE.plusMillis(random.nextInt(2_000) - 1_000);
            var decision = LAPSES.decide(report(1 + random.nextInt(3), random.nextInt(3), DUE, now), state);
            if (decision instanceof Decision.Accepted<LapseEvent, NoRefusal>(List<LapseEvent> events)) {
                history.addAll(events);
                state = LAPSES.fold(state, events);
            }
        }

        Set<Reported> seen = new HashSet<>();
        assertThat(history).allSatisfy(event -> {
            DeadlineLapsed lapse = (DeadlineLapsed) event;
            assertThat(lapse.at()).isAfterOrEqualTo(lapse.due());
            assertThat(seen.add(new Reported(lapse.revision(), lapse.rung()))).isTrue();
        });
        assertThat(state).isEqualTo(seen).isNotEmpty();
    }
}
