package uk.concordat.enquiry.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** What a council's topic of enquiries says of one of them; the City's where no council is named. */
final class Published {

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

    /** Waits until a message of this type is there of the enquiry. */
    static JsonNode await(String council, String enquiry, String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> of(council, enquiry, type).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The data of all messages of a type, such as {@code assigned}. */
    static List<JsonNode> of(String council, String enquiry, String type) {
        return of(council, enquiry).stream()
                .filter(record -> "uk.concordat.enquiry.%s.v1"
                        .formatted(type)
                        .equals(record.headers().get("ce_type")))
                .map(record -> Json.read(record.value()))
                .toList();
    }

    static List<Topic.Lying> of(String enquiry) {
        return of(OverHttp.COUNCIL, enquiry);
    }

    static List<Topic.Lying> of(String council, String enquiry) {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            return topic.all("concordat.%s.enquiries".formatted(council)).stream()
                    .filter(record -> enquiry.equals(record.key()))
                    .toList();
        }
    }
}
