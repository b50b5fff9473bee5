package uk.concordat.protocols.ladder;

/** Why somebody is told that what was owed has not been done. */
public enum ToldAs {
    RESPONSIBLE_OFFICER("responsible-officer"),
    LINE_MANAGER("line-manager"),
    DIRECTOR("director"),
    HEAD_OF_PAID_SERVICE("head-of-paid-service"),
    /** A member who owes an answer. */
    RESPONSIBLE_MEMBER("responsible-member"),
    /** An officer whose question a member has not answered. */
    ASKING_OFFICER("asking-officer");

    private final String code;

    ToldAs(String code) {
        this.code = code;
    }

    /** As it stands in bodies and on topics. */
    public String code() {
        return code;
    }
}
