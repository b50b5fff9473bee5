package uk.concordat.kit.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What kind of body people sit on. */
public enum BodyKind {
    COUNCIL("council"),
    COMMITTEE("committee"),
    SUB_COMMITTEE("sub-committee"),
    SCRUTINY("scrutiny"),
    STANDARDS("standards"),
    CABINET("cabinet"),
    WORKING_PARTY("working-party"),
    OUTSIDE_BODY("outside-body");

    private final String code;

    BodyKind(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such kind of body */
    @JsonCreator
    public static BodyKind of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of body is called " + code));
    }
}
