package uk.concordat.enquiry.domain;

/** Which way an enquiry goes. */
public enum Direction {
    MEMBER_TO_OFFICER("member-to-officer"),
    OFFICER_TO_MEMBER("officer-to-member");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
