package uk.concordat.eventsourcing.inbox;

/** A message came before something that it builds on. */
public final class NotYet extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public NotYet(String waitsFor) {
        super("waits for " + waitsFor);
        this.reason = "waits for " + waitsFor;
    }

    public String reason() {
        return reason;
    }
}
