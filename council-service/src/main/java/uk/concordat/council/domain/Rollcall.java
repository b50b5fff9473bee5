package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.council.domain.CompositionFiles.Place;

/** The people of a council by username, once its files are taken in. */
record Rollcall(Map<String, Entry> entries) {

    private static final String OFFICER = "officer";
    private static final String MEMBER = "member";

    /**
     * @param at where it is said of them what group they are shown with
     * @param appointedTo the keys of the bodies for which they are co-opted
     */
    record Entry(
            Place at, String username, String kind, Optional<String> group, List<String> appointedTo, Span office) {

        boolean isOfficer() {
            return kind.equals(OFFICER);
        }

        boolean isCouncillor() {
            return PersonKind.isCouncillor(kind);
        }

        boolean isElected() {
            return kind.equals(MEMBER);
        }
    }

    /** Those who are known before any file is taken in. */
    static Rollcall known(CouncilState state, Place before) {
        Map<String, Entry> entries = new HashMap<>();
        state.people()
                .all()
                .forEach((username, person) -> entries.put(
                        username,
                        new Entry(
                                before,
                                username,
                                person.kind(),
                                person.group(),
                                person.appointedTo(),
                                new Span(person.from(), person.to()))));
        return new Rollcall(entries);
    }

    static Rollcall of(CouncilFiles files, CouncilState state, Place before) {
        Map<String, Entry> entries = new HashMap<>(known(state, before).entries());
        files.people()
                .forEach(line -> entries.put(
                        line.username(),
                        new Entry(
                                new Place("people.csv", line.line()),
                                line.username(),
                                line.kind(),
                                line.group(),
                                line.appointedTo(),
                                new Span(line.from(), line.to()))));
        return new Rollcall(entries);
    }

    Optional<Entry> find(String username) {
        return Optional.ofNullable(entries.get(username));
    }

    List<Entry> all() {
        return new ArrayList<>(entries.values());
    }
}
