package uk.concordat.council.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.protocols.people.PersonId;

/** What a council's directory has said, beside what came of it in the register. */
public sealed interface ProvisioningEvent extends CouncilEvent {

    /**
     * All that the directory says of a person.
     *
     * @param feeds whether the register has the person's name, address and last day from the directory
     * @param withdrawn whether the directory no longer speaks of them
     */
    record PersonProvisioned(
            PersonId id, @Personal(of = "id") DirectoryEntry entry, boolean feeds, boolean withdrawn, Instant at)
            implements ProvisioningEvent {}

    /** All that the directory says of one of its own groups. */
    record GroupProvisioned(
            UUID id, String displayName, Optional<String> externalId, List<PersonId> members, Instant at)
            implements ProvisioningEvent {}

    /** Who has come into one of its groups and who has gone from it, where that is less to say than all its members. */
    record GroupMembersChanged(UUID id, List<PersonId> joined, List<PersonId> left, Instant at)
            implements ProvisioningEvent {}

    /** The directory no longer speaks of one. */
    record GroupWithdrawn(UUID id, Instant at) implements ProvisioningEvent {}
}
