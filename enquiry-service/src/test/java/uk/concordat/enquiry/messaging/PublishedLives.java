package uk.concordat.enquiry.messaging;

import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.ID;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.receivedFromTheMember;
import static uk.concordat.enquiry.domain.CityEnquiry.spared;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.kit.testing.MessageSchemas;

/** Enquiries' lives and what the topic is told of them; between them they hold every kind of event. */
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

    private static final List<EnquiryEvent[]> LIVES = List.of(
            new EnquiryEvent[] {received()},
            new EnquiryEvent[] {receivedFromTheMember()},
            new EnquiryEvent[] {received(), acknowledged(IN_TIME)},
            new EnquiryEvent[] {received(), breached(ACKNOWLEDGEMENT, BETWEEN)},
            new EnquiryEvent[] {received(), breached(ACKNOWLEDGEMENT, BETWEEN), acknowledged(BETWEEN)},
            new EnquiryEvent[] {received(), answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE)},
            new EnquiryEvent[] {received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE)},
            new EnquiryEvent[] {received(), acknowledged(IN_TIME), spared(ACKNOWLEDGEMENT, 1, BETWEEN)});

    private PublishedLives() {}

    static Stream<Told> all() {
        return LIVES.stream().map(PublishedLives::told);
    }

    static Told told(EnquiryEvent... life) {
        EnquiryState after = DECIDER.fold(DECIDER.initial(), Arrays.asList(life));
        EnquiryEvent last = life[life.length - 1];
        return new Told(
                last,
                new EnquiryPublisher()
                        .publish(new Tenant("city-of-london"), ID.value(), last, after)
                        .orElseThrow());
    }
}
