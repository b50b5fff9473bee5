package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.profile;
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
import uk.concordat.council.domain.AdoptionEvent.AdoptionWithdrawn;
import uk.concordat.council.domain.AdoptionEvent.ProtocolAdopted;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.refusal.Ground;

class AdoptionRulesTest {

    private static final Council COUNCIL = new Council();
    private static final PersonId OFFICER = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
    private static final Instant NOW = Instant.parse("2026-12-21T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 21);
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);
    private static final PackId NEXT = new PackId("city-of-london", "2006-04-13");

    /** The council's files are in, with a protocol in force since 2000. */
    private static CouncilEvent[] loadedAnd(CouncilEvent... then) {
        return after(files(), then);
    }

    private static CouncilEvent[] after(CouncilFiles files, CouncilEvent... then) {
        var loaded = new ArrayList<>(given(COUNCIL).when(take(files)).events());
        loaded.addAll(List.of(then));
        return loaded.toArray(CouncilEvent[]::new);
    }

    private static CouncilFiles filesOf(Optional<PackId> pack, LocalDate from) {
        return new CouncilFiles(profile(pack, from), files().people(), files().posts(), files().holders());
    }

    private static AdoptProtocol adopt(PackId pack, LocalDate from) {
        return adopt(pack, from, "head-of-paid-service", Optional.empty());
    }

    private static AdoptProtocol adopt(PackId pack, LocalDate from, String role, Optional<Pack> present) {
        return new AdoptProtocol(pack, from, "Resolved.", Set.of(PACK, NEXT), OFFICER, Set.of(role), present, NOW);
    }

    private static ProtocolAdopted adopted(LocalDate from) {
        return new ProtocolAdopted(NEXT, from, "Resolved.", OFFICER, NOW);
    }

    private static WithdrawAdoption withdraw(LocalDate from, Instant now) {
        return new WithdrawAdoption(from, "Put off.", OFFICER, Set.of("head-of-paid-service"), Optional.empty(), now);
    }

    private static List<Profile.Adopted> protocols(CouncilState state) {
        return state.profile().orElseThrow().protocols();
    }

