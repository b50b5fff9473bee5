package uk.concordat.council.domain;

import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/**
 * The directory says this of a person.
 *
 * @param of who it is; empty where the directory means somebody new
 * @param newId used for them then
 * @param kind what somebody new is, where the directory does not say
 * @param whole whether it says all of this, or changes some of what it was shown
 */
public record ProvisionPerson(
        Optional<PersonId> of,
        PersonId newId,
        DirectoryEntry entry,
        String kind,
        boolean whole,
        ProvisioningSituation situation)
        implements ProvisioningCommand {

    /** All that the directory says. */
    public ProvisionPerson(
            Optional<PersonId> of, PersonId newId, DirectoryEntry entry, String kind, ProvisioningSituation situation) {
        this(of, newId, entry, kind, true, situation);
    }
}
