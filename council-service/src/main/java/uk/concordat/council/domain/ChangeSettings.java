package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.people.PersonId;

/**
 * The council sets for itself what its protocol leaves open.
 *
 * @param from the first day on which it is so
 * @param roles of the posts that who asks holds today
 * @param present the protocol in force today; empty while none is
 * @param then the protocol in force on that first day
 */
public record ChangeSettings(
        CouncilSettings settings,
        LocalDate from,
        String reason,
        PersonId by,
        Set<String> roles,
        Optional<Pack> present,
        Optional<Pack> then,
        Instant now)
        implements CouncilCommand {

    public ChangeSettings {
        roles = Set.copyOf(roles);
    }
}
