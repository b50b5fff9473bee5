package uk.concordat.protocols.rules;

/** No protocol has a rule of that id. */
public final class UnknownRule extends IllegalArgumentException {

    private final String id;

    public UnknownRule(String id) {
        super("No rule has the id " + id);
        this.id = id;
    }

    /** The id that was asked for. */
    public String id() {
        return id;
    }
}
