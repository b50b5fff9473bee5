package uk.concordat.council.domain;

import java.util.Optional;

/**
 * The directory says this of a group.
 *
 * @param isNew whether it means one that is not known yet
 * @param post the key of the post that the group is configured to stand for
 */
public record ProvisionGroup(
        DirectoryGroup group, boolean isNew, Optional<String> post, ProvisioningSituation situation)
        implements ProvisioningCommand {}
