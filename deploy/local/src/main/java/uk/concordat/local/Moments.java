package uk.concordat.local;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the launcher writes moments and shifts. */
final class Moments {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu HH:mm:ss", Locale.ENGLISH)
            .withZone(StackClock.ZONE);

    private Moments() {}

    static String show(Instant moment) {
        return SHOWN.format(moment) + " (London)";
    }

    /** A shift, such as "29 d 18 h 4 min ahead of real time". */
    static String show(Duration shift) {
        Duration length = shift.abs();
        return length.toSeconds() == 0
                ? "real time"
                : "%d d %d h %d min %d s %s real time"
                        .formatted(
                                length.toDays(),
                                length.toHoursPart(),
                                length.toMinutesPart(),
                                length.toSecondsPart(),
                                shift.isNegative() ? "behind" : "ahead of");
    }
}
