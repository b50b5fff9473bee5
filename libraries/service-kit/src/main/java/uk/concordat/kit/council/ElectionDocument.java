package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * An election as council-service publishes it.
 *
 * @param key how the council names it in its files, for ever
 * @param preElectionFrom the first day of the period before it
 * @param preElectionTo the last
 */
public record ElectionDocument(
        String key, String name, LocalDate day, LocalDate preElectionFrom, LocalDate preElectionTo)
        implements Document {

    public ElectionDocument {
        // What lacks any of these is no election, and must not take the place of one.
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(day);
        requireNonNull(preElectionFrom);
        requireNonNull(preElectionTo);
    }

    public boolean isPrecededOn(LocalDate asked) {
        return !asked.isBefore(preElectionFrom) && !asked.isAfter(preElectionTo);
    }
}
