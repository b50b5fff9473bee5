package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An election.
 *
 * @param preElectionFrom the first day of the period before it
 * @param preElectionTo the last, which is at most the day of the election
 * @param withdrawn present where it was loaded and there was never to be one
 */
public record Election(
        String key,
        String name,
        LocalDate day,
        LocalDate preElectionFrom,
        LocalDate preElectionTo,
        Optional<Boolean> withdrawn) {

    public Election(String key, String name, LocalDate day, LocalDate preElectionFrom, LocalDate preElectionTo) {
        this(key, name, day, preElectionFrom, preElectionTo, Optional.empty());
    }

    boolean isWithdrawn() {
        return withdrawn.orElse(false);
    }
}
