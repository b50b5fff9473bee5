package uk.concordat.council.domain;

import java.util.Arrays;
import java.util.List;

/** What a person is to their council, as its files call it. */
public enum PersonKind {
    MEMBER("member"),
    COOPTED_VOTING("co-opted-voting"),
    COOPTED_NON_VOTING("co-opted-non-voting"),
    /** Of a committee, such as those of the City's Standards Committee (COL-42). */
    INDEPENDENT_MEMBER("independent-member"),
    OFFICER("officer");

    private final String code;

    PersonKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(PersonKind::code).toList();
    }

    /** Everybody else is a councillor, or has what councillors have (COL-42, HAR-08). */
    static boolean isOfficer(String code) {
        return OFFICER.code.equals(code);
    }

    /** Whether "councillor" means them too: co-optees are councillors, unless the context says otherwise (HAR-08). */
    static boolean isCouncillor(String code) {
        return !isOfficer(code) && !isIndependentMember(code);
    }

    /** Whether they are what they are for certain bodies only. */
    static boolean isForBodies(String code) {
        return !isOfficer(code) && !MEMBER.code.equals(code);
    }

    static boolean isCoopted(String code) {
        return COOPTED_VOTING.code.equals(code) || COOPTED_NON_VOTING.code.equals(code);
    }

    static boolean isIndependentMember(String code) {
        return INDEPENDENT_MEMBER.code.equals(code);
    }
}
