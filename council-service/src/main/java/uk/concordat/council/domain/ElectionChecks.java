package uk.concordat.council.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether each election is there once. */
final class ElectionChecks {

    private ElectionChecks() {}

    static List<ImportFault> of(CompositionLines lines) {
        Set<String> seen = new HashSet<>();
        return lines.elections().stream()
                .filter(election -> !seen.add(election.key()))
                .map(election ->
                        election.at().fault("election", election.key() + " is there twice", "Keep one line for each."))
                .toList();
    }
}
