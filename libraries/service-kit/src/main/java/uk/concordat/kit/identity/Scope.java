package uk.concordat.kit.identity;

/** What an issuer may grant to an integration, which has no person and so no posts to act by. */
public enum Scope {
    /** Loads the files of the council that its token names. */
    PEOPLE_IMPORT("people:import"),

    /** Speaks as the directory of the council that its token names. */
    PEOPLE_PROVISION("people:provision"),

    /** Will read what events leave out. Nothing asks for it yet. */
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
