package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/**
 * A person of whom the council's directory has spoken.
 *
 * @param feeds whether the register has the person's name, address and last day from the directory
 * @param withdrawn whether the directory no longer speaks of them
 * @param first when it first spoke of them
 * @param last when it last said something new
 */
public record Provisioned(
        PersonId id, DirectoryEntry entry, boolean feeds, boolean withdrawn, Instant first, Instant last) {

    /** Whether they count as the council's. The last day in office is one, unless it was the directory that ended it. */
    static boolean isActive(Person person, LocalDate today) {
        return person.to().filter(last -> last.isBefore(today)).isEmpty();
    }

    /** What the directory is shown of a person: what the register says, and what only the directory knows. */
    public static DirectoryEntry shown(Person person, Optional<Provisioned> provisioned, LocalDate today) {
        return provisioned
                .map(known -> known.shown(person, today))
                .orElseGet(() -> DirectoryEntry.of(person, isActive(person, today)));
    }

    /** What the directory has said of a person, to which what it changes is added. */
    public static DirectoryEntry said(Person person, Optional<Provisioned> provisioned, LocalDate today) {
        return provisioned
                .filter(known -> !known.feeds())
                .map(known -> known.entry().over(person))
                .orElseGet(() -> shown(person, provisioned, today));
    }

    private DirectoryEntry shown(Person person, LocalDate today) {
        boolean namedAlike = entry.shownName().equals(person.name());
        return new DirectoryEntry(
                person.username(),
                entry.externalId(),
                namedAlike ? entry.name() : DirectoryEntry.Name.NOT_SAID,
                namedAlike ? entry.displayName() : Optional.of(person.name()),
                person.email(),
                entry.emailType(),
                entry.userType(),
                entry.employeeNumber(),
                entry.department(),
                entry.manager(),
                isActiveAs(person, today));
    }

    boolean isActiveAs(Person person, LocalDate today) {
        return isActive(person, today) && (entry.active() || !feeds);
    }
}
