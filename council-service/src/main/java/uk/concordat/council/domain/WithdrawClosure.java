package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.protocols.people.PersonId;

/**
 * The offices are not closed after all.
 *
 * @param from the first day of the closure
 * @param ofMemberServices whether who asks keeps the calendar
 */
public record WithdrawClosure(LocalDate from, String reason, PersonId by, boolean ofMemberServices, Instant now)
        implements CouncilCommand {}
