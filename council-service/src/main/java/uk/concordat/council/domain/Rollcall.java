package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CouncilFiles.PersonLine;

/** The people of a council by username, once its files are taken in. */
record Rollcall(Map<String, Entry> entries) {

    private static final String OFFICER = "officer";
    private static final String MEMBER = "member";

    /**
     * @param at where it is said of them what group they are shown with
     * @param career when they are in office and as what; the group is that of the last span
     * @param earlierGroups the groups that they were shown with before
     * @param appointedTo the keys of the bodies for which they are co-opted
     */
    record Entry(
            Place at,
            String username,
            String kind,
            Optional<String> group,
            List<String> appointedTo,
            Career career,
            List<Person.EarlierGroup> earlierGroups) {

        Span office() {
            return career.office();
        }

        /** As what they are on the days of a span: each kind of those days, or the present one where they are not in office. */
        Stream<Entry> during(Span days) {
            return asEach(career.kindsDuring(days));
        }

        /**
         * As what they are while they have a part. One that is known counts until they left, though nobody wrote its last
         * day down; one that a file says is taken at its word.
         */
        Stream<Entry> during(PartLine part) {
            return part.at().knownBefore()
                    ? asEach(career.first(part.span()).stream().flatMap(career::kindsDuring))
                    : during(part.span());
        }

        private Stream<Entry> asEach(Stream<String> kinds) {
            List<Entry> entries = kinds.map(this::as).toList();
            return entries.isEmpty() ? Stream.of(this) : entries.stream();
        }

        private Entry as(String other) {
            return new Entry(at, username, other, group, appointedTo, career, earlierGroups);
        }

        boolean isOfficer() {
            return kind.equals(OFFICER);
        }

        boolean isCouncillor() {
            return PersonKind.isCouncillor(kind);
        }

        boolean isForBodies() {
            return PersonKind.isForBodies(kind);
        }

        boolean isCoopted() {
            return PersonKind.isCoopted(kind);
        }

        boolean isIndependentMember() {
            return PersonKind.isIndependentMember(kind);
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
                                person.career(),
                                person.earlierGroups())));
        return new Rollcall(entries);
    }

    static Rollcall of(CouncilFiles files, CouncilState state, Place before, LocalDate today) {
        Map<String, Entry> entries = new HashMap<>(known(state, before).entries());
        files.people().forEach(line -> entries.put(line.username(), entry(line, state, today)));
        return new Rollcall(entries);
    }

    private static Entry entry(PersonLine line, CouncilState state, LocalDate today) {
        Optional<Person> known = state.people().find(line.username());
        Career career = known.map(person -> line.career().following(person.career(), today))
                .orElseGet(line::career);
        return new Entry(
                new Place("people.csv", line.line()),
                line.username(),
                line.kind(),
                line.group(),
                line.appointedTo(),
                career,
                known.map(person -> person.groupsBefore(line.career(), today)).orElse(List.of()));
    }

    Optional<Entry> find(String username) {
        return Optional.ofNullable(entries.get(username));
    }

    List<Entry> all() {
        return new ArrayList<>(entries.values());
    }
}
