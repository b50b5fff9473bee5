package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/**
 * Many write at once, some commit late, each has written something else first, and a long transaction keeps dead rows: none is passed over, and each key's arrive in order.
 */
class LateCommitsTest {

    private static final int KEYS = 40;
    private static final int MESSAGES = 2_000;
    private static final int WRITERS = 8;

    /** The last number of a key, which the next is written after: only whoever has taken it writes to that key. */
    private record Key(String name, int last) {}

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final String topic = installation.topics().create();
    private final BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void none_is_passed_over_and_each_key_arrives_in_order() throws Exception {
        IntStream.range(0, KEYS).forEach(n -> keys.add(new Key("key-" + n, 0)));

        try (OneConnection quick = new OneConnection(installation.relay());
                RunningRelay _ =
                        RunningRelay.hurried(quick.dataSource(), () -> RelayProducer.connect(installation.broker()));
                Connection _ = rows.transactionThatKeepsDeadRows();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            rows.write(topic, "relay at work", 1, 1);
            rows.awaitAllSent();
            List<Callable<String>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                work.add(this::write);
            }
            for (Future<String> done : writers.invokeAll(work)) {
                assertThat(done.get()).isEqualTo("done");
            }
            rows.awaitAllSent();
        }

        var arrived = rows.arrived(topic);
        assertThat(keys)
                .hasSize(KEYS)
                .allSatisfy(key -> assertThat(arrived.get(key.name()))
                        .isEqualTo(IntStream.rangeClosed(1, key.last()).boxed().toList()));
        assertThat(installation.topics().read(topic)).as("none twice").hasSize(1 + MESSAGES);
    }

    private String write() throws SQLException, InterruptedException {
        try (Connection connection = installation.application().getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement message = connection.prepareStatement("""
                        insert into outbox (tenant, topic, key, headers, value)
                        values ('north', ?, ?, jsonb_build_object('ce_id', ?, 'ce_sequence', ?), '{}')""")) {
            connection.setAutoCommit(false);
            for (int number = written.incrementAndGet(); number <= MESSAGES; number = written.incrementAndGet()) {
                Key key = keys.take();
                String next = Integer.toString(key.last() + 1);
                statement.execute("select set_config('event_sourcing.tenant', 'north', true)");
                statement.execute("insert into plain_note values ('%d', 'first', 1)".formatted(number));
                message.setString(1, topic);
                message.setString(2, key.name());
                message.setString(3, key.name() + "-" + next);
                message.setString(4, next);
                message.executeUpdate();
                if (number % 100 == 0) {
                    statement.execute("select pg_sleep(0.7)");
                }
                connection.commit();
                keys.put(new Key(key.name(), key.last() + 1));
            }
            return "done";
        }
    }
}
