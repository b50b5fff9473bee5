package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.protocols.people.PersonId;

/** What became known of a council. Each event tells a whole profile, person, post or day. */
public sealed interface CouncilEvent
        permits CouncilEvent.ProfileRecorded,
                CouncilEvent.PersonRecorded,
                CouncilEvent.PostRecorded,
                CouncilEvent.NonWorkingDayProclaimed,
                CouncilEvent.NonWorkingDayWithdrawn,
                CouncilEvent.SettingsChanged,
                AdoptionEvent,
                ClosureEvent,
                CompositionEvent,
                ProvisioningEvent {

    /** @param on the day it was recorded; empty where that was not kept yet */
    record ProfileRecorded(Profile profile, Optional<LocalDate> on) implements CouncilEvent {}

    record PersonRecorded(
            PersonId id,
            @Personal(of = "id") String username,
            @Personal(of = "id") String name,
            String kind,
            @Personal(of = "id") Optional<String> group,
            @Personal(of = "id") Optional<String> email,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<String> employment,
            List<String> appointedTo,
            @Personal(of = "id") List<Person.Allocation> allocations,
            Career.Past past,
            @Personal(of = "id") List<Person.EarlierGroup> earlierGroups)
            implements CouncilEvent {

        public PersonRecorded {
            // Those that were recorded before these were known have none.
            appointedTo = Objects.requireNonNullElse(appointedTo, List.of());
            allocations = Objects.requireNonNullElse(allocations, List.of());
            past = Objects.requireNonNullElse(past, Career.Past.NONE);
            earlierGroups = Objects.requireNonNullElse(earlierGroups, List.of());
        }

        /** Somebody who has not left before, and has always been what they are. */
        public PersonRecorded(
                PersonId id,
                String username,
                String name,
                String kind,
                Optional<String> group,
                Optional<String> email,
                LocalDate from,
                Optional<LocalDate> to,
                Optional<String> employment,
                List<String> appointedTo,
                List<Person.Allocation> allocations) {
            this(
                    id,
                    username,
                    name,
                    kind,
                    group,
                    email,
                    from,
                    to,
                    employment,
                    appointedTo,
                    allocations,
                    Career.Past.NONE,
                    List.of());
        }

        /** Somebody of whom nothing more is known. */
        public PersonRecorded(
                PersonId id,
                String username,
                String name,
                String kind,
                Optional<String> group,
                Optional<String> email,
                LocalDate from,
                Optional<LocalDate> to) {
            this(id, username, name, kind, group, email, from, to, Optional.empty(), List.of(), List.of());
        }

        static PersonRecorded of(Person person) {
            return new PersonRecorded(
                    person.id(),
                    person.username(),
                    person.name(),
                    person.kind(),
                    person.group(),
                    person.email(),
                    person.from(),
                    person.to(),
                    person.employment(),
                    person.appointedTo(),
                    person.allocations(),
                    person.past(),
                    person.earlierGroups());
        }

        public Person person() {
            return new Person(
                    id,
                    username,
                    name,
                    kind,
                    group,
                    email,
                    from,
                    to,
                    employment,
                    appointedTo,
                    allocations,
                    past,
                    earlierGroups);
        }
    }

    record PostRecorded(Post post) implements CouncilEvent {}

    /**
     * The council does not work on that day. What every proof will say of it is a fact; why it was said so late is its
     * writer's own words.
     *
     * @param version the calendar's from then on
     */
    record NonWorkingDayProclaimed(
            LocalDate day,
            String why,
            String source,
            @Personal(of = "by") Optional<String> reason,
            PersonId by,
            Instant at,
            String version)
            implements CouncilEvent {}

    /**
     * The council works on that day after all.
     *
     * @param version the calendar's from then on
     */
    record NonWorkingDayWithdrawn(
            LocalDate day, @Personal(of = "by") String reason, PersonId by, Instant at, String version)
            implements CouncilEvent {}

    /**
     * An officer has set, from a day on, what the council sets for itself: all of it anew.
     *
     * @param reason in its writer's own words
     */
    record SettingsChanged(
            LocalDate from,
            CouncilSettings settings,
            @Personal(of = "by") String reason,
            PersonId by,
            Instant at) implements CouncilEvent {}
}
