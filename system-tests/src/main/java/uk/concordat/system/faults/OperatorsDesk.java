package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import uk.concordat.system.Operator;

/** What an operator finds waiting in notification-service, and does about it. */
public record OperatorsDesk(Operator operator) {

    private static final String SERVICE = "notification-service";

    /** The broken record that an operator finds by what is listed of it. */
    public JsonNode find(Predicate<JsonNode> which) {
        return Awaitility.await("a dead letter at the operator's")
                .until(() -> listed(which), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> listed(Predicate<JsonNode> which) throws IOException, InterruptedException {
        Operator.Told told = operator.get(SERVICE, "dead-letters?limit=200&kind=broken");
        assertThat(told.status()).as("an operator's list: %s", told.body()).isEqualTo(200);
        return StreamSupport.stream(told.body().required("items").spliterator(), false)
                .filter(which)
                .findFirst();
    }

    /** What came of trying it again. */
    public String replay(JsonNode deadLetter) {
        return act(deadLetter, "replay", "");
    }

    /** What came of leaving it aside. */
    public String discard(JsonNode deadLetter, String reason) {
        return act(deadLetter, "discard", "{\"reason\":\"%s\"}".formatted(reason));
    }

    private String act(JsonNode deadLetter, String act, String body) {
        try {
            Operator.Told told = operator.post(
                    SERVICE, "dead-letters/" + deadLetter.required("id").asText() + "/" + act, body);
            assertThat(told.status()).as("%s: %s", act, told.body()).isEqualTo(200);
            return told.body().required("outcome").asText();
        } catch (IOException noAnswer) {
            throw new AssertionError("No answer to an operator", noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
