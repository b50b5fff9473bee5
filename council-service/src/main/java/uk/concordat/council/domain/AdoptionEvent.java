package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;

/** Which protocol a council goes by, as its officers have written it down. */
public sealed interface AdoptionEvent extends CouncilEvent {

    /** The first day on which it is in force, or was to be. */
    LocalDate from();

    /** The pack is in force from that day on, until the next. */
    record ProtocolAdopted(
            PackId pack,
            LocalDate from,
            @Personal(of = "by") String reason,
            PersonId by,
            Instant at) implements AdoptionEvent {}

    /** It will not be in force from that day on after all. */
    record AdoptionWithdrawn(
            PackId pack,
            LocalDate from,
            @Personal(of = "by") String reason,
            PersonId by,
            Instant at) implements AdoptionEvent {}
}
