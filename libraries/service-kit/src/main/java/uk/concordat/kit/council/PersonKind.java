package uk.concordat.kit.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a person is to their council. Co-opted members have what members have under COL-01 and COL-42. */
public enum PersonKind {
    MEMBER("member"),
    COOPTED_VOTING("co-opted-voting"),
    COOPTED_NON_VOTING("co-opted-non-voting"),
    OFFICER("officer");

    private final String code;

    PersonKind(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    @JsonCreator
    public static PersonKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of person is called " + code));
    }

    public boolean isMember() {
        return this != OFFICER;
    }
}
