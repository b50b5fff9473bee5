package uk.concordat.council.domain;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a council's directory says of a person, in its own words.
 *
 * @param userName what it calls them; the register's username, where the directory feeds it
 * @param externalId its own id of them
 * @param emailType such as {@code work}
 * @param userType the kind of a person, where it is one that the council knows
 * @param manager of somebody, by whatever the directory knows them by; perhaps of somebody who is not known yet
 * @param active whether they are the council's today
 */
public record DirectoryEntry(
        String userName,
        Optional<String> externalId,
        Name name,
        Optional<String> displayName,
        Optional<String> email,
        Optional<String> emailType,
        Optional<String> userType,
        Optional<String> employeeNumber,
        Optional<String> department,
        Optional<String> manager,
        boolean active) {

    /** A name and its parts. */
    public record Name(Optional<String> formatted, Optional<String> givenName, Optional<String> familyName) {

        public static final Name NOT_SAID = new Name(Optional.empty(), Optional.empty(), Optional.empty());

        Optional<String> whole() {
            return formatted.or(() -> Optional.of(Stream.concat(givenName.stream(), familyName.stream())
                            .collect(Collectors.joining(" ")))
                    .filter(joined -> !joined.isEmpty()));
        }
    }

    /** What they are shown with. */
    public String shownName() {
        return saidName().orElse(userName);
    }

    /** What it calls them, if it says. */
    Optional<String> saidName() {
        return displayName.or(name::whole);
    }

    /** Without what only repeats the register. */
    DirectoryEntry unlike(Person person) {
        boolean repeatsName = saidName().filter(person.name()::equals).isPresent()
                && name.whole().filter(whole -> !whole.equals(person.name())).isEmpty();
        return with(
                repeatsName ? Optional.empty() : displayName,
                email.filter(said -> !person.email().equals(Optional.of(said))));
    }

    /** With what the register has, where it says nothing itself. */
    DirectoryEntry over(Person person) {
        return with(saidName().isPresent() ? displayName : Optional.of(person.name()), email.or(person::email));
    }

    private DirectoryEntry with(Optional<String> otherName, Optional<String> otherEmail) {
        return new DirectoryEntry(
                userName,
                externalId,
                name,
                otherName,
                otherEmail,
                emailType,
                userType,
                employeeNumber,
                department,
                manager,
                active);
    }

    /** Somebody as the register has them, before a directory has said anything of them. */
    static DirectoryEntry of(Person person, boolean active) {
        return new DirectoryEntry(
                person.username(),
                Optional.empty(),
                Name.NOT_SAID,
                Optional.of(person.name()),
                person.email(),
                Optional.empty(),
                Optional.of(person.kind()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                active);
    }

    DirectoryEntry with(boolean nowActive) {
        return new DirectoryEntry(
                userName,
                externalId,
                name,
                displayName,
                email,
                emailType,
                userType,
                employeeNumber,
                department,
                manager,
                nowActive);
    }
}
