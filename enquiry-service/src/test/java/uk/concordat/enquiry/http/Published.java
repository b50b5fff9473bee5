package uk.concordat.enquiry.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** What the City's topic of enquiries says of one of them. */
final class Published {

    private static final String ENQUIRIES = "concordat.city-of-london.enquiries";

    private Published() {}

    /** Waits until a message of this type stands on the topic as the enquiry's n-th. */
    static Topic.Lying await(String enquiry, String type, long sequence) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> of(enquiry).stream()
                                .filter(record -> type.equals(record.headers().get("ce_type")))
                                .filter(record -> Long.toString(sequence)
                                        .equals(record.headers().get("ce_sequence")))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    static List<Topic.Lying> of(String enquiry) {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            return topic.all(ENQUIRIES).stream()
                    .filter(record -> enquiry.equals(record.key()))
                    .toList();
        }
    }
}
