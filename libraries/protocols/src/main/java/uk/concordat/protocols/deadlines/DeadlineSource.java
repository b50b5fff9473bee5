package uk.concordat.protocols.deadlines;

/** Where a date comes from; a limit that no protocol states is never shown as the protocol's. */
public enum DeadlineSource {
    PROTOCOL("protocol"),
    LOCAL_TARGET("local-target"),
    PROMISE("promise");

    private final String code;

    DeadlineSource(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
