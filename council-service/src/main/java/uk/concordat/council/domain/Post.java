package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/**
 * A post, the post it reports to, and who has held it when; vacant on every other day.
 *
 * @param deputies who stands in for its holder, and when
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
        Terms terms) {

    public Post {
        // Posts that were recorded before there were deputies and terms have none.
        deputies = Objects.requireNonNullElse(deputies, List.of());
        terms = Objects.requireNonNullElse(terms, Terms.NONE);
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
        this(id, key, title, roles, reportsTo, holders, from, to, List.of(), Terms.NONE);
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
