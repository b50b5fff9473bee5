package uk.concordat.council.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * The directory no longer speaks of a group.
 *
 * @param post the key of the post that the group is configured to stand for
 */
public record WithdrawGroup(UUID of, Optional<String> post, ProvisioningSituation situation)
        implements ProvisioningCommand {}
