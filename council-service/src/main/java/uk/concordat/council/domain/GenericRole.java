package uk.concordat.council.domain;

import java.util.Arrays;
import java.util.List;

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

    GenericRole(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(GenericRole::code).toList();
    }
}
