package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A post as council-service publishes it: always whole, with its holders and deputies and their dates.
 *
 * @param key how the council names it in its files
 * @param roles generic roles that the post carries, such as {@code head-of-paid-service}
 * @param reportsTo the post above it; empty at the top
 * @param deputies who stands in for its holder, and when
 * @param earlier what it was before, the earliest first; the first counts for all days before its last
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
        Terms terms,
        List<Was> earlier)
        implements Document, Dated {

    public PostDocument {
        // What lacks any of these is no post, and must not take the place of one.
        requireNonNull(id);
        requireNonNull(key);
        requireNonNull(title);
        requireNonNull(from);
        roles = List.copyOf(roles);
        holders = List.copyOf(holders);
        // Documents that were published before there were these have none.
        deputies = List.copyOf(requireNonNullElse(deputies, List.of()));
        terms = requireNonNullElse(terms, Terms.NONE);
        earlier = List.copyOf(requireNonNullElse(earlier, List.of()));
    }

    /** A post that has never been another. */
    public PostDocument(
            UUID id,
            String key,
            String title,
            List<String> roles,
            Optional<UUID> reportsTo,
            List<Holder> holders,
            LocalDate from,
            Optional<LocalDate> to,
            List<Holder> deputies,
            Terms terms) {
        this(id, key, title, roles, reportsTo, holders, from, to, deputies, terms, List.of());
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
        this(id, key, title, roles, reportsTo, holders, from, to, List.of(), Terms.NONE, List.of());
    }

    /** What a post was, until a day and on it. */
    public record Was(LocalDate until, String title, List<String> roles, Optional<UUID> reportsTo, Terms terms) {
        public Was {
            requireNonNull(until);
            requireNonNull(title);
            roles = List.copyOf(roles);
            terms = requireNonNullElse(terms, Terms.NONE);
        }
    }

    /** The post as it was on a day: its title, roles, line and terms. Who holds it, and when, is the same. */
    public PostDocument asOf(LocalDate day) {
        return earlier.stream()
                .filter(was -> !was.until().isBefore(day))
                .findFirst()
                .map(was -> new PostDocument(
                        id,
                        key,
                        was.title(),
                        was.roles(),
                        was.reportsTo(),
                        holders,
                        from,
                        to,
                        deputies,
                        was.terms(),
                        List.of()))
                .orElse(this);
    }

    /** The roles that it carries or has ever carried. */
    Stream<String> everyRole() {
        return Stream.concat(roles.stream(), earlier.stream().flatMap(was -> was.roles().stream()));
    }

    /** The posts that it reports to or has ever reported to. */
    Stream<UUID> everyPostAbove() {
        return Stream.concat(reportsTo.stream(), earlier.stream().flatMap(was -> was.reportsTo().stream()));
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
