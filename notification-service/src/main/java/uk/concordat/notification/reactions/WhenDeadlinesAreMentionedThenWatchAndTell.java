package uk.concordat.notification.reactions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Message;
import uk.concordat.eventsourcing.store.StoredJson;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.application.Deadlines;
import uk.concordat.notification.domain.CaseReference;

/** An owner mentions deadlines of a case: they are watched, or no longer watched, and people are told of what has become of them. */
@ApplicationScoped
public class WhenDeadlinesAreMentionedThenWatchAndTell implements Effect {

    // A schema changes only by adding, and a mention with more in it than is known here still says what is needed.
    private final ObjectMapper json = StoredJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Deadlines deadlines;

    public WhenDeadlinesAreMentionedThenWatchAndTell(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void apply(Transaction transaction, Message message) {
        List<DeadlineMention> mentions = mentions(message.data());
        if (!mentions.isEmpty()) {
            deadlines.mentioned(
                    transaction,
                    new Deadlines.Mentions(
                            new CaseReference(message.source(), message.subject()),
                            message.data().required("reference").asText(),
                            mentions,
                            message.time(),
                            message.traceparent()));
        }
    }

    private List<DeadlineMention> mentions(JsonNode data) {
        List<DeadlineMention> mentions = new ArrayList<>();
        for (JsonNode mention : data.path("deadlines")) {
            try {
                mentions.add(json.treeToValue(mention, DeadlineMention.class));
            } catch (JsonProcessingException broken) {
                throw new IllegalArgumentException("A mention of a deadline cannot be read", broken);
            }
        }
        return mentions;
    }
}
