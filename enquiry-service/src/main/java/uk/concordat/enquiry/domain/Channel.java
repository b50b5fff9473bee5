package uk.concordat.enquiry.domain;

/** How an enquiry reached the officer (COL-27: whatever the method, the same clocks run). */
public enum Channel {
    PORTAL("portal"),
    EMAIL("email"),
    LETTER("letter"),
    TELEPHONE("telephone"),
    FAX("fax"),
    IN_PERSON("in-person");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
