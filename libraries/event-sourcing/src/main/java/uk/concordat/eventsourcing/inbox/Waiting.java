package uk.concordat.eventsourcing.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.store.UnknownEventType;

/** Why a record waits. */
sealed interface Waiting {

    String cause();

    /** It came before what it builds on, and goes on by itself. */
    record Early(String cause) implements Waiting {}

    /** It was its turn, and it failed: somebody has to look. */
    record Failed(String cause) implements Waiting {}

    /** It is no message. A readable record of the same place, from a duplicate or a replay, is worth more. */
    record Unreadable(String cause) implements Waiting {}

    /** What becomes of a record whose effect failed so. */
    static Waiting after(RuntimeException failure, IncomingRecord record) {
        return switch (failure) {
            case NotYet early -> new Early(early.reason());
            case UnknownEventType _ -> new Early("waits for a newer build");
            case UniquenessViolated _ -> new Early("lost too many races");
            default -> {
                Logger log = LoggerFactory.getLogger(Inbox.class);
                log.error("A record of {} could not be taken in", record.topic(), new DiscreetFailure(failure));
                yield new Failed(Cause.of(failure));
            }
        };
    }

    default String kind() {
        return this instanceof Early ? "early" : "broken";
    }

    default boolean replacesWhatIsParked() {
        return !(this instanceof Unreadable);
    }

    default Intake.Replayed stillWaits() {
        return new Intake.Replayed.StillWaits(kind(), cause());
    }
}
