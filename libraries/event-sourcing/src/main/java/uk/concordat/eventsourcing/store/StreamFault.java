package uk.concordat.eventsourcing.store;

/**
 * Something in a stored stream that cannot be.
 *
 * @param kind such as {@code version-missing}
 * @param version of the event where it was found
 * @param what names types and counts, never what an event says
 */
public record StreamFault(String kind, long version, String what) {

    /** Versions are 1 to n; the fold ends before the first that is not there. */
    public static final String VERSION_MISSING = "version-missing";

    /** This build does not know the event's type or version, or not all that is in it; or what is there is no such event. */
    public static final String EVENT_UNREADABLE = "event-unreadable";

    /** The event cannot follow on what came before it. */
    public static final String EVENT_IMPOSSIBLE = "event-impossible";

    /** The count of what was told is not what the events before it and their publisher make it. */
    public static final String SEQUENCE_WRONG = "sequence-wrong";
}
