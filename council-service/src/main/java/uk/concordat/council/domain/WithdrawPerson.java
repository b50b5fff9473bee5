package uk.concordat.council.domain;

import java.util.Map;
import java.util.UUID;
import uk.concordat.protocols.people.PersonId;

/**
 * The directory no longer speaks of a person.
 *
 * @param posts the keys of the posts that its groups are configured to stand for, by the group's id
 */
public record WithdrawPerson(PersonId of, Map<UUID, String> posts, ProvisioningSituation situation)
        implements ProvisioningCommand {}
