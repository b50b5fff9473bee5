package uk.concordat.protocols.people;

/** What a council's people are called. */
public final class Username {

    /**
     * Its form, as a regular expression: directories call people by an address, in any letters. It begins so that no
     * spreadsheet takes it for a formula.
     */
    public static final String FORM = "[A-Za-z0-9_][A-Za-z0-9._@'+#-]{0,126}";

    private Username() {}
}
