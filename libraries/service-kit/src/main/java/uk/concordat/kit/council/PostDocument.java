package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A post as council-service publishes it: always whole, with its holders and their dates.
 *
 * @param key how the council names it in its files
 * @param roles generic roles that the post carries, such as {@code head-of-paid-service}
 * @param reportsTo the post above it; empty at the top
 */
public record PostDocument(
        UUID id,
        String key,
        String title,
        List<String> roles,
        Optional<UUID> reportsTo,
        List<Holder> holders,
        LocalDate from,
        Optional<LocalDate> to)
        implements Dated {

    public PostDocument {
        // What lacks any of these is no post, and must not take the place of one.
        requireNonNull(id);
        requireNonNull(key);
        requireNonNull(title);
        requireNonNull(from);
        roles = List.copyOf(roles);
        holders = List.copyOf(holders);
    }

    /** Who holds the post, and when. */
    public record Holder(UUID person, LocalDate from, Optional<LocalDate> to) implements Dated {
        public Holder {
            requireNonNull(person);
            requireNonNull(from);
        }
    }

    /** Who holds it on a day; empty while it is vacant, before it began and after it has ended. */
    public Optional<UUID> holderOn(LocalDate day) {
        return holders.stream()
                .filter(holder -> on(day) && holder.on(day))
                .map(Holder::person)
                .findFirst();
    }
}
