package uk.concordat.eventsourcing.interleavings;

/** The code as it is, and as it must not be. */
enum Variant {
    AS_IT_IS,
    /** Deletes a row when it is sent. */
    DELETES_BEFORE_ACKNOWLEDGED,
    /** After a row that failed it sends the key's next one, and the failed one later. */
    SENDS_ON_AFTER_A_FAILURE,
    /** Remembers the last position that it has sent, and reads only what follows. */
    READS_BY_CURSOR,
    /** Takes positions for settled, below which nothing can come, without asking who still writes. */
    SETTLES_WITHOUT_ASKING,
    /** Works without asking for a lease, whoever else does. */
    WITHOUT_A_LEASE,
    /** Commits that a message was taken in before its effect, each in a transaction of its own. */
    REMEMBERS_BEFORE_THE_EFFECT,
    /** Takes in whatever is newer than the last, with a hole before it or not. */
    TAKES_IN_OVER_A_HOLE
}
