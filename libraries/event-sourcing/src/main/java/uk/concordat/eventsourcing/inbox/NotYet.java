package uk.concordat.eventsourcing.inbox;

/** A message came before something that it builds on. */
public final class NotYet extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param waitsFor shown to operators: an id or a code, nobody's words */
    public NotYet(String waitsFor) {
        super("waits for " + waitsFor);
        this.reason = "waits for " + waitsFor;
    }

    /** The message came before the build that knows what it says: it is never skipped, and never read in part. */
    public static NotYet ofNewerBuild(String toKnow) {
        return new NotYet("a newer build, which knows " + toKnow);
    }

    /** As {@link #ofNewerBuild}, of a message of a type that is not known. */
    public static NotYet ofUnknownType(Message message) {
        return ofNewerBuild("the type " + Attributes.shown("ce_type", message.type()));
    }

    public String reason() {
        return reason;
    }
}
