package uk.concordat.notification.domain;

import java.util.Arrays;

/** How a deadline stands, as its owner says. */
public enum Status {
    OPEN("open"),
    MET("met"),
    MET_LATE("met-late"),
    MISSED("missed"),
    WITHDRAWN("withdrawn");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    /** As it stands on topics and in tables. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such status */
    public static Status of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A deadline does not stand like this: " + code));
    }
}
