package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.ClosureEvent.ClosureShortened;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.refusal.Ground;

class ClosureRulesTest {

    private static final Set<String> CALENDAR = Set.of("member-services");
    private static final Council COUNCIL = new Council();
    private static final PersonId JOEL = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
    private static final Instant NOW = Instant.parse("2026-12-21T09:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 29);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static CouncilEvent[] loadedAnd(CouncilEvent... then) {
        var loaded = new ArrayList<>(given(COUNCIL).when(take(files())).events());
        loaded.addAll(List.of(then));
        return loaded.toArray(CouncilEvent[]::new);
    }

    private static CloseOffices close(LocalDate from, LocalDate to, Optional<String> reason) {
        return new CloseOffices(from, to, "Christmas closure", "Minute 41", reason, JOEL, CALENDAR, NOW);
    }

    private static CloseOffices close(LocalDate from, LocalDate to) {
        return close(from, to, Optional.empty());
    }

    private static OfficesClosed closed(String version) {
        return new OfficesClosed(FIRST, LAST, "Christmas closure", "Minute 41", Optional.empty(), JOEL, NOW, version);
    }

    private static WithdrawClosure withdraw(Instant now) {
        return new WithdrawClosure(FIRST, "They stay open.", JOEL, CALENDAR, now);
    }

