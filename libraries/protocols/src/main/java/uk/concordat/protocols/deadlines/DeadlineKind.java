package uk.concordat.protocols.deadlines;

import java.util.Arrays;

/** What is owed by a deadline. */
public enum DeadlineKind {
    ACKNOWLEDGEMENT("acknowledgement"),
    FULL_RESPONSE("full-response"),
    FIRST_RESPONSE("first-response"),
    PROMISED_RESPONSE("promised-response");

    private final String code;

    DeadlineKind(String code) {
        this.code = code;
    }

    /** As it stands in packs, bodies and topics. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if no kind has this code */
    public static DeadlineKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of deadline is called " + code));
    }
}
