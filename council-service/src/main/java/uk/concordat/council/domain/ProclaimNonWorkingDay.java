package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.people.PersonId;

/**
 * A day on which the council does not work beside those that the calendar knows: a bank holiday proclaimed, or a closure
 * of its own.
 *
 * @param why what a proof will say of it
 * @param source where it is written
 * @param reason why it is only said now; needed for a day that has begun
 * @param roles those of the posts that who asks holds today
 */
public record ProclaimNonWorkingDay(
        LocalDate day, String why, String source, Optional<String> reason, PersonId by, Set<String> roles, Instant now)
        implements CouncilCommand {

    public ProclaimNonWorkingDay {
        roles = Set.copyOf(roles);
    }
}
