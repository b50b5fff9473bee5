package uk.concordat.kit.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Inbox;

/** Opens the channels by which a service hears of other services' subjects. */
@ApplicationScoped
public class SubjectChannels {

    private final Transactions transactions;
    private final DeadLetterTopic deadLetters;
    private final Consumers consumers;

    public SubjectChannels(Transactions transactions, DeadLetterTopic deadLetters, Consumers consumers) {
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.consumers = consumers;
    }

    /** @param consumer the name under which messages count as taken in; it stays, whatever else is renamed */
    public SubjectChannel open(String consumer, Effect reaction) {
        Inbox inbox = new Inbox(consumer, transactions, deadLetters.name(), Records::maySpeak);
        consumers.add(inbox, reaction);
        return new SubjectChannel(inbox, reaction);
    }
}
