package uk.concordat.kit.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** As what somebody sits on a body. */
public enum BodyPart {
    CHAIR("chair"),
    DEPUTY_CHAIR("deputy-chair"),
    MEMBER("member"),
    CO_OPTED_MEMBER("co-opted-member"),
    INDEPENDENT_MEMBER("independent-member");

    private final String code;

    BodyPart(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such part in a body */
    @JsonCreator
    public static BodyPart of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part in a body is called " + code));
    }
}
