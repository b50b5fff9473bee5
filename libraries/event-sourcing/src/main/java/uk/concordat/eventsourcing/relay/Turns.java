package uk.concordat.eventsourcing.relay;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * When a key or a topic may be tried again of which a message was not taken. It leaves out whole keys, never rows of one:
 * what it decides is when something is sent, never in what order.
 */
final class Turns {

    private final HeldKeys held = new HeldKeys();
    private final RefusedTopics refused = new RefusedTopics();

    /** Keys that wait for their turn. */
    Set<String> keysLeftOut() {
        Set<String> keys = held.keys();
        keys.addAll(refused.tried());
        return keys;
    }

    /** Topics that took nothing when they were last tried; only one message of each is tried at a time. */
    Set<String> topicsLeftOut() {
        return refused.names();
    }

    /** Those of them of which a message may be tried now. */
    List<String> topicsToTry(Collection<String> topicsInHand) {
        return refused.due(topicsInHand);
    }

    /** What was found of the topics to try. */
    void looked(Collection<String> topicsToTry, Collection<OutboxRow> found) {
        refused.looked(topicsToTry, found);
    }

    /** Of a key that has failed only its next row. */
    List<OutboxRow> cautiously(List<OutboxRow> rows) {
        return held.cautiously(rows);
    }

    void cameOf(List<OrderedSender.Sent> finished) {
        held.free(finished.stream()
                .filter(sent -> !sent.isFailed())
                .map(OrderedSender.Sent::orderKey)
                .toList());
        finished.stream()
                .filter(OrderedSender.Sent::isFailed)
                .forEach(sent -> refused.refused(sent.topic(), sent.orderKey()));
        // Afterwards, so that who fails while others of its topic are taken is known to be to blame.
        finished.stream()
                .filter(sent -> !sent.acknowledged().isEmpty())
                .forEach(sent -> held.hold(refused.taken(sent.topic())));
    }
}
