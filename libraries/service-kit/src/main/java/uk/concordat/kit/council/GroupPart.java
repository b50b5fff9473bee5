package uk.concordat.kit.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What somebody is in a political group; all but members are that beside their membership. */
public enum GroupPart {
    MEMBER("member"),
    LEADER("leader"),
    WHIP("whip"),
    LEADER_OF_THE_OPPOSITION("leader-of-the-opposition");

    private final String code;

    GroupPart(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such part in a group */
    @JsonCreator
    public static GroupPart of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part in a group is called " + code));
    }
}
