package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.protocols.people.PersonId;

/**
 * A day that was proclaimed is worked after all.
 *
 * @param ofMemberServices whether who asks keeps the calendar
 */
public record WithdrawNonWorkingDay(LocalDate day, String reason, PersonId by, boolean ofMemberServices, Instant now)
        implements CouncilCommand {}
