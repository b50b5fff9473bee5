package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.RunningBackends;
import uk.concordat.kit.messaging.Topics;

/** Ready is who has taken in all that stood on the councils' topic when they began. */
class CaughtUpTest {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", RunningBackends.get().kafka().bootstrapServers());
    private static final TopicPartition TOPIC = new TopicPartition(Topics.COUNCILS, 0);
    private static int groups;

    private final Topics topics = new Topics(BROKER, 1);
    private final String group = "caught-up-" + groups++;
    private Producer<String, String> producer = producer(Map.of());
    private Consumer<String, String> consumer;
    private final ReplicaDatabase database = ReplicaDatabase.in(RunningBackends.get());
    private ReplicaPosition position;
    private FromTheBeginning reading;
    private CaughtUp caughtUp;
    private long begin;

    @BeforeEach
    void aServiceWithAnEmptyDatabase() throws Exception {
        topics.createCompacted(Topics.COUNCILS);
        begin = topics.endOffsets(Topics.COUNCILS).getOrDefault(0, 0L);
        database.execute("truncate replica_caught_up");
        starts();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return reading.hasBegun();
        });
    }

    private void starts() {
        CaughtUpTable table = new CaughtUpTable(database.application());
        position = new ReplicaPosition(table);
        reading = new FromTheBeginning(table, position);
        caughtUp = new CaughtUp(table, reading, position, topics, group);
        Map<String, Object> settings = new HashMap<>(BROKER);
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(Topics.COUNCILS), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                reading.onPartitionsAssigned(consumer, partitions);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                reading.onPartitionsRevoked(consumer, partitions);
            }
        });
    }

    private void startsAgain() {
        consumer.close();
        starts();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
    }

    @AfterEach
    void close() {
        consumer.close();
        producer.close();
    }

    @Test
    void not_before_the_last_document_that_was_there_is_taken_in() throws Exception {
        send("a", "b", "c");

        takenUpTo(begin + 2);
        assertThat(isCaughtUp()).isFalse();
        assertThat(isCaughtUp()).isFalse();

        takenUpTo(begin + 3);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void what_comes_meanwhile_does_not_hold_it_up() throws Exception {
        send("a", "b");
        assertThat(isCaughtUp()).isFalse();
        send("c", "d");

        takenUpTo(begin + 2);

        assertThat(isCaughtUp()).isTrue();
    }

    /** The end of a transaction takes an offset and is never delivered. */
    @Test
    void what_is_no_document_need_not_be_taken_in() throws Exception {
        producer.close();
        producer = producer(Map.of("transactional.id", group));
        producer.initTransactions();
        producer.beginTransaction();
        send("a", "b");
        producer.commitTransaction();
        // The broker writes the end once it has promised it.
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(topics.endOffsets(Topics.COUNCILS)).containsEntry(0, begin + 3));

        takenUpTo(begin + 2);

        assertThat(isCaughtUp()).as("it may still go on").isFalse();
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void who_starts_again_goes_on_and_is_ready_at_once() throws Exception {
        send("a", "b");
        takenUpTo(begin + 2);
        assertThat(isCaughtUp()).isTrue();

        startsAgain();

        assertThat(reading.hasBegun()).isFalse();
        assertThat(consumer.position(TOPIC)).isEqualTo(begin + 2);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void a_database_that_was_put_back_holds_less_than_was_read_and_all_is_read_again_before_it_is_ready()
            throws Exception {
        send("a", "b");
        takenUpTo(begin + 2);
        assertThat(isCaughtUp()).isTrue();
        send("c", "d");
        takenUpTo(begin + 4);

        database.execute("update replica_caught_up set next_offset = " + (begin + 2));
        startsAgain();

        assertThat(reading.hasBegun()).isTrue();
        assertThat(consumer.position(TOPIC)).isZero();
        assertThat(isCaughtUp()).isFalse();
        takenUpTo(begin + 4);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void a_database_that_is_put_back_under_a_running_service_is_noticed_with_the_next_document() throws Exception {
        send("a", "b", "c");
        takenUpTo(begin + 3);
        assertThat(isCaughtUp()).isTrue();

        database.execute("update replica_caught_up set next_offset = " + (begin + 1));

        assertThat(position.reaches(begin + 4)).isFalse();
        assertThat(isCaughtUp()).isFalse();
    }

    @Test
    void a_database_that_was_put_back_to_before_it_was_complete_is_noticed_too() throws Exception {
        send("a");
        takenUpTo(begin + 1);
        assertThat(isCaughtUp()).isTrue();

        database.execute("truncate replica_caught_up");

        assertThat(isCaughtUp()).isFalse();
        assertThat(position.reaches(begin + 2)).isFalse();
    }

    @Test
    void what_an_earlier_build_left_without_an_offset_and_what_is_of_a_topic_made_anew_is_read_again_but_ready()
            throws Exception {
        send("a");
        takenUpTo(begin + 1);
        assertThat(isCaughtUp()).isTrue();

        for (String other : List.of("null", String.valueOf(begin + 1_000_000))) {
            database.execute("update replica_caught_up set next_offset = " + other);
            startsAgain();

            assertThat(reading.hasBegun()).as(other).isTrue();
            assertThat(isCaughtUp()).as(other).isTrue();
            takenUpTo(begin + 1);
        }
    }

    private boolean isCaughtUp() {
        caughtUp.look();
        return caughtUp.isCaughtUp();
    }

    /** As the channel does: it is written down, and then Kafka is told. */
    private void takenUpTo(long offset) throws SQLException {
        assertThat(position.reaches(offset)).isTrue();
        consumer.commitSync(Map.of(TOPIC, new OffsetAndMetadata(offset)));
    }

    private void send(String... keys) {
        for (String key : keys) {
            var _ = producer.send(new ProducerRecord<>(Topics.COUNCILS, key, "{}"));
        }
        producer.flush();
    }

    private static Producer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(BROKER);
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
