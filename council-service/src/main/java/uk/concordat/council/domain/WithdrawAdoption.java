package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.people.PersonId;

/**
 * A protocol that was to be in force from a day on will not be.
 *
 * @param roles of the posts that who asks holds today
 * @param present the protocol in force today; empty while none is
 */
public record WithdrawAdoption(
        LocalDate from, String reason, PersonId by, Set<String> roles, Optional<Pack> present, Instant now)
        implements CouncilCommand {

    public WithdrawAdoption {
        roles = Set.copyOf(roles);
    }
}
