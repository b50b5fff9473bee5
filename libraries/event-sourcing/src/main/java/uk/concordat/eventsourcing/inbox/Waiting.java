package uk.concordat.eventsourcing.inbox;

/** Why a record waits. */
sealed interface Waiting {

    String cause();

    /** It came before what it builds on, and goes on by itself. */
    record Early(String cause) implements Waiting {}

    /** It was its turn, and it failed: somebody has to look. */
    record Failed(String cause) implements Waiting {}

    /** It is no message. A readable record of the same place, from a duplicate or a replay, is worth more. */
    record Unreadable(String cause) implements Waiting {}

    default String kind() {
        return this instanceof Early ? "early" : "broken";
    }

    default boolean replacesWhatIsParked() {
        return !(this instanceof Unreadable);
    }
}
