package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilFiles.Dated;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.protocols.people.PersonId;

/** What people are to the council on the days of a tenure, once its files are taken in. */
final class Kinds {

    private final Map<String, PersonLine> lines = new HashMap<>();
    private final Map<String, Person> known;
    private final Map<PersonId, String> usernames = new HashMap<>();
    private final LocalDate today;

    /**
     * @param people what the files say of some; of the others it is what is known
     * @param today when they say so
     */
    Kinds(List<PersonLine> people, CouncilState state, LocalDate today) {
        this.today = today;
        people.forEach(line -> lines.putIfAbsent(line.username(), line));
        this.known = state.people().all();
        known.values().forEach(person -> usernames.put(person.id(), person.username()));
    }

    /** What they are on some day of a tenure on which they are in office. */
    Stream<String> during(String username, Dated tenure) {
        return career(username).stream().flatMap(career -> career.kindsDuring(new Span(tenure.from(), tenure.to())));
    }

    /** When they are in office and as what; empty for somebody of whom nothing is known. */
    Optional<Career> career(String username) {
        Optional<Career> before = Optional.ofNullable(known.get(username)).map(Person::career);
        return line(username)
                .map(PersonLine::career)
                .map(told -> before.map(known -> told.following(known, today)).orElse(told))
                .or(() -> before);
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
