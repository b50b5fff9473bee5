package uk.concordat.council.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What posts of all councils are to the protocols, whatever each council calls its own: the Head of Paid Service is the
 * City's Town Clerk and Hackney's Chief Executive (HAC-26).
 */
public enum GenericRole {
    HEAD_OF_PAID_SERVICE("head-of-paid-service"),
    MONITORING_OFFICER("monitoring-officer"),
    CHIEF_FINANCE_OFFICER("chief-finance-officer"),
    DIRECTOR_OF_CHILDRENS_SERVICES("director-of-childrens-services"),
    DIRECTOR_OF_ADULT_SOCIAL_SERVICES("director-of-adult-social-services"),
    PROPER_OFFICER("proper-officer"),
    DIRECTOR("director"),
    LINE_MANAGER("line-manager"),
    OFFICER("officer"),
    MEMBER_SERVICES("member-services"),
    CHIEF_COMMONER("chief-commoner"),
    ALDERMANIC_CHAIRMAN("aldermanic-chairman"),
    MAYOR("mayor"),
    DEPUTY_MAYOR("deputy-mayor"),
    SPEAKER("speaker"),
    LEADER("leader"),
    DEPUTY_LEADER("deputy-leader"),
    CABINET_MEMBER("cabinet-member"),
    CHAIR("chair"),
    DEPUTY_CHAIR("deputy-chair"),
    GROUP_LEADER("group-leader"),
    GROUP_WHIP("group-whip");

    private final String code;

    private static final Set<GenericRole> OF_MEMBERS = EnumSet.range(CHIEF_COMMONER, GROUP_WHIP);

    GenericRole(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The first of these roles that is not for people of a kind: members have no officers' roles, nor officers members'. */
    static Optional<String> closedTo(String kind, List<String> roles) {
        return roles.stream()
                .filter(PersonKind.isOfficer(kind) ? GenericRole::isMembers : GenericRole::isOfficers)
                .findFirst();
    }

    static boolean isMembers(String code) {
        return of(code).filter(OF_MEMBERS::contains).isPresent();
    }

    static boolean isOfficers(String code) {
        return of(code).filter(role -> !OF_MEMBERS.contains(role)).isPresent();
    }

    private static Optional<GenericRole> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(GenericRole::code).toList();
    }
}
