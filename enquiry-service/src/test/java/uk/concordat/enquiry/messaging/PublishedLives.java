package uk.concordat.enquiry.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryHistory;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EveryEvent;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.kit.testing.MessageSchemas;

/** What the topic is told of enquiries' lives. */
final class PublishedLives {

    /** A life's last event, and what is told of it. */
    record Told(EnquiryEvent event, Publication publication) {

        JsonNode data() {
            return MessageSchemas.written(publication.data());
        }

        /** The only deadline that is mentioned. */
        JsonNode deadline() {
            JsonNode deadlines = data().required("deadlines");
            if (deadlines.size() != 1) {
                throw new AssertionError("Not one deadline, but " + deadlines);
            }
            return deadlines.get(0);
        }
    }

    private PublishedLives() {}

    static Stream<Told> all() {
        return Stream.concat(EveryEvent.lives().stream(), EveryEvent.otherLives().stream())
                .map(life -> told(life.toArray(EnquiryEvent[]::new)));
    }

    static Told told(EnquiryEvent... life) {
        EnquiryState after = EnquiryHistory.initial();
        for (EnquiryEvent event : life) {
            after = EnquiryHistory.evolve(after, event);
        }
        EnquiryEvent last = life[life.length - 1];
        return new Told(
                last,
                new EnquiryPublisher()
                        .publish(
                                new Tenant("city-of-london"),
                                ((Known) after).particulars().id().value(),
                                last,
                                after)
                        .orElseThrow());
    }
}
