package uk.concordat.eventsourcing.interleavings;

/** What may go wrong; each as often as a scope lists it. */
enum Fault {
    /** A holder is frozen, or slow, until its lease has run out; it knows nothing of it. */
    LEASE_RUNS_OUT,
    /** The broker does not take a row. */
    NOT_TAKEN,
    /** The relay gives a row up that the broker has, or has still to get. */
    ACKNOWLEDGEMENT_LOST,
    RELAY_KILLED,
    CONSUMER_KILLED,
    /** The partition goes to the other consumer; the first works on what it has, as if it knew nothing of it. */
    REBALANCED,
    /** All is delivered again. */
    OFFSET_REWOUND
}
