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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.refusal.Ground;

class NonWorkingDaysTest {

    private static final Council COUNCIL = new Council();
    private static final PersonId JOEL = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
    private static final Set<String> MEMBER_SERVICES = Set.of("officer", "member-services");
    private static final Set<String> OTHERS = Set.of("officer", "head-of-paid-service");
    private static final Instant NOW = Instant.parse("2026-12-21T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private static CouncilEvent[] loadedAnd(CouncilEvent... then) {
        var loaded = new ArrayList<>(given(COUNCIL).when(take(files())).events());
        loaded.addAll(List.of(then));
        return loaded.toArray(CouncilEvent[]::new);
    }

    private static ProclaimNonWorkingDay proclaim(LocalDate day, Optional<String> reason, Instant now) {
        return new ProclaimNonWorkingDay(
                day, "Bank holiday by proclamation", "Gazette", reason, JOEL, MEMBER_SERVICES, now);
    }

    private static ProclaimNonWorkingDay proclaim(String day) {
        return proclaim(LocalDate.parse(day), Optional.empty(), NOW);
    }

    private static NonWorkingDayProclaimed proclaimed(LocalDate day, String version) {
        return new NonWorkingDayProclaimed(
                day, "Bank holiday by proclamation", "Gazette", Optional.empty(), JOEL, NOW, version);
    }

    private static WithdrawNonWorkingDay withdraw(Instant now) {
        return new WithdrawNonWorkingDay(DAY, "It was revoked.", JOEL, MEMBER_SERVICES, now);
    }

    private static NonWorkingDayWithdrawn withdrawn(String version) {
        return new NonWorkingDayWithdrawn(DAY, "It was revoked.", JOEL, NOW, version);
    }

    @Test
    void a_day_that_is_proclaimed_is_closed_and_makes_the_next_version_of_the_calendar() {
        var after = given(COUNCIL, loadedAnd()).when(proclaim("2027-01-04")).then(proclaimed(DAY, "2"));

        Profile profile = after.state().profile().orElseThrow();
        assertThat(profile.calendarVersion()).isEqualTo("2");
        assertThat(profile.closedDays())
                .containsExactly(new Profile.ClosedDay(DAY, "Bank holiday by proclamation", "Gazette"));
    }

    @Test
    void days_stand_in_their_order_and_every_change_makes_a_version() {
        CouncilState state = given(COUNCIL, loadedAnd())
                .when(proclaim("2027-01-05"))
                .and()
                .when(proclaim("2027-01-04"))
                .and()
                .when(withdraw(NOW))
                .then(withdrawn("4"))
                .when(proclaim("2027-01-04"))
                .then(proclaimed(DAY, "5"))
                .state();

        assertThat(state.profile().orElseThrow().closedDays())
                .extracting(Profile.ClosedDay::day)
                .containsExactly(DAY, DAY.plusDays(1));
    }

    @Test
    void a_withdrawn_day_is_worked_and_still_known() {
        CouncilState state = given(COUNCIL, loadedAnd(proclaimed(DAY, "2")))
                .when(withdraw(NOW))
                .then(withdrawn("3"))
                .state();

        assertThat(state.profile().orElseThrow().closedDays()).isEmpty();
        assertThat(state.profile().orElseThrow().calendarVersion()).isEqualTo("3");
        assertThat(state.proclamation(DAY).orElseThrow().isInForce()).isFalse();
    }

    @Test
    void files_that_are_loaded_afterwards_say_nothing_of_proclaimed_days_and_leave_them() {
        given(COUNCIL, loadedAnd(proclaimed(DAY, "2"))).when(take(files())).thenNothing();
    }

    @Test
    void only_member_services_keep_the_calendar() {
        var notOurs = new ProclaimNonWorkingDay(DAY, "Closure", "Minute 1", Optional.empty(), JOEL, OTHERS, NOW);
        var norThis = new WithdrawNonWorkingDay(DAY, "Why not", JOEL, OTHERS, NOW);

        refused(given(COUNCIL, loadedAnd()).when(notOurs).refusal(), "member-services-only", Ground.ACTOR);
        refused(
                given(COUNCIL, loadedAnd(proclaimed(DAY, "2"))).when(norThis).refusal(),
                "member-services-only",
                Ground.ACTOR);
    }

