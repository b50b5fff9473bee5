package uk.concordat.enquiry.domain;

/** In which capacity the member asks (COL-01, COL-53). */
public enum Capacity {
    WARD("ward"),
    CABINET("cabinet"),
    SCRUTINY("scrutiny"),
    COMMITTEE("committee"),
    CHAIR("chair"),
    OUTSIDE_BODY("outside-body"),
    PARTY("party");

    private final String code;

    Capacity(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
