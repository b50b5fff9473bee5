package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import uk.concordat.protocols.people.PersonId;

/**
 * The offices are not closed after all.
 *
 * @param from the first day of the closure
 * @param roles those of the posts that who asks holds today
 */
public record WithdrawClosure(LocalDate from, String reason, PersonId by, Set<String> roles, Instant now)
        implements CouncilCommand {

    public WithdrawClosure {
        roles = Set.copyOf(roles);
    }
}