    @Test
    void a_day_is_proclaimed_once() {
        refused(
                given(COUNCIL, loadedAnd(proclaimed(DAY, "2")))
                        .when(proclaim("2027-01-04"))
                        .refusal(),
                "already-proclaimed",
                Ground.STATE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-26, is a Saturday",
        "2026-12-27, is a Sunday",
        "2026-12-25, is Christmas Day",
        "2026-12-28, is Boxing Day (substitute)",
        "2027-03-29, is Easter Monday",
        "2027-08-30, is",
    })
    void what_is_no_working_day_anyway_is_told_and_why(String day, String why) {
        CouncilRefusal refusal = given(COUNCIL, loadedAnd()).when(proclaim(day)).refusal();

        refused(refusal, "not-a-working-day-anyway", Ground.CONTENT);
        assertThat(refusal.detail()).startsWith(day + " " + why);
    }

    @ParameterizedTest
    @CsvSource({"1999-12-31", "0001-01-01", "2031-12-22", "9999-12-31"})
    void days_before_2000_and_more_than_five_years_ahead_are_too_far(String day) {
        refused(given(COUNCIL, loadedAnd()).when(proclaim(day)).refusal(), "day-too-far", Ground.CONTENT);
    }

    @Test
    void the_furthest_days_are_five_years_ahead_and_the_first_working_day_of_2000() {
        var given = given(COUNCIL, loadedAnd());

        assertThat(given.when(proclaim("2031-12-19")).events()).hasSize(1);
        assertThat(given.when(proclaim(LocalDate.of(2000, 1, 4), Optional.of("Found in the minutes"), NOW))
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // The day begins at midnight in London, which in summer is 23:00 UTC of the day before.
        "2027-01-04, 2027-01-03T23:59:59Z, false",
        "2027-01-04, 2027-01-04T00:00:00Z, true",
        "2027-06-02, 2027-06-01T22:59:59Z, false",
        "2027-06-02, 2027-06-01T23:00:00Z, true",
        "2027-06-02, 2027-06-03T12:00:00Z, true",
    })
    void a_day_that_has_begun_in_the_council_needs_a_reason(LocalDate day, Instant now, boolean needed) {
        var given = given(COUNCIL, loadedAnd());

        if (needed) {
            refused(
                    given.when(proclaim(day, Optional.empty(), now)).refusal(),
                    "past-day-without-reason",
                    Ground.CONTENT);
        } else {
            assertThat(given.when(proclaim(day, Optional.empty(), now)).events())
                    .hasSize(1);
        }
        assertThat(given.when(proclaim(day, Optional.of("The Gazette came late."), now))
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-03T23:59:59Z, false", "2027-01-04T00:00:00Z, true", "2027-03-01T00:00:00Z, true"})
    void a_day_is_withdrawn_only_while_it_is_ahead(Instant now, boolean begun) {
        var when = given(COUNCIL, loadedAnd(proclaimed(DAY, "2"))).when(withdraw(now));

        if (begun) {
            refused(when.refusal(), "day-has-begun", Ground.STATE);
        } else {
            assertThat(when.events()).hasSize(1);
        }
    }

    @Test
    void a_day_is_withdrawn_once() {
        refused(
                given(COUNCIL, loadedAnd(proclaimed(DAY, "2"), withdrawn("3")))
                        .when(withdraw(NOW))
                        .refusal(),
                "already-withdrawn",
                Ground.STATE);
    }

    private static void refused(CouncilRefusal refusal, String code, Ground ground) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.ground()).isEqualTo(ground);
        assertThat(refusal.detail()).endsWith(".");
        assertThat(refusal.citation()).isEmpty();
    }
}
