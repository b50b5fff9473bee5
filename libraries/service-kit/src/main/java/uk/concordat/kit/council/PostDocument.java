package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A post as council-service publishes it: always whole, with its holders and deputies and their dates.
 *
 * @param key how the council names it in its files
 * @param roles generic roles that the post carries, such as {@code head-of-paid-service}
 * @param reportsTo the post above it; empty at the top
 * @param deputies who stands in for its holder, and when
 */
public record PostDocument(
        UUID id,
        String key,
        String title,
        List<String> roles,
        Optional<UUID> reportsTo,
        List<Holder> holders,
        LocalDate from,
        Optional<LocalDate> to,
        List<Holder> deputies,
        Terms terms)
        implements Document, Dated {

    public PostDocument {
        // What lacks any of these is no post, and must not take the place of one.
        requireNonNull(id);
        requireNonNull(key);
        requireNonNull(title);
        requireNonNull(from);
        roles = List.copyOf(roles);
        holders = List.copyOf(holders);
        // Documents that were published before there were deputies and terms have none.
        deputies = List.copyOf(requireNonNullElse(deputies, List.of()));
        terms = requireNonNullElse(terms, Terms.NONE);
    }

    /** A post of which nothing more is known. */
    public PostDocument(
            UUID id,
            String key,
            String title,
            List<String> roles,
            Optional<UUID> reportsTo,
            List<Holder> holders,
            LocalDate from,
            Optional<LocalDate> to) {
        this(id, key, title, roles, reportsTo, holders, from, to, List.of(), Terms.NONE);
    }

    /** Who holds the post, or stands in for its holder, and when. */
    public record Holder(UUID person, LocalDate from, Optional<LocalDate> to) implements Dated {
        public Holder {
            requireNonNull(person);
            requireNonNull(from);
        }
    }

    /**
     * What the post is, whoever holds it.
     *
     * @param grade {@code senior-manager}, {@code middle-manager} or {@code junior}
     * @param politicallyRestricted whether its holder may be no member of the council (CC-32)
     * @param external the other council whose post it is, such as a borough's Monitoring Officer (WTC-06)
     */
    public record Terms(
            Optional<String> directorate,
            Optional<String> grade,
            boolean politicallyRestricted,
            Optional<String> external) {

        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Who holds it on a day; empty while it is vacant, before it began and after it has ended. */
    public Optional<UUID> holderOn(LocalDate day) {
        return of(holders, day);
    }

    /** Who stands in for its holder on a day, whether or not there is one. */
    public Optional<UUID> deputyOn(LocalDate day) {
        return of(deputies, day);
    }

    private Optional<UUID> of(List<Holder> holders, LocalDate day) {
        return holders.stream()
                .filter(holder -> on(day) && holder.on(day))
                .map(Holder::person)
                .findFirst();
    }
}
