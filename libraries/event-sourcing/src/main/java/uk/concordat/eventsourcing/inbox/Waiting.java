package uk.concordat.eventsourcing.inbox;

import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.database.DatabaseFailure;
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
    static Waiting after(Throwable failure, IncomingRecord record) {
        return switch (failure) {
            case NotYet early -> new Early(early.reason());
            case UnknownEventType _ -> new Early("waits for a newer build");
            case UniquenessViolated _ -> new Early("lost too many races");
            case DatabaseFailure unfit
            when unfit.isOfTheStatement() ->
                new Early("waits until this build and the database fit: " + Cause.of(unfit));
            case Error fault -> {
                logged(fault, record);
                yield new Early("waits for a process that is sound: " + Cause.of(fault));
            }
            default -> {
                logged(failure, record);
                yield new Failed(Cause.of(failure));
            }
        };
    }

    private static void logged(Throwable failure, IncomingRecord record) {
        LoggerFactory.getLogger(Inbox.class)
                .error("A record of {} could not be taken in", record.topic(), new DiscreetFailure(failure));
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
