package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.messaging.CouncilPublisher;
import uk.concordat.eventsourcing.store.EventStore;

/** Where councils are kept: each has one stream, which only its own people's transactions find. */
@ApplicationScoped
public class CouncilStreams {

    @Produces
    @Singleton
    EventStore<CouncilState, CouncilEvent> store(
            @ConfigProperty(name = "concordat.councils.remembered-events", defaultValue = "100000")
                    long rememberedEvents) {
        Council council = new Council();
        return new EventStore<>(
                        "council",
                        CouncilEventTypes.table(),
                        council.initial(),
                        council::evolve,
                        new CouncilPublisher(),
                        List.of())
                .remembering(rememberedEvents);
    }

    /** The stream of the council of that key, if there is one. */
    public static UUID of(String council) {
        return UUID.nameUUIDFromBytes(("council " + council).getBytes(StandardCharsets.UTF_8));
    }
}
