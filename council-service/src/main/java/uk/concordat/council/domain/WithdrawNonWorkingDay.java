package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import uk.concordat.protocols.people.PersonId;

/**
 * A day that was proclaimed is worked after all.
 *
 * @param roles those of the posts that who asks holds today
 */
public record WithdrawNonWorkingDay(LocalDate day, String reason, PersonId by, Set<String> roles, Instant now)
        implements CouncilCommand {

    public WithdrawNonWorkingDay {
        roles = Set.copyOf(roles);
    }
}
