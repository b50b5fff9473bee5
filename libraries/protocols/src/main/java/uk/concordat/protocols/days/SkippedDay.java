package uk.concordat.protocols.days;

import java.time.LocalDate;

/**
 * A day that a count passed over.
 *
 * @param why the reason, in English, such as {@code Saturday} or {@code Boxing Day (substitute)}
 */
public record SkippedDay(LocalDate day, String why) {}
