package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.DirectoryEntry.Name;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.council.domain.ProvisioningRefusal.Reason;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.people.PersonId;

class ProvisionedPeopleTest {

    private static final Council COUNCIL = new Council();
    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    static final PersonId IDA = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));

    static DirectoryEntry entry(String userName, String name, boolean active) {
        return new DirectoryEntry(
                userName,
                Optional.of("ext-" + userName),
                Name.NOT_SAID,
                Optional.of(name),
                Optional.of(userName + "@harlow.example"),
                Optional.of("work"),
                Optional.empty(),
                Optional.of("7"),
                Optional.of("Planning"),
                Optional.empty(),
                active);
    }

    static DirectoryEntry under(DirectoryEntry entry, String manager) {
        return new DirectoryEntry(
                entry.userName(),
                entry.externalId(),
                entry.name(),
                entry.displayName(),
                entry.email(),
                entry.emailType(),
                entry.userType(),
                entry.employeeNumber(),
                entry.department(),
                Optional.of(manager),
                entry.active());
    }

    static ProvisioningSituation on(LocalDate today, PeopleMaster master) {
        return new ProvisioningSituation(master, Map.of(), today, Instant.parse(today + "T09:00:00Z"));
    }

    private static ProvisionPerson somebodyNew(DirectoryEntry entry) {
        return new ProvisionPerson(Optional.empty(), IDA, entry, "officer", on(TODAY, PeopleMaster.CSV));
    }

    static ProvisionPerson told(PersonId of, DirectoryEntry entry, LocalDate today, PeopleMaster master) {
        return new ProvisionPerson(Optional.of(of), of, entry, "officer", on(today, master));
    }

    static Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> loaded() {
        return given(COUNCIL).when(take(files())).and();
    }

    static Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> withIda() {
        return loaded().when(somebodyNew(entry("ida", "Ida Lund", true))).and();
    }

    static Person ida(Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> scenario) {
        return scenario.state().person(IDA).orElseThrow();
    }

    @Test
    void somebody_new_is_in_office_from_today_and_what_only_the_directory_knows_is_kept_beside() {
        DirectoryEntry entry = entry("ida", "Ida Lund", true);

        loaded().when(somebodyNew(entry))
                .then(
                        new PersonRecorded(
                                IDA,
                                "ida",
                                "Ida Lund",
                                "officer",
                                Optional.empty(),
                                Optional.of("ida@harlow.example"),
                                TODAY,
                                Optional.empty()),
                        new PersonProvisioned(IDA, entry, true, false, Instant.parse("2026-07-01T09:00:00Z")))
                .when(told(IDA, entry, TODAY, PeopleMaster.CSV))
                .thenNothing();
    }

    @Test
    void who_is_deactivated_has_today_as_last_day_and_who_is_active_again_has_none() {
        var left = withIda()
                .when(told(IDA, entry("ida", "Ida Lund", false), TODAY.plusDays(9), PeopleMaster.CSV))
                .and();
        assertThat(ida(left).to()).contains(TODAY.plusDays(9));

        var back = left.when(told(IDA, entry("ida", "Ida Lund", true), TODAY.plusDays(30), PeopleMaster.CSV))
                .and();
        assertThat(ida(back).to()).isEmpty();
        assertThat(ida(back).from()).isEqualTo(TODAY.plusDays(30));
        assertThat(ida(back).isInOffice(TODAY.plusDays(9))).isTrue();
        assertThat(ida(back).isInOffice(TODAY.plusDays(10))).isFalse();
    }

    @Test
    void who_comes_deactivated_is_in_office_from_the_day_on_which_they_become_active() {
        var known = loaded().when(somebodyNew(entry("ida", "Ida Lund", false))).and();
        assertThat(ida(known).to()).contains(TODAY.minusDays(1));

        var begun = known.when(told(IDA, entry("ida", "Ida Lund", true), TODAY.plusDays(5), PeopleMaster.CSV))
                .and();
        assertThat(ida(begun).from()).isEqualTo(TODAY.plusDays(5));
        assertThat(ida(begun).to()).isEmpty();
    }

    @Test
    void a_day_on_which_somebody_will_leave_stays_while_they_are_active() {
        Person leaving = new Person(
                IDA,
                "ida",
                "Ida Lund",
                "officer",
                Optional.empty(),
                Optional.empty(),
                TODAY,
                Optional.of(TODAY.plusDays(40)),
                Optional.empty(),
                List.of(),
                List.of());
        var known = given(COUNCIL, PersonRecorded.of(leaving))
                .when(told(IDA, entry("ida", "Ida Lund-May", true), TODAY, PeopleMaster.SCIM))
                .and();

        assertThat(ida(known).to()).contains(TODAY.plusDays(40));
        assertThat(ida(known).name()).isEqualTo("Ida Lund-May");
    }

    @Test
    void a_name_or_an_id_that_somebody_else_has_is_refused() {
        assertThat(withIda()
                        .when(somebodyNew(entry("OLU", "Olu the Second", true)))
                        .refusal())
                .isInstanceOfSatisfying(
                        ProvisioningRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NAME_TAKEN));
        DirectoryEntry other = entry("ida", "Ida Lund", true);
        var taken = new ProvisionPerson(
                Optional.empty(),
                new PersonId(UUID.randomUUID()),
                new DirectoryEntry(
                        "ines",
                        other.externalId(),
                        Name.NOT_SAID,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                "officer",
                on(TODAY, PeopleMaster.CSV));
        assertThat(withIda().when(taken).refusal().code()).isEqualTo("external-id-taken");
    }

    @Test
    void a_manager_is_found_by_their_id_here_or_the_directorys_own_or_their_name_even_if_they_come_later() {
        var early = loaded().when(somebodyNew(under(entry("ida", "Ida Lund", true), "ext-ines")))
                .and();
        assertThat(early.state().provisioning().manager(IDA)).isEmpty();

        PersonId ines = new PersonId(UUID.randomUUID());
        var late = early.when(new ProvisionPerson(
                        Optional.empty(),
                        ines,
                        entry("ines", "Ines Marsh", true),
                        "officer",
                        on(TODAY, PeopleMaster.CSV)))
                .and();

        assertThat(late.state().provisioning().manager(IDA)).contains(ines);
        assertThat(late.state().provisioning().referredTo(ines.value().toString()))
                .contains(ines);
        assertThat(late.state().provisioning().referredTo("Ines")).contains(ines);
        assertThat(late.when(told(ines, under(entry("ines", "Ines Marsh", true), "ines"), TODAY, PeopleMaster.CSV))
                        .refusal()
                        .code())
                .isEqualTo("own-manager");
    }

    @Test
    void who_is_called_otherwise_leaves_no_second_person_behind() {
        var renamed = withIda()
                .when(told(IDA, entry("ida.may", "Ida May", true), TODAY, PeopleMaster.CSV))
                .and();

        assertThat(renamed.state().people().all()).containsOnlyKeys("olu", "ann", "ida.may");
        assertThat(renamed.state().provisioning().named("ida")).isEmpty();
        assertThat(renamed.state().provisioning().ofExternalId("ext-ida")).isEmpty();
        assertThat(renamed.state().provisioning().ofExternalId("ext-ida.may")).contains(IDA);
    }

    @Test
    void nobody_who_is_not_known_is_changed() {
        assertThat(loaded().when(told(IDA, entry("ida", "Ida Lund", true), TODAY, PeopleMaster.SCIM))
                        .refusal()
                        .code())
                .isEqualTo("not-found");
    }

    static DirectoryEntry entry(String userName, String externalId, Optional<String> userType) {
        return new DirectoryEntry(
                userName,
                Optional.of(externalId),
                Name.NOT_SAID,
                Optional.of("Ida Lund"),
                Optional.empty(),
                Optional.empty(),
                userType,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    @Test
    void an_independent_member_is_named_by_the_files_with_their_body_and_not_by_a_directory() {
        var independent = new ProvisionPerson(
                Optional.empty(),
                IDA,
                entry("ida", "Ida Lund", true),
                "independent-member",
                on(TODAY, PeopleMaster.CSV));

        assertThat(loaded().when(independent).refusal())
                .isInstanceOfSatisfying(
                        ProvisioningRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.KIND_OF_THE_FILES));
    }

    @Test
    void a_directory_that_calls_its_employees_members_makes_nobody_a_member_of_the_council() {
        var known = loaded().when(somebodyNew(entry("ida", "ext-ida", Optional.of("Member"))))
                .and();

        assertThat(ida(known).kind()).isEqualTo("officer");
    }

    @Test
    void who_is_deactivated_before_their_first_day_keeps_it_and_is_in_office_on_no_day_meanwhile() {
        LocalDate ahead = TODAY.plusDays(60);
        Person starting = new Person(
                IDA,
                "ida",
                "Ida Lund",
                "officer",
                Optional.empty(),
                Optional.empty(),
                ahead,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        var left = given(COUNCIL, PersonRecorded.of(starting))
                .when(told(IDA, entry("ida", "Ida Lund", true), TODAY, PeopleMaster.SCIM))
                .and()
                .when(told(IDA, entry("ida", "Ida Lund", false), TODAY.plusDays(9), PeopleMaster.SCIM))
                .and();
        assertThat(new Span(ida(left).from(), ida(left).to()).on(ahead)).isFalse();

        var early = left.when(told(IDA, entry("ida", "Ida Lund", true), TODAY.plusDays(20), PeopleMaster.SCIM))
                .and();
        assertThat(ida(early).from()).isEqualTo(ahead);
        assertThat(ida(early).to()).isEmpty();

        var late = left.when(told(IDA, entry("ida", "Ida Lund", true), ahead.plusDays(20), PeopleMaster.SCIM))
                .and();
        assertThat(ida(late).from()).isEqualTo(ahead.plusDays(20));
    }
}
