package uk.concordat.council.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.council.domain.CouncilFiles.Dated;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.protocols.people.PersonId;

/** What people are to the council on the days of a tenure, once its files are taken in. */
final class Kinds {

    private final Map<String, PersonLine> lines = new HashMap<>();
    private final Map<String, Person> known;
    private final Map<PersonId, String> usernames = new HashMap<>();

    /** @param people what the files say of some; of the others it is what is known */
    Kinds(List<PersonLine> people, CouncilState state) {
        people.forEach(line -> lines.putIfAbsent(line.username(), line));
        this.known = state.people().all();
        known.values().forEach(person -> usernames.put(person.id(), person.username()));
    }

    /** Their kind while both they are in office and the tenure lasts; empty where nobody is, or is known. */
    Optional<String> during(String username, Dated tenure) {
        return line(username)
                .map(line -> Optional.of(line).filter(tenure::meets).map(PersonLine::kind))
                .orElseGet(() -> Optional.ofNullable(known.get(username))
                        .filter(person ->
                                new Span(person.from(), person.to()).overlaps(new Span(tenure.from(), tenure.to())))
                        .map(Person::kind));
    }

    /** Where the files speak of them. */
    Optional<PersonLine> line(String username) {
        return Optional.ofNullable(lines.get(username));
    }

    /** How somebody who is known is called; empty where nobody is. */
    String username(PersonId person) {
        return usernames.getOrDefault(person, "");
    }
}