    private static void refused(CouncilRefusal refusal, String code, Ground ground) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.ground()).isEqualTo(ground);
        assertThat(refusal.detail()).endsWith(".");
    }

    @Test
    void offices_are_closed_on_all_days_of_a_span_which_makes_the_next_version_of_the_calendar() {
        CouncilState state = given(COUNCIL, loadedAnd())
                .when(close(FIRST, LAST))
                .then(closed("2"))
                .state();

        assertThat(state.profile().orElseThrow().calendarVersion()).isEqualTo("2");
        assertThat(state.closures().daysBeside(state.profile().orElseThrow()))
                .extracting(Profile.ClosedDay::day)
                .containsExactly(FIRST, FIRST.plusDays(1), LAST);
        assertThat(state.closures().daysBeside(state.profile().orElseThrow()))
                .extracting(Profile.ClosedDay::why)
                .containsOnly("Christmas closure (local: the council's own closure)");
    }

    @Test
    void a_bank_holiday_that_is_proclaimed_in_a_closure_is_one_and_stays_when_the_closure_goes() {
        var proclaimed = new NonWorkingDayProclaimed(
                LAST, "Bank holiday by proclamation", "Gazette", Optional.empty(), JOEL, NOW, "3");
        CouncilState both = given(COUNCIL, loadedAnd(closed("2"), proclaimed)).state();
        CouncilState after = given(COUNCIL, loadedAnd(closed("2"), proclaimed))
                .when(withdraw(NOW))
                .then(new ClosureWithdrawn(FIRST, "They stay open.", JOEL, NOW, "4"))
                .state();

        assertThat(both.closures().daysBeside(both.profile().orElseThrow())).hasSize(2);
        assertThat(after.closures().daysBeside(after.profile().orElseThrow())).isEmpty();
        assertThat(after.profile().orElseThrow().closedDays())
                .extracting(Profile.ClosedDay::day)
                .containsExactly(LAST);
    }

    @Test
    void files_that_are_loaded_afterwards_leave_closures() {
        given(COUNCIL, loadedAnd(closed("2"))).when(take(files())).thenNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-12-29, closure-ends-before-it-begins, CONTENT",
        "1999-12-29, 1999-12-31, day-too-far, CONTENT",
        "2031-12-20, 2031-12-31, day-too-far, CONTENT",
        "2027-03-01, 2027-04-01, closure-too-long, CONTENT",
        "2026-12-25, 2026-12-28, not-a-working-day-anyway, CONTENT",
        "2026-12-21, 2026-12-22, past-day-without-reason, CONTENT",
    })
    void what_makes_no_sense_is_refused(LocalDate from, LocalDate to, String code, Ground ground) {
        refused(given(COUNCIL, loadedAnd()).when(close(from, to)).refusal(), code, ground);
    }

    @Test
    void days_that_have_begun_are_closed_with_a_reason_and_31_days_at_most() {
        LocalDate today = LocalDate.of(2026, 12, 21);

        assertThat(given(COUNCIL, loadedAnd())
                        .when(close(today, today, Optional.of("The boiler burst.")))
                        .events())
                .hasSize(1);
        assertThat(given(COUNCIL, loadedAnd())
                        .when(close(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31)))
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 2027-01-05", "2026-12-22, 2026-12-29", "2026-12-30, 2026-12-30"})
    void two_closures_have_no_day_in_common(LocalDate from, LocalDate to) {
        refused(
                given(COUNCIL, loadedAnd(closed("2"))).when(close(from, to)).refusal(),
                "closure-overlaps",
                Ground.STATE);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-28T23:59:59Z, false", "2026-12-29T00:00:00Z, true", "2027-02-01T00:00:00Z, true"})
    void a_closure_is_withdrawn_while_all_of_it_is_ahead(Instant now, boolean begun) {
        var when = given(COUNCIL, loadedAnd(closed("2"))).when(withdraw(now));

        if (begun) {
            refused(when.refusal(), "day-has-begun", Ground.STATE);
        } else {
            assertThat(when.events()).hasSize(1);
        }
    }

    private static ShortenClosure shorten(LocalDate to, Instant now) {
        return new ShortenClosure(FIRST, to, "The boiler is mended.", JOEL, CALENDAR, now);
    }

    @Test
    void a_closure_that_has_begun_is_shortened_and_the_days_after_are_worked_again() {
        Instant second = Instant.parse("2026-12-30T09:00:00Z");
        LocalDate today = FIRST.plusDays(1);
        CouncilState state = given(COUNCIL, loadedAnd(closed("2")))
                .when(shorten(today, second))
                .then(new ClosureShortened(FIRST, today, "The boiler is mended.", JOEL, second, "3"))
                .state();

        assertThat(state.profile().orElseThrow().calendarVersion()).isEqualTo("3");
        assertThat(state.closures().daysBeside(state.profile().orElseThrow()))
                .extracting(Profile.ClosedDay::day)
                .containsExactly(FIRST, today);
        assertThat(given(COUNCIL, loadedAnd(closed("2"), shortened(today)))
                        .when(close(LAST, LAST))
                        .events())
                .as("a closure of days that are worked again")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // its last day now, when that is said, and how it is answered
        "2026-12-29, 2026-12-21T09:00:00Z, ",
        "2026-12-29, 2026-12-29T09:00:00Z, ",
        "2026-12-28, 2026-12-21T09:00:00Z, closure-not-shorter",
        "2026-12-29, 2026-12-30T00:00:00Z, closure-not-shorter",
        "2026-12-31, 2026-12-30T00:00:00Z, closure-not-shorter",
        "2027-01-01, 2026-12-30T00:00:00Z, closure-not-shorter",
        "2026-12-30, 2026-12-30T23:59:59Z, ",
        "2026-12-30, 2026-12-31T00:00:00Z, closure-over",
        "2026-12-31, 2027-02-01T00:00:00Z, closure-over",
    })
    void its_last_day_is_moved_to_today_or_later_and_only_nearer(LocalDate to, Instant now, @Nullable String code) {
        var when = given(COUNCIL, loadedAnd(closed("2"))).when(shorten(to, now));

        if (code == null) {
            assertThat(when.events()).hasSize(1);
        } else {
            refused(when.refusal(), code, code.equals("closure-over") ? Ground.STATE : Ground.CONTENT);
        }
    }

    private static ClosureShortened shortened(LocalDate to) {
        return new ClosureShortened(FIRST, to, "The boiler is mended.", JOEL, NOW, "3");
    }

    @Test
    void one_that_was_shortened_is_shortened_again_or_withdrawn_while_all_of_it_is_ahead() {
        var shortened = given(COUNCIL, loadedAnd(closed("2"), shortened(FIRST.plusDays(1))));

        refused(shortened.when(shorten(FIRST.plusDays(1), NOW)).refusal(), "closure-not-shorter", Ground.CONTENT);
        assertThat(shortened.when(shorten(FIRST, NOW)).events()).hasSize(1);
        CouncilState withdrawn = shortened
                .when(withdraw(NOW))
                .then(new ClosureWithdrawn(FIRST, "They stay open.", JOEL, NOW, "4"))
                .state();
        assertThat(withdrawn.closures().inForce()).isEmpty();
    }

    @Test
    void once_withdrawn_it_is_not_withdrawn_again_and_may_be_set_anew() {
        var withdrawn =
                given(COUNCIL, loadedAnd(closed("2"), new ClosureWithdrawn(FIRST, "They stay open.", JOEL, NOW, "3")));

        refused(withdrawn.when(withdraw(NOW)).refusal(), "already-withdrawn", Ground.STATE);
        refused(withdrawn.when(shorten(FIRST, NOW)).refusal(), "already-withdrawn", Ground.STATE);
        withdrawn.when(close(FIRST, LAST)).then(closed("4"));
    }

    @Test
    void only_member_services_close_offices() {
        var notOurs = new CloseOffices(FIRST, LAST, "C", "M", Optional.empty(), JOEL, Set.of(), NOW);
        var norThis = new WithdrawClosure(FIRST, "Why not", JOEL, Set.of(), NOW);

        var norThat = new ShortenClosure(FIRST, FIRST, "Why not", JOEL, Set.of(), NOW);

        refused(given(COUNCIL, loadedAnd(closed("2"))).when(norThat).refusal(), "member-services-only", Ground.ACTOR);
        refused(given(COUNCIL, loadedAnd()).when(notOurs).refusal(), "member-services-only", Ground.ACTOR);
        refused(given(COUNCIL, loadedAnd(closed("2"))).when(norThis).refusal(), "member-services-only", Ground.ACTOR);
    }
}