    private static void refused(CouncilRefusal refusal, String code, Ground ground) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.ground()).isEqualTo(ground);
        assertThat(refusal.detail()).endsWith(".");
    }

    @Test
    void a_protocol_is_adopted_from_a_day_ahead_and_the_one_before_it_stays_in_force_until_then() {
        CouncilState state = given(COUNCIL, loadedAnd())
                .when(adopt(NEXT, APRIL))
                .then(adopted(APRIL))
                .state();

        assertThat(protocols(state))
                .containsExactly(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(NEXT, APRIL));
    }

    @Test
    void withdrawn_while_it_is_ahead_the_one_before_it_stays_in_force() {
        CouncilState state = given(COUNCIL, loadedAnd(adopted(APRIL)))
                .when(withdraw(APRIL, NOW))
                .then(new AdoptionWithdrawn(NEXT, APRIL, "Put off.", OFFICER, NOW))
                .state();

        assertThat(protocols(state)).containsExactly(new Profile.Adopted(PACK, FIRST));
        refused(
                given(COUNCIL, loadedAnd(adopted(APRIL), new AdoptionWithdrawn(NEXT, APRIL, "P", OFFICER, NOW)))
                        .when(withdraw(APRIL, NOW))
                        .refusal(),
                "not-adopted",
                Ground.STATE);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-31T22:59:59Z, false", "2027-03-31T23:00:00Z, true", "2027-05-01T09:00:00Z, true"})
    void once_its_day_has_come_in_the_council_it_is_not_withdrawn(Instant now, boolean begun) {
        var when = given(COUNCIL, loadedAnd(adopted(APRIL))).when(withdraw(APRIL, now));

        if (begun) {
            refused(when.refusal(), "adoption-in-force", Ground.STATE);
        } else {
            assertThat(when.events()).hasSize(1);
        }
    }

    @Test
    void a_pack_that_there_is_not_is_refused_and_those_that_there_are_are_named() {
        CouncilRefusal refusal = given(COUNCIL, loadedAnd())
                .when(adopt(new PackId("harlow", "1999-01-01"), APRIL))
                .refusal();

        refused(refusal, "unknown-pack", Ground.CONTENT);
        assertThat(refusal.detail()).contains("city-of-london 2006-04-13, harlow 2024-05-16");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-20, adoption-day-over",
        "2000-01-01, adoption-day-over",
        "1999-12-31, adoption-day-too-far",
        "2031-12-22, adoption-day-too-far",
    })
    void days_that_are_over_keep_the_protocol_that_they_had(LocalDate from, String code) {
        refused(given(COUNCIL, loadedAnd()).when(adopt(NEXT, from)).refusal(), code, Ground.CONTENT);
    }

    @Test
    void where_none_has_been_in_force_one_may_be_from_a_day_that_is_over() {
        var without = filesOf(Optional.empty(), FIRST);
        var ahead = filesOf(Optional.of(PACK), APRIL);
        LocalDate january = LocalDate.of(2026, 1, 1);

        given(COUNCIL, after(without)).when(adopt(NEXT, january)).then(adopted(january));
        given(COUNCIL, after(ahead)).when(adopt(NEXT, january)).then(adopted(january));
    }

    @Test
    void what_is_in_force_on_that_day_is_not_adopted_again() {
        refused(given(COUNCIL, loadedAnd()).when(adopt(PACK, APRIL)).refusal(), "already-adopted", Ground.STATE);
        refused(
                given(COUNCIL, loadedAnd(adopted(APRIL)))
                        .when(adopt(NEXT, APRIL))
                        .refusal(),
                "already-adopted",
                Ground.STATE);
    }

    @Test
    void who_adopts_is_for_the_protocol_in_force_to_say_and_else_the_head_of_paid_service() {
        Optional<Pack> city = Optional.of(OpenPacks.city());
        CouncilRefusal refusal = given(COUNCIL, loadedAnd())
                .when(adopt(NEXT, APRIL, "member-services", city))
                .refusal();

        refused(refusal, "protocol-not-yours-to-adopt", Ground.ACTOR);
        assertThat(refusal.citation())
                .hasValueSatisfying(cited -> assertThat(cited.rule()).isEqualTo("COL-03"));
        given(COUNCIL, loadedAnd())
                .when(adopt(NEXT, APRIL, "monitoring-officer", city))
                .then(adopted(APRIL));
        refused(
                given(COUNCIL, loadedAnd())
                        .when(adopt(NEXT, APRIL, "monitoring-officer", Optional.empty()))
                        .refusal(),
                "protocol-not-yours-to-adopt",
                Ground.ACTOR);
    }

    @Test
    void files_neither_undo_what_an_officer_has_adopted_nor_bring_back_what_one_has_withdrawn() {
        CouncilFiles ofApril = filesOf(Optional.of(PACK), APRIL);
        var taken = given(COUNCIL, loadedAnd(adopted(APRIL)));
        var withdrawn = given(COUNCIL, after(ofApril, new AdoptionWithdrawn(PACK, APRIL, "Put off.", OFFICER, NOW)));

        taken.when(take(ofApril)).thenNothing();
        withdrawn.when(take(ofApril)).thenNothing();
        assertThat(ImportReport.of(List.of(), take(ofApril, TODAY), taken.state())
                        .kept())
                .containsExactly(new ImportReport.Named("protocol", "2027-04-01"));
        assertThat(ImportReport.of(List.of(), take(ofApril, TODAY), withdrawn.state())
                        .kept())
                .containsExactly(new ImportReport.Named("protocol", "2027-04-01"));
        CouncilFiles ofMay = filesOf(Optional.of(PACK), APRIL.plusMonths(1));
        taken.when(take(ofMay)).thenNothing();
        assertThat(ImportReport.of(List.of(), take(ofMay, TODAY), taken.state()).kept())
                .containsExactly(new ImportReport.Named("protocol", "2027-05-01"));
        taken.when(take(files())).thenNothing();
        assertThat(ImportReport.of(List.of(), take(files(), TODAY), taken.state())
                        .kept())
                .isEmpty();
    }
}
