package uk.concordat.eventsourcing.inbox;

/** The data of a message is not what its type describes. The message names where, and quotes nothing. */
public final class Unreadable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param discreet shown to operators: names of fields and classes, no value */
    public Unreadable(String discreet) {
        super(discreet);
    }
}
