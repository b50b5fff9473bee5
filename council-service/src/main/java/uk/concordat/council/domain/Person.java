package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/** A member or an officer of the council, from a day, up to and including another if they have left or will. */
public record Person(
        PersonId id,
        String username,
        String name,
        String kind,
        Optional<String> group,
        Optional<String> email,
        LocalDate from,
        Optional<LocalDate> to) {}
