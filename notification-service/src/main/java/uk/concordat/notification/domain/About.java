package uk.concordat.notification.domain;

import java.util.Arrays;

/** What somebody is told of a deadline. */
public enum About {
    /** It was not done in time, as its owner has confirmed. */
    BREACHED("deadline-breached"),
    /** It comes soon. */
    REMINDER("deadline-reminder"),
    /** Its date is another one than they were told. */
    MOVED("deadline-moved"),
    /** It is not counted as missed any more. */
    ANNULLED("deadline-annulled");

    private final String code;

    About(String code) {
        this.code = code;
    }

    /** As it stands in bodies and tables. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if nothing of that name is told */
    public static About of(String code) {
        return Arrays.stream(values())
                .filter(about -> about.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody is told of this: " + code));
    }
}
