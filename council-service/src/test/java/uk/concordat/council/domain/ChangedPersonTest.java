package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.ProvisionedPeopleTest.entry;
import static uk.concordat.council.domain.ProvisionedPeopleTest.on;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.ProvisioningRefusal.Reason;
import uk.concordat.protocols.people.PersonId;

/** Members of a political group whom the directory, which is the master, ends and begins again. */
class ChangedPersonTest {

    private static final Council COUNCIL = new Council();
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final PersonId RUTH = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
    private static final GroupRecorded RED =
            new GroupRecorded(new Group("red", "Red Group", Optional.of(FIRST), List.of(), FIRST, Optional.empty()));

    private static PersonRecorded ruth(Optional<String> group, Optional<LocalDate> to) {
        return new PersonRecorded(RUTH, "ruth", "Ruth", "member", group, Optional.empty(), FIRST, to);
    }

    private static ProvisionPerson told(boolean active) {
        return new ProvisionPerson(
                Optional.of(RUTH), RUTH, entry("ruth", "Ruth", active), "officer", on(TODAY, PeopleMaster.SCIM));
    }

    @Test
    void a_group_whose_member_leaves_is_told_again() {
        var after =
                given(COUNCIL, RED, ruth(Optional.of("red"), Optional.empty())).when(told(false));

        assertThat(after.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("PersonRecorded", "GroupRecorded", "PersonProvisioned");
        assertThat(after.and().state().wholeGroup("red").orElseThrow().parts())
                .extracting(WholeGroup.Part::to)
                .containsExactly(Optional.of(TODAY));
    }

    @Test
    void who_would_lead_a_group_that_they_are_no_longer_in_does_not_begin_again() {
        LocalDate left = TODAY.minusDays(30);
        var parts = new GroupMembershipsRecorded(
                RUTH,
                List.of(
                        new GroupMembership("red", GroupMembership.MEMBER, FIRST, Optional.of(left)),
                        new GroupMembership("red", GroupMembership.LEADER, FIRST, Optional.empty())));

        assertThat(given(COUNCIL, RED, ruth(Optional.empty(), Optional.of(left)), parts)
                        .when(told(true))
                        .refusal())
                .isInstanceOfSatisfying(
                        ProvisioningRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.COUNCIL_WOULD_NOT_HOLD_TOGETHER));
    }
}
