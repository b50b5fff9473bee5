package uk.concordat.eventsourcing.store;

import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Tenant;

/** Maps a stored event to what the outside may know of it, which may be nothing: published events are never mirrored. */
@FunctionalInterface
public interface Publisher<S, E> {

    Optional<Publication> publish(Tenant tenant, UUID stream, E event, S stateAfter);

    /** Whether each message is a whole document, which takes the place of the one before it of the same subject. */
    default boolean isOfWholeDocuments() {
        return false;
    }
}
