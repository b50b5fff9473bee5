package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.council.domain.ProvisionedPeopleTest.entry;
import static uk.concordat.council.domain.ProvisionedPeopleTest.loaded;
import static uk.concordat.council.domain.ProvisionedPeopleTest.on;
import static uk.concordat.council.domain.ProvisionedPeopleTest.told;
import static uk.concordat.council.domain.ProvisionedPeopleTest.under;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.protocols.people.PersonId;

/** People of the council's files of whom its directory speaks too. */
class ProvisioningLossTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Test
    void where_the_files_are_the_master_only_what_the_directory_alone_knows_is_taken_and_the_rest_is_a_loss() {
        var known = loaded();
        PersonId olu = known.state().people().find("olu").orElseThrow().id();
        DirectoryEntry entry = under(entry("olu", "Oluwaseun Adeyemi", false), "ann");

        var after = known.when(told(olu, entry, TODAY, PeopleMaster.CSV));

        assertThat(after.events())
                .containsExactly(
                        new PersonProvisioned(olu, entry, false, false, Instant.parse("2026-07-01T09:00:00Z")));
        CouncilState state = after.and().state();
        assertThat(state.people().find("olu").orElseThrow().name()).isEqualTo("Olu Adeyemi");
        assertThat(state.provisioning().manager(olu))
                .contains(state.people().find("ann").orElseThrow().id());
        assertThat(ProvisioningLoss.of(state, PostsOfGroups.NONE, TODAY))
                .containsExactly(
                        new ProvisioningLoss("olu", "active"),
                        new ProvisioningLoss("olu", "displayName"),
                        new ProvisioningLoss("olu", "emails"));
    }

    @Test
    void what_a_directory_was_shown_and_did_not_change_is_nothing_that_it_says() {
        var known = loaded();
        PersonId olu = known.state().people().find("olu").orElseThrow().id();
        DirectoryEntry shown = Provisioned.said(known.state().person(olu).orElseThrow(), Optional.empty(), TODAY);
        var moved = new ProvisionPerson(
                Optional.of(olu), olu, under(shown, "ann"), "officer", false, on(TODAY, PeopleMaster.CSV));

        var after = known.when(moved).and().when(take(renamingOlu())).and();

        assertThat(after.state().people().find("olu").orElseThrow().name()).isEqualTo("Olu Adeyemi-Baker");
        assertThat(after.state().provisioning().manager(olu)).isPresent();
        assertThat(ProvisioningLoss.of(after.state(), PostsOfGroups.NONE, TODAY))
                .isEmpty();
    }

    private static CouncilFiles renamingOlu() {
        return new CouncilFiles(
                files().profile(),
                List.of(Harlow.person(2, "olu", "Olu Adeyemi-Baker"), Harlow.person(3, "ann", "Ann Baker")),
                files().posts(),
                files().holders());
    }

    @Test
    void where_the_directory_is_the_master_a_person_of_the_files_follows_it() {
        var known = loaded();
        PersonId olu = known.state().people().find("olu").orElseThrow().id();

        CouncilState state = known.when(told(olu, entry("olu", "Oluwaseun Adeyemi", true), TODAY, PeopleMaster.SCIM))
                .and()
                .state();

        assertThat(state.people().find("olu").orElseThrow().name()).isEqualTo("Oluwaseun Adeyemi");
        assertThat(ProvisioningLoss.of(state, PostsOfGroups.NONE, TODAY)).isEmpty();
    }
}
