package uk.concordat.council.domain;

import java.time.Instant;
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
}
