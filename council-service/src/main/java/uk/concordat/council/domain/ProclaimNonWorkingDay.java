package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/**
 * A day on which the council does not work beside those that the calendar knows: a bank holiday proclaimed, or a closure
 * of its own.
 *
 * @param why what a proof will say of it
 * @param source where it is written
 * @param reason why it is only said now; needed for a day that has begun
 * @param ofMemberServices whether who asks keeps the calendar
 */
public record ProclaimNonWorkingDay(
        LocalDate day,
        String why,
        String source,
        Optional<String> reason,
        PersonId by,
        boolean ofMemberServices,
        Instant now)
        implements CouncilCommand {}
