package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/**
 * A post, the post it reports to, and who has held it when; vacant on every other day.
 *
 * @param deputies who stands in for its holder, and when
 * @param earlier what it was before, the earliest first; the first counts for all days before its last
 */
public record Post(
        PostId id,
        String key,
        String title,
        List<String> roles,
        Optional<PostId> reportsTo,
        List<Holder> holders,
        LocalDate from,
        Optional<LocalDate> to,
        List<Holder> deputies,
        Terms terms,
        List<Was> earlier) {

    public Post {
        // Posts that were recorded before there were these have none.
        deputies = Objects.requireNonNullElse(deputies, List.of());
        terms = Objects.requireNonNullElse(terms, Terms.NONE);
        earlier = Objects.requireNonNullElse(earlier, List.of());
    }

    /** A post that has never been another. */
    public Post(
            PostId id,
            String key,
            String title,
            List<String> roles,
            Optional<PostId> reportsTo,
            List<Holder> holders,
            LocalDate from,
            Optional<LocalDate> to,
            List<Holder> deputies,
            Terms terms) {
        this(id, key, title, roles, reportsTo, holders, from, to, deputies, terms, List.of());
    }

    /** A post of which nothing more is known. */
    public Post(
            PostId id,
            String key,
            String title,
            List<String> roles,
            Optional<PostId> reportsTo,
            List<Holder> holders,
            LocalDate from,
            Optional<LocalDate> to) {
        this(id, key, title, roles, reportsTo, holders, from, to, List.of(), Terms.NONE, List.of());
    }

    /**
     * The same post, keeping what it was until yesterday where that was otherwise. What is changed twice in a day has been
     * only what it is at last, and a post that had not begun yesterday has been nothing else.
     */
    Post following(Post known, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        List<Was> before = new ArrayList<>(known.earlier.stream()
                .filter(was -> was.until().isBefore(yesterday))
                .toList());
        Was last = known.earlier.stream()
                .filter(was -> !was.until().isBefore(yesterday))
                .findFirst()
                .orElse(known.was(yesterday))
                .until(yesterday);
        if (!known.from.isAfter(yesterday) && !last.equals(was(yesterday))) {
            before.add(last);
        }
        return new Post(id, key, title, roles, reportsTo, holders, from, to, deputies, terms, before);
    }

    private Was was(LocalDate until) {
        return new Was(until, title, roles, reportsTo, terms);
    }

    /** What a post was, until a day and on it. */
    public record Was(LocalDate until, String title, List<String> roles, Optional<PostId> reportsTo, Terms terms) {

        private Was until(LocalDate day) {
            return new Was(day, title, roles, reportsTo, terms);
        }
    }

    public record Holder(PersonId person, LocalDate from, Optional<LocalDate> to) {}

    /**
     * What a post is, whoever holds it.
     *
     * @param directorate the part of the council that it belongs to
     * @param grade one of {@link #GRADES}
     * @param politicallyRestricted whether its holder may be no member of the council (CC-32)
     * @param external the other council whose post it is, such as a borough's Monitoring Officer (WTC-06)
     */
    public record Terms(
            Optional<String> directorate,
            Optional<String> grade,
            boolean politicallyRestricted,
            Optional<String> external) {

        public static final List<String> GRADES = List.of("senior-manager", "middle-manager", "junior");

        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty(), false, Optional.empty());
    }
}
