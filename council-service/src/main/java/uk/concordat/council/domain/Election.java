package uk.concordat.council.domain;

import java.time.LocalDate;

/**
 * An election.
 *
 * @param preElectionFrom the first day of the period before it
 * @param preElectionTo the last, which is at most the day of the election
 */
public record Election(String key, String name, LocalDate day, LocalDate preElectionFrom, LocalDate preElectionTo) {}
