package uk.concordat.notification.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.eventsourcing.store.Publisher;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.notification.domain.DeadlineLapsed;
import uk.concordat.notification.domain.LapseEvent;
import uk.concordat.notification.domain.Lapses;

/** Tells the owner of a deadline that it has lapsed. */
public final class LapsePublisher implements Publisher<Set<Lapses.Reported>, LapseEvent> {

    /** {@code uk.concordat.deadline.lapsed.v1}. */
    record Lapsed(
            UUID deadlineId,
            int revision,
            int rung,
            Instant due,
            @JsonProperty("case") Case of) {}

    record Case(String source, String subject) {}

    @Override
    public Optional<Publication> publish(
            Tenant council, UUID stream, LapseEvent event, Set<Lapses.Reported> stateAfter) {
        return Optional.of(
                switch (event) {
                    case DeadlineLapsed lapsed ->
                        new Publication(
                                Topics.notifications(council),
                                "/councils/" + council.key() + "/notifications",
                                "uk.concordat.deadline.lapsed.v1",
                                stream.toString(),
                                new Lapsed(
                                        lapsed.deadlineId().value(),
                                        lapsed.revision(),
                                        lapsed.rung(),
                                        lapsed.due(),
                                        new Case(
                                                lapsed.of().source(),
                                                lapsed.of().subject())));
                });
    }
}
