package uk.concordat.kit.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Inbox;

/** One topic of each council, each subject's records taken in in order and once. */
public final class SubjectChannel {

    private final Inbox inbox;
    private final Effect reaction;

    SubjectChannel(Inbox inbox, Effect reaction) {
        this.inbox = inbox;
        this.reaction = reaction;
    }

    /**
     * Takes a record in, or parks it.
     *
     * @throws DatabaseUnavailable if neither was possible because the database is away: deliver it again
     * @throws IllegalArgumentException if the topic is no council's, so that nobody could be told of it but by the
     *     dead-letter topic
     */
    public void receive(ConsumerRecord<String, byte[]> record) {
        Tenant council = Records.council(record.topic())
                .orElseThrow(() -> new IllegalArgumentException("This is no council's topic: " + record.topic()));
        inbox.receive(council, Records.incoming(record), reaction);
    }

    /** Something has arrived that a council's records may have waited for. */
    public void goOn(Tenant council) {
        inbox.retryEarly(council, reaction);
    }
}
