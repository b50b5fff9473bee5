package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import uk.concordat.protocols.people.PersonId;

/**
 * The offices open again sooner than was said.
 *
 * @param from the first day of the closure
 * @param to its last day now
 * @param roles those of the posts that who asks holds today
 */
public record ShortenClosure(LocalDate from, LocalDate to, String reason, PersonId by, Set<String> roles, Instant now)
        implements CouncilCommand {

    public ShortenClosure {
        roles = Set.copyOf(roles);
    }
}
