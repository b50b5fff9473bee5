package uk.concordat.kit.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person is to their council. Co-opted and independent members have what members have under COL-01 and COL-42. */
public enum PersonKind {
    MEMBER("member", Obligation.MUST),
    COOPTED_VOTING("co-opted-voting", Obligation.MUST),
    COOPTED_NON_VOTING("co-opted-non-voting", Obligation.SHOULD),
    /** Of a committee, without being a councillor. */
    INDEPENDENT_MEMBER("independent-member", Obligation.SHOULD),
    OFFICER("officer", null);

    /** How the Members' Code of Conduct binds somebody: in law, or by what is expected of them (HAC-05). */
    public enum Obligation {
        MUST("must"),
        SHOULD("should");

        private final String code;

        Obligation(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }
    }

    private final String code;
    private final Optional<Obligation> membersCode;

    PersonKind(String code, @Nullable Obligation membersCode) {
        this.code = code;
        this.membersCode = Optional.ofNullable(membersCode);
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

    /** Whether "councillor" means them too, unless the context says otherwise: co-optees are councillors (HAR-08). */
    public boolean isCouncillor() {
        return this == MEMBER || this == COOPTED_VOTING || this == COOPTED_NON_VOTING;
    }

    /** How the Members' Code binds them; empty for officers, who have a code of their own. */
    public Optional<Obligation> membersCode() {
        return membersCode;
    }
}
