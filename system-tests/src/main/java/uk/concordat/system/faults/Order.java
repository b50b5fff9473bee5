package uk.concordat.system.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What the command is asked to do.
 *
 * @param howLong empty for the short form of each
 */
record Order(List<NamedFault> faults, Optional<Duration> howLong, int times, long seed) {

    /** The words make no order; its message says why. */
    static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String why) {
            super(why);
        }
    }

    static Order of(List<String> words) {
        if (words.isEmpty()) {
            throw new NotUnderstood("Which fault? One of these, or all:\n" + list());
        }
        List<NamedFault> faults = faults(words.getFirst());
        Optional<Duration> howLong = Optional.empty();
        int times = 1;
        long seed = new Random().nextInt(1_000_000);
        for (int word = 1; word < words.size(); word += 2) {
            if (word + 1 == words.size()) {
                throw new NotUnderstood(words.get(word) + " needs a value.");
            }
            String value = words.get(word + 1);
            switch (words.get(word)) {
                case "--for" -> howLong = Optional.of(duration(value));
                case "--times" -> times = Math.toIntExact(number(value));
                case "--seed" -> seed = number(value);
                default -> throw new NotUnderstood("There is no option " + words.get(word));
            }
        }
        return new Order(faults, howLong, times, seed);
    }

    /** All, one, or several with commas between. */
    private static List<NamedFault> faults(String names) {
        return names.equals("all")
                ? List.of(NamedFault.values())
                : Arrays.stream(names.split(","))
                        .map(name -> NamedFault.of(name)
                                .orElseThrow(() -> new NotUnderstood(
                                        "There is no fault '%s'. There are:%n%s".formatted(name, list()))))
                        .toList();
    }

    private static Duration duration(String text) {
        if (!text.matches("[1-9][0-9]{0,5}[smh]")) {
            throw new NotUnderstood("A duration is such as 90s, 10m or 2h, not '%s'.".formatted(text));
        }
        return Duration.parse("PT" + text);
    }

    private static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new NotUnderstood("'%s' is no whole number from 1.".formatted(text));
        }
        return Long.parseLong(text);
    }

    private static String list() {
        return Arrays.stream(NamedFault.values())
                .map(fault -> "  %-6s %-16s %s".formatted(fault.name(), fault.word(), fault.breaks()))
                .collect(Collectors.joining("\n"));
    }
}
