package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.ProvisionedPeopleTest.IDA;
import static uk.concordat.council.domain.ProvisionedPeopleTest.TODAY;
import static uk.concordat.council.domain.ProvisionedPeopleTest.entry;
import static uk.concordat.council.domain.ProvisionedPeopleTest.ida;
import static uk.concordat.council.domain.ProvisionedPeopleTest.on;
import static uk.concordat.council.domain.ProvisionedPeopleTest.told;
import static uk.concordat.council.domain.ProvisionedPeopleTest.withIda;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.people.PersonId;

/** Whom the directory has deleted stays known to the register, and may come again. */
class WithdrawnPeopleTest {

    @Test
    void who_is_withdrawn_is_known_to_the_register_and_is_the_same_person_when_they_come_again() {
        var withdrawn = withIda()
                .when(new WithdrawPerson(IDA, Map.of(), on(TODAY.plusDays(1), PeopleMaster.CSV)))
                .and();
        assertThat(ida(withdrawn).to()).contains(TODAY.plusDays(1));
        assertThat(withdrawn
                        .when(new WithdrawPerson(IDA, Map.of(), on(TODAY.plusDays(1), PeopleMaster.CSV)))
                        .refusal()
                        .code())
                .isEqualTo("not-found");

        var again = withdrawn
                .when(new ProvisionPerson(
                        Optional.empty(),
                        new PersonId(UUID.randomUUID()),
                        entry("ida", "Ida Lund", true),
                        "officer",
                        on(TODAY.plusDays(3), PeopleMaster.CSV)))
                .and();
        assertThat(again.state().people().all()).hasSize(3);
        assertThat(ida(again).to()).isEmpty();
    }

    private static ProvisionPerson anew(DirectoryEntry entry) {
        return new ProvisionPerson(
                Optional.empty(),
                new PersonId(UUID.randomUUID()),
                entry,
                "officer",
                on(TODAY.plusDays(400), PeopleMaster.CSV));
    }

    @Test
    void whoever_is_given_the_name_of_somebody_withdrawn_is_not_that_person() {
        var withdrawn = withIda()
                .when(new WithdrawPerson(IDA, Map.of(), on(TODAY, PeopleMaster.CSV)))
                .and();

        assertThat(withdrawn
                        .when(anew(entry("ida", "ext-of-another", Optional.empty())))
                        .refusal()
                        .code())
                .isEqualTo("name-taken");
    }

    @Test
    void who_is_withdrawn_and_comes_again_by_another_name_is_known_by_the_directorys_own_id() {
        var again = withIda()
                .when(new WithdrawPerson(IDA, Map.of(), on(TODAY, PeopleMaster.CSV)))
                .and()
                .when(anew(entry("ida.may", "ext-ida", Optional.empty())))
                .and();

        assertThat(again.state().people().all()).containsOnlyKeys("olu", "ann", "ida.may");
        assertThat(ida(again).to()).isEmpty();
    }

    @Test
    void who_is_made_inactive_and_deleted_a_month_later_has_left_when_they_were_made_inactive() {
        LocalDate softly = TODAY.plusDays(1);
        var inactive = withIda()
                .when(told(IDA, entry("ida", "Ida Lund", false), softly, PeopleMaster.CSV))
                .and();

        var deleted = inactive.when(new WithdrawPerson(IDA, Map.of(), on(softly.plusDays(30), PeopleMaster.CSV)))
                .and();

        assertThat(ida(deleted).to()).contains(softly);
        assertThat(ida(deleted).from()).isEqualTo(TODAY);
    }

    @Test
    void who_is_made_inactive_and_active_again_or_deleted_and_made_again_is_the_same_person() {
        var inactive = withIda()
                .when(told(IDA, entry("ida", "Ida Lund", false), TODAY.plusDays(1), PeopleMaster.CSV))
                .and();

        var restored = inactive.when(told(IDA, entry("ida", "Ida Lund", true), TODAY.plusDays(20), PeopleMaster.CSV))
                .and();
        var again = inactive.when(new WithdrawPerson(IDA, Map.of(), on(TODAY.plusDays(31), PeopleMaster.CSV)))
                .and()
                .when(anew(entry("ida", "Ida Lund", true)))
                .and();

        assertThat(ida(restored).to()).isEmpty();
        assertThat(ida(again).to()).isEmpty();
        assertThat(again.state().people().all()).hasSize(3);
    }
}
