package uk.concordat.system.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one fault.
 *
 * @param figures what was measured, by name
 * @param violated what was not as it must be; empty if all was
 */
record Finding(NamedFault fault, Duration took, Tally tally, Map<String, String> figures, Optional<String> violated) {

    String inWords() {
        StringBuilder words =
                new StringBuilder("%s %s, %d s: %s%n".formatted(fault.name(), fault.word(), took.toSeconds(), tally));
        figures.forEach((name, figure) -> words.append("    %s: %s%n".formatted(name, figure)));
        return words.append(violated.map(what -> "    VIOLATED: " + what).orElse("    I1 to I7 hold"))
                .toString();
    }
}
