package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;

/**
 * The council goes by a protocol from a day on.
 *
 * @param packs those that there are
 * @param roles of the posts that who asks holds today
 * @param present the protocol in force today; empty while none is
 */
public record AdoptProtocol(
        PackId pack,
        LocalDate from,
        String reason,
        Set<PackId> packs,
        PersonId by,
        Set<String> roles,
        Optional<Pack> present,
        Instant now)
        implements CouncilCommand {

    public AdoptProtocol {
        packs = Set.copyOf(packs);
        roles = Set.copyOf(roles);
    }
}
