package uk.concordat.kit.identity;

/** What an issuer may grant to an integration, which has no person and so no posts to act by. */
public enum Scope {
    /** Loads the files of the council that its token names. */
    PEOPLE_IMPORT("people:import"),

    /** Speaks as the directory of the council that its token names. */
    PEOPLE_PROVISION("people:provision"),

    /** Reads what the messages of the topics leave out, of the council that its token names. */
    EVENTS_READ("events:read");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /** As tokens have it. */
    public String code() {
        return code;
    }
}
