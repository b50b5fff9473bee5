package uk.concordat.enquiry.domain;

/** What an integration has been granted, which is nobody's person and has no part in any enquiry. */
public enum Granted implements Who {
    EVENTS_READ("an integration of that council with the scope `events:read`");

    private final String words;

    Granted(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
