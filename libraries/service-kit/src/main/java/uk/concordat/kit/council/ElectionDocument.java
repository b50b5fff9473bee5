package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An election as council-service publishes it.
 *
 * @param key how the council names it in its files, for ever
 * @param preElectionFrom the first day of the period before it
 * @param preElectionTo the last
 * @param withdrawn present where there was never to be one; it is shown to nobody
 */
public record ElectionDocument(
        String key,
        String name,
        LocalDate day,
        LocalDate preElectionFrom,
        LocalDate preElectionTo,
        Optional<Boolean> withdrawn)
        implements Document {

    public ElectionDocument {
        // What lacks any of these is no election, and must not take the place of one.
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(day);
        requireNonNull(preElectionFrom);
        requireNonNull(preElectionTo);
    }

    public ElectionDocument(
            String key, String name, LocalDate day, LocalDate preElectionFrom, LocalDate preElectionTo) {
        this(key, name, day, preElectionFrom, preElectionTo, Optional.empty());
    }

    public boolean isWithdrawn() {
        return withdrawn.orElse(false);
    }

    public boolean isPrecededOn(LocalDate asked) {
        return !asked.isBefore(preElectionFrom) && !asked.isAfter(preElectionTo);
    }
}
