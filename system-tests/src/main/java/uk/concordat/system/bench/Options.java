package uk.concordat.system.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./concordat bench} was asked for.
 *
 * @param section one of them; all if empty
 * @param seconds how long each timed part of a round lasts
 */
record Options(Optional<Section> section, Duration seconds) {

    static final String USAGE = """
            Usage: ./concordat bench [commands | streams] [--seconds 12]

              commands   a command over REST beside the same transaction by pgbench, in three interleaved rounds
              streams    what a stream's length costs: of an enquiry, and of a council with thousands of people""";

    /** What can be measured alone. */
    enum Section {
        COMMANDS,
        STREAMS
    }

    /** The words make no sense. */
    static final class NotUnderstood extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    static Options of(List<String> words) {
        Optional<Section> section = Optional.empty();
        Duration seconds = Duration.ofSeconds(12);
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "commands" -> section = Optional.of(Section.COMMANDS);
                case "streams" -> section = Optional.of(Section.STREAMS);
                case "--seconds" -> {
                    i++;
                    String number = i < words.size() ? words.get(i) : "";
                    if (!number.matches("[1-9][0-9]{0,3}")) {
                        throw new NotUnderstood("--seconds takes a number of seconds from 1 to 9999.");
                    }
                    seconds = Duration.ofSeconds(Long.parseLong(number));
                }
                default -> throw new NotUnderstood("'%s' is nothing that bench knows.".formatted(words.get(i)));
            }
        }
        return new Options(section, seconds);
    }

    boolean asksFor(Section asked) {
        return section.isEmpty() || section.get() == asked;
    }
}
