package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.people.PersonId;

/**
 * The council closes its offices on all these days.
 *
 * @param why what a proof will say of them
 * @param source where it is written
 * @param reason why it is only said now; needed where the first day has begun
 * @param roles those of the posts that who asks holds today
 */
public record CloseOffices(
        LocalDate from,
        LocalDate to,
        String why,
        String source,
        Optional<String> reason,
        PersonId by,
        Set<String> roles,
        Instant now)
        implements CouncilCommand {

    public CloseOffices {
        roles = Set.copyOf(roles);
    }
}
