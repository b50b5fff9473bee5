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
            Usage: ./concordat bench [commands | enquiries | councils | replicas] [--seconds 12]

              commands   a command over REST beside the same transaction by pgbench, in three interleaved rounds
              enquiries  what the length of an enquiry's stream costs
              councils   what the length of a council's stream costs, with thousands of people
              replicas   loading 50,000 people, and a new replica that reads them""";

    /** What can be measured alone. */
    enum Section {
        COMMANDS,
        ENQUIRIES,
        COUNCILS,
        REPLICAS
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
                case "enquiries" -> section = Optional.of(Section.ENQUIRIES);
                case "councils" -> section = Optional.of(Section.COUNCILS);
                case "replicas" -> section = Optional.of(Section.REPLICAS);
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
