package uk.concordat.notification.reactions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.inbox.DataReader;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Message;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.application.Deadlines;
import uk.concordat.notification.domain.CaseReference;

/** An owner mentions deadlines of a case: they are watched, or no longer watched, and people are told of what has become of them. */
@ApplicationScoped
public class WhenDeadlinesAreMentionedThenWatchAndTell implements Effect {

    private final DataReader reader = new DataReader();
    private final Deadlines deadlines;

    public WhenDeadlinesAreMentionedThenWatchAndTell(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void apply(Transaction transaction, Message message) {
        if (!EnquiryMessages.KNOWN.contains(message.type())) {
            // It may mention deadlines where this build does not look for them.
            throw NotYet.ofUnknownType(message);
        }
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
            mentions.add(reader.read(mention, DeadlineMention.class));
        }
        return mentions;
    }
}
