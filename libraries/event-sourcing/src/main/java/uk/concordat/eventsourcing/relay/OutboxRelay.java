package uk.concordat.eventsourcing.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import uk.concordat.eventsourcing.lease.Lease;
import uk.concordat.eventsourcing.lease.LeasedThread;

/**
 * Carries the outbox to Kafka. One relay works at a time, by lease; it reads rows in the order of their position and
 * deletes them once the broker has acknowledged them. There is no cursor, so a row that commits late is only sent late.
 *
 * <p>Each key's messages are sent in the order of its commits, because
 *
 * <ol>
 *   <li>a key's positions grow with its commits: the next version of a stream is decided only after the last is committed;
 *   <li>{@link OutboxTable#oldest} reads in that order and leaves out whole keys, never rows of one;
 *   <li>{@link OrderedSender} sends a key's next message only once the last was acknowledged;
 *   <li>a key is let go only once its acknowledged rows are deleted.
 * </ol>
 *
 * <p>{@link Lease} and {@link Turns} decide who sends and when, never in what order: two relays that know of no lease only
 * repeat.
 */
public final class OutboxRelay {

    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    /** How long a round waits for its slowest key, which then goes on beside the next rounds. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** What is in hand at once, however slow the broker is. It fits the producer's buffer, or sending would wait for room. */
    private static final Load MOST = new Load(1_000, 4 << 20);

    /** How often it is looked, while some topics take nothing, whether there is anything for the others: it reads past all that waits. */
    private static final Duration PAST_WHAT_WAITS = Duration.ofMillis(250);

    private final OutboxTable outbox;
    private final SettledPositions settled;
    private final Lease lease;
    private final BrokerClient broker;
    private final OrderedSender sender = new OrderedSender();
    private final Turns turns = new Turns();
    private final LeasedThread thread;
    private long lookedPastNanos = System.nanoTime() - PAST_WHAT_WAITS.toNanos();

    OutboxRelay(DataSource relayRole, Pace pace, Supplier<Producer<String, byte[]>> connecting) {
        this.outbox = new OutboxTable(relayRole);
        this.settled = new SettledPositions(outbox, pace.settling(), pace.checking());
        this.lease = new Lease(relayRole, "outbox-relay", pace.lease());
        this.broker = new BrokerClient(connecting, pace.noAnswer());
        this.thread = LeasedThread.start("outbox-relay", lease, this::sendSome);
    }

    /** @param broker Kafka's own settings, as {@link RelayProducer} takes them */
    public static OutboxRelay start(DataSource relayRole, Map<String, Object> broker) {
        return new OutboxRelay(relayRole, Pace.USUAL, () -> RelayProducer.connect(broker));
    }

    /** Tells the relay that there is something to send; never needed for it to be sent, only for it to be sent at once. */
    public void wake() {
        thread.wake();
    }

    public boolean isRunning() {
        return thread.isRunning();
    }

    public Duration sinceLastRound() {
        return thread.sinceLastRound();
    }

    /** Ends it in order; a message that the broker does not take in time is left to the next relay. */
    public void stop() throws InterruptedException {
        thread.stop();
        broker.close();
        sender.close();
    }

    /** @param mayGoOn no once the lease has run out: another sends the same rows, in the same order of each key */
    private Duration sendSome(BooleanSupplier mayGoOn) throws SQLException {
        Optional<Producer<String, byte[]>> producer = broker.connected();
        if (producer.isEmpty()) {
            // Another replica may find the broker.
            lease.release();
            return AFTER_FAILURE;
        }
        settled.look();
        List<OutboxRow> rows = read();
        sender.send(turns.cautiously(rows), producer.get(), mayGoOn, PATIENCE);
        settle(sender.finished());
        return rows.isEmpty() ? IDLE : Duration.ZERO;
    }

    /** What may be taken in hand now: one row of each topic that refused the last, and the oldest of all others. */
    private List<OutboxRow> read() throws SQLException {
        Set<String> leftOut = turns.keysLeftOut();
        leftOut.addAll(sender.keysInHand());
        Load room = sender.roomWithin(MOST);
        List<OutboxRow> rows = new ArrayList<>(firstOfRefused(room, leftOut));
        if (mayLookPastWhatWaits()) {
            List<OutboxRow> others =
                    outbox.oldest(settled.below(), room.without(Load.of(rows)), leftOut, turns.topicsLeftOut());
            settled.saw(others);
            rows.addAll(others);
        }
        return rows;
    }

    private List<OutboxRow> firstOfRefused(Load room, Set<String> leftOut) throws SQLException {
        List<String> topics = room.isNone() ? List.of() : turns.topicsToTry(sender.topicsInHand());
        if (topics.isEmpty()) {
            return List.of();
        }
        List<OutboxRow> first = outbox.oldestOfEach(topics, settled.below(), room, leftOut);
        boolean isAll = !room.without(Load.of(first)).isNone();
        if (isAll) {
            turns.looked(topics, first);
        }
        return first;
    }

    private boolean mayLookPastWhatWaits() {
        long now = System.nanoTime();
        boolean may = turns.topicsLeftOut().isEmpty() || now - lookedPastNanos >= PAST_WHAT_WAITS.toNanos();
        if (may) {
            lookedPastNanos = now;
        }
        return may;
    }

    private void settle(List<OrderedSender.Sent> finished) throws SQLException {
        List<Long> acknowledged =
                finished.stream().flatMap(sent -> sent.acknowledged().stream()).toList();
        if (!acknowledged.isEmpty()) {
            outbox.delete(acknowledged);
            broker.hasAnswered();
        } else if (finished.stream().anyMatch(OrderedSender.Sent::isFailed)) {
            broker.hasFailed();
        }
        // Not before the rows are deleted, or the key would be read again with rows that the broker has.
        sender.letGo(finished);
        turns.cameOf(finished);
    }
}
