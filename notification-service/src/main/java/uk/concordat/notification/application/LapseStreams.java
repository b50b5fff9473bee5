package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.EventTypes;
import uk.concordat.notification.domain.DeadlineLapsed;
import uk.concordat.notification.domain.LapseEvent;
import uk.concordat.notification.domain.Lapses;
import uk.concordat.notification.messaging.LapsePublisher;

/** Where lapses are kept: each deadline has a stream of its own. */
@ApplicationScoped
public class LapseStreams {

    @Produces
    @Singleton
    EventStore<Set<Lapses.Reported>, LapseEvent> store() {
        Lapses lapses = new Lapses();
        return new EventStore<>("deadline", types(), lapses.initial(), lapses::evolve, new LapsePublisher(), List.of());
    }

    /** What lapses are called on disk, for ever. */
    static EventTypes<LapseEvent> types() {
        return EventTypes.of(LapseEvent.class)
                .type("deadline-lapsed", 1, DeadlineLapsed.class)
                .build();
    }
}
