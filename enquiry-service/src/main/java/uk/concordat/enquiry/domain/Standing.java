package uk.concordat.enquiry.domain;

/** What a person is in their council today, before any enquiry. Somebody may be several of these. */
public enum Standing implements Who {
    MEMBER("any member, co-opted and independent ones too"),
    OFFICER("any officer"),
    OFFICER_IN_POST("any officer who holds a post today");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
