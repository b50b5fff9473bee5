package uk.concordat.eventsourcing.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.DatabaseFailure;

/**
 * Why an effect failed, as an operator is told it: what failed, where, and because of what. A message is passed on only
 * where it quotes nothing, since others may quote the data.
 */
final class Cause {

    private static final List<String> NOT_OURS =
            List.of("java.", "javax.", "jdk.", "sun.", "com.fasterxml.", "org.postgresql.");
    private static final int DEEPEST = 5;

    private Cause() {}

    static String of(Throwable failure) {
        StringBuilder cause = new StringBuilder(named(failure));
        @Nullable Throwable deeper = failure.getCause();
        for (int depth = 1; deeper != null && depth < DEEPEST && !isDiscreet(failure); depth++) {
            cause.append(", because of ").append(named(deeper));
            deeper = isDiscreet(deeper) ? null : deeper.getCause();
        }
        return cause.toString();
    }

    private static String named(Throwable failure) {
        return isDiscreet(failure)
                ? String.valueOf(failure.getMessage())
                : simpleName(failure.getClass().getName())
                        + where(failure).map(place -> " in " + place).orElse("");
    }

    private static boolean isDiscreet(Throwable failure) {
        return failure instanceof DatabaseFailure || failure instanceof Unreadable;
    }

    /** The innermost class that belongs to neither Java nor a library of ours. */
    private static Optional<String> where(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> NOT_OURS.stream().noneMatch(name::startsWith))
                .findFirst()
                .map(Cause::simpleName);
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replaceFirst("(?<=.)\\$.*", "");
    }
}
