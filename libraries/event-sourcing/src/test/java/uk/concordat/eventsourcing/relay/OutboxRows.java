package uk.concordat.eventsourcing.relay;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.installation.Topics;
import uk.concordat.eventsourcing.store.Outbox;

/** Messages to be sent, numbered in the order in which each key's must arrive, and what has arrived. */
final class OutboxRows {

    private static final Tenant TENANT = new Tenant("north");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Installation installation;

    OutboxRows(Installation installation) {
        this.installation = installation;
    }

    /** Writes the messages {@code first} to {@code last} of a key in one transaction. */
    void write(String topic, String key, int first, int last) {
        installation.transactions().in(TENANT, transaction -> {
            for (int number = first; number <= last; number++) {
                write(transaction, topic, key, number);
            }
            return key;
        });
    }

    /** Writes one message of each of so many keys, in one transaction. */
    void writeOneOfEach(String topic, int keys, int bytes) {
        installation.execute("""
                insert into outbox (tenant, topic, key, headers, value)
                select 'north', '%s', 'key-' || n, jsonb_build_object('ce_id', n, 'ce_sequence', '1'),
                  decode(repeat('00', %d), 'hex')
                from generate_series(1, %d) n""".formatted(topic, bytes, keys));
    }

    static void write(Transaction transaction, String topic, String key, int number) {
        var roundTrip = transaction.roundTrip();
        Map<String, String> headers = Map.of("ce_id", key + "-" + number, "ce_sequence", Integer.toString(number));
        Outbox.addRaw(
                roundTrip, transaction, topic, key, headers, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        roundTrip.send();
    }

    /** A transaction that began to read before and goes on, so that nothing deleted from now on can be vacuumed. */
    Connection transactionThatKeepsDeadRows() throws SQLException {
        Connection connection = installation.application().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Installation.read(connection, "select shift from clock_offset");
        return connection;
    }

    List<String> waiting() {
        return installation.ask("select headers ->> 'ce_id' from outbox order by position");
    }

    void awaitAllSent() {
        await().atMost(LONGEST).until(() -> waiting().isEmpty());
    }

    /** The numbers of each key on the topic in the order in which a reader sees them first: doubles are passed over. */
    Map<String, List<Integer>> arrived(String topic) {
        return installation.topics().read(topic).stream()
                .collect(Collectors.toMap(
                        record -> Topics.header(record, "ce_id"),
                        Function.identity(),
                        (first, _) -> first,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                record -> Integer.valueOf(Topics.header(record, "ce_sequence")), Collectors.toList())));
    }
}
