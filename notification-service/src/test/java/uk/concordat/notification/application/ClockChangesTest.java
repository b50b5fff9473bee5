package uk.concordat.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.days.WorkingDays;

/** The hour that is left out or comes twice in a year, and a clock that is set back. */
@QuarkusTest
class ClockChangesTest extends SweepsAlone {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales("test/1", List.of());
    private static final Instant DUE = Instant.parse("2026-12-31T00:00:00Z");
    private static final Instant FIRST_RUNG = Instant.parse("2027-01-01T00:00:00Z");

    /** Clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-28T00:00:00Z",
        "2026-03-30, 2026-03-30T23:00:00Z",
        "2026-03-31, 2026-03-31T23:00:00Z",
        "2026-10-23, 2026-10-23T23:00:00Z",
        "2026-10-26, 2026-10-27T00:00:00Z",
        "2026-10-27, 2026-10-28T00:00:00Z"
    })
    void a_working_day_about_a_change_of_the_clocks_lapses_with_its_own_midnight_and_not_before(
            LocalDate day, Instant midnight) {
        WorkingDays oneDay = CALENDAR.forward(CALENDAR.backward(day, 1).dueOn(), 1);
        assertThat(oneDay.dueOn()).isEqualTo(day);
        assertThat(oneDay.dueAt(LONDON)).isEqualTo(midnight);
        database.watch(COUNCIL.key(), "enquiry", 1, oneDay.dueAt(LONDON));

        database.clock(midnight.minusSeconds(60));
        drain(database.replica());
        assertThat(reports()).isEmpty();

        database.clock(midnight);
        drain(database.replica());
        assertThat(reports()).containsExactly("enquiry-1 1.0");
    }

    /** From Friday's end to Monday's end are 71 hours in March and 73 in October. */
    @ParameterizedTest
    @CsvSource({"2026-03-27, 2026-03-30T23:00:00Z", "2026-10-23, 2026-10-27T00:00:00Z"})
    void a_rung_of_one_working_day_over_a_change_of_the_clocks_comes_with_mondays_end(LocalDate friday, Instant rung) {
        database.council(COUNCIL.key(), 1);
        Instant fridaysEnd = friday.plusDays(1).atStartOfDay(LONDON).toInstant();
        database.watch(COUNCIL.key(), "enquiry", 1, fridaysEnd);
        database.clock(fridaysEnd);
        drain(database.replica());

        // Noted too early, so that it is the sweep that has to count.
        database.execute("update deadline_watch set next_rung = 1, next_at = '%s'"
                .formatted(fridaysEnd.plus(Duration.ofHours(70))));
        database.clock(rung.minusSeconds(60));
        drain(database.replica());
        assertThat(reports()).containsExactly("enquiry-1 1.0");

        database.clock(rung);
        drain(database.replica());
        assertThat(reports()).containsExactly("enquiry-1 1.0", "enquiry-1 1.1");
    }

    @Test
    void an_hour_back_nothing_is_reported_again_or_early_and_what_comes_after_once() {
        database.watch(COUNCIL.key(), "reported", 2, DUE);
        database.watch(COUNCIL.key(), "to-come", 2, DUE.plusSeconds(1800));
        database.clock(DUE);
        drain(database.replica());

        database.clock(DUE.minusSeconds(3600));
        database.watch(COUNCIL.key(), "meanwhile", 1, DUE.minusSeconds(1800));
        drain(database.replica());
        assertThat(reports()).containsExactlyInAnyOrder("reported-1 1.0", "reported-2 1.0");

        database.clock(DUE.minusSeconds(1800));
        drain(database.replica());
        database.clock(DUE.plusSeconds(1800));
        drain(database.replica());
        assertThat(reports())
                .containsExactlyInAnyOrder(
                        "reported-1 1.0", "reported-2 1.0", "meanwhile-1 1.0", "to-come-1 1.0", "to-come-2 1.0");
    }

    @Test
    void an_hour_back_a_rung_is_not_reported_again() {
        database.council(COUNCIL.key(), 1);
        database.watch(COUNCIL.key(), "missed", 1, DUE);
        database.execute("update deadline_watch set next_rung = 1, next_at = '%s'".formatted(FIRST_RUNG));
        database.clock(FIRST_RUNG);
        drain(database.replica());

        database.clock(FIRST_RUNG.minusSeconds(3600));
        // As when the mention of the breach comes once more.
        database.execute("update deadline_watch set next_at = '%s'".formatted(FIRST_RUNG));
        drain(database.replica());
        assertThat(reports()).containsExactly("missed-1 1.1");
        database.clock(FIRST_RUNG);
        drain(database.replica());
        assertThat(reports()).containsExactly("missed-1 1.1");
    }
}
