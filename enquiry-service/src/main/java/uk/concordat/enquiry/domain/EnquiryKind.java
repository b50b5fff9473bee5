package uk.concordat.enquiry.domain;

/** What a member seeks: advice, guidance or information (COL 7). */
public enum EnquiryKind {
    QUESTION("question");

    private final String code;

    EnquiryKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
