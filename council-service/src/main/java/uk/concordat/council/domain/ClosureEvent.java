package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.protocols.people.PersonId;

/** When the council's offices are closed, by the council's own decision. A closure is known by its first day. */
public sealed interface ClosureEvent extends CouncilEvent {

    LocalDate from();

    /**
     * They are closed on all these days.
     *
     * @param reason why it is only said now
     * @param version the calendar's from then on
     */
    record OfficesClosed(
            LocalDate from,
            LocalDate to,
            String why,
            String source,
            @Personal(of = "by") Optional<String> reason,
            PersonId by,
            Instant at,
            String version)
            implements ClosureEvent {}

    /**
     * They open again sooner than was said.
     *
     * @param to the last day now
     * @param version the calendar's from then on
     */
    record ClosureShortened(
            LocalDate from,
            LocalDate to,
            @Personal(of = "by") String reason,
            PersonId by,
            Instant at,
            String version) implements ClosureEvent {}

    /**
     * They are not closed after all.
     *
     * @param version the calendar's from then on
     */
    record ClosureWithdrawn(
            LocalDate from, @Personal(of = "by") String reason, PersonId by, Instant at, String version)
            implements ClosureEvent {}
}
