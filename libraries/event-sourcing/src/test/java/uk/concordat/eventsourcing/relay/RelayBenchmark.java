package uk.concordat.eventsourcing.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.installation.Topics;

/**
 * How fast a backlog drains, how long a message takes from commit to topic at 200 a second, and what reading costs behind
 * a transaction that keeps dead rows. Started by hand; prints what it measures.
 */
final class RelayBenchmark {

    private static final int BACKLOG = 50_000;
    private static final int LATENCY_MESSAGES = 4_000;
    private static final int DEAD_ROWS = 200_000;
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);

    public static void main(String[] arguments) throws Exception {
        RelayBenchmark benchmark = new RelayBenchmark();
        benchmark.deadRows();
        benchmark.latency();
        for (int round = 1; round <= 3; round++) {
            benchmark.drain(5_000);
            benchmark.drain(50);
            benchmark.drain(1);
        }
        System.exit(0);
    }

    private void drain(int keys) throws Exception {
        int messages = keys == 1 ? BACKLOG / 50 : BACKLOG;
        String topic = installation.topics().create();
        installation.execute("truncate outbox");
        installation.execute("""
                insert into outbox (tenant, topic, key, headers, value)
                select 'north', '%s', 'key-' || n %% %d, jsonb_build_object('ce_id', n, 'ce_sequence', (n / %d)::text),
                  convert_to(rpad('{', 500, ' '), 'UTF8')
                from generate_series(1, %d) n""".formatted(topic, keys, keys, messages));
        installation.execute("analyze outbox");
        try (OneConnection one = new OneConnection(installation.relay())) {
            long began = System.nanoTime();
            try (RunningRelay _ =
                    RunningRelay.hurried(one.dataSource(), () -> RelayProducer.connect(installation.broker()))) {
                awaitEmpty();
                double seconds = (System.nanoTime() - began) / 1e9;
                say("draining %,d messages of %,d keys: %,.0f a second", messages, keys, messages / seconds);
            }
        }
    }

    private void awaitEmpty() throws SQLException {
        try (Connection connection = installation.postgres().connect("event_sourcing")) {
            while (Installation.read(connection, "select exists (select from outbox)")
                    .contains("t")) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** By the clock of one machine: from after the commit to the time at which the broker appended it. */
    private void latency() throws Exception {
        String topic = installation.topics().createWithAppendTime();
        installation.execute("truncate outbox");
        List<Long> committedMillis = new ArrayList<>();
        try (OneConnection one = new OneConnection(installation.relay());
                RunningRelay relay =
                        RunningRelay.hurried(one.dataSource(), () -> RelayProducer.connect(installation.broker()));
                Connection application = installation.application().getConnection();
                PreparedStatement message = application.prepareStatement("""
                        insert into outbox (tenant, topic, key, headers, value)
                        select 'north', ?, ?, jsonb_build_object('ce_id', ?::text), '{}'
                        from (select set_config('event_sourcing.tenant', 'north', true)) tenant""")) {
            rows.write(topic, "warm", 1, 50);
            rows.awaitAllSent();
            long next = System.nanoTime();
            for (int number = 0; number < LATENCY_MESSAGES; number++) {
                message.setString(1, topic);
                message.setString(2, "key-" + number % 500);
                message.setString(3, Integer.toString(number));
                message.executeUpdate();
                committedMillis.add(System.currentTimeMillis());
                relay.wake();
                next += BETWEEN.toNanos();
                LockSupport.parkNanos(next - System.nanoTime());
            }
            awaitEmpty();
        }
        List<Long> latencies = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : installation.topics().read(topic)) {
            if (record.key().startsWith("key-")) {
                int number = Integer.parseInt(Topics.header(record, "ce_id"));
                latencies.add(record.timestamp() - committedMillis.get(number));
            }
        }
        latencies.sort(null);
        say(
                "commit to topic at 200 a second: p50 %d ms, p99 %d ms of %d",
                latencies.get(latencies.size() / 2), latencies.get(latencies.size() * 99 / 100), latencies.size());
    }

    private void deadRows() throws SQLException {
        installation.execute("truncate outbox");
        try (Connection _ = rows.transactionThatKeepsDeadRows()) {
            rows.writeOneOfEach("topic", DEAD_ROWS, 500);
            String last = installation.ask("select max(position) from outbox").getFirst();
            installation.execute("delete from outbox");
            rows.writeOneOfEach("topic", 10, 500);
            try (OneConnection one = new OneConnection(installation.relay())) {
                OutboxTable kept = new OutboxTable(one.dataSource());
                for (long from : List.of(0L, Long.parseLong(last) + 1)) {
                    List<Double> millis = Stream.generate(() -> millisToRead(kept, from))
                            .limit(11)
                            .sorted()
                            .toList();
                    say("reading from %d over %,d dead rows: %.1f ms", from, from == 0 ? DEAD_ROWS : 0, millis.get(5));
                }
            }
        }
    }

    private static double millisToRead(OutboxTable outbox, long from) {
        long began = System.nanoTime();
        try {
            outbox.oldest(from, new Load(1_000, 4 << 20), List.of(), List.of());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static void say(String what, Object... values) {
        System.out.println(String.format(Locale.ROOT, what, values));
    }
}
