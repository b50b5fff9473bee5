package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;

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
    private CaughtUp caughtUp;
    private long begin;

    @BeforeEach
    void aServiceWithAnEmptyDatabase() throws Exception {
        topics.createCompacted(Topics.COUNCILS);
        begin = topics.endOffsets(Topics.COUNCILS).getOrDefault(0, 0L);
        ReplicaDatabase database = ReplicaDatabase.in(RunningBackends.get());
        database.execute("truncate replica_caught_up");
        CaughtUpTable table = new CaughtUpTable(database.application());
        FromTheBeginning reading = new FromTheBeginning(table);
        caughtUp = new CaughtUp(table, reading, topics, group);
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
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return reading.hasBegun();
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
        assertThat(topics.endOffsets(Topics.COUNCILS)).containsEntry(0, begin + 3);

        takenUpTo(begin + 2);

        assertThat(isCaughtUp()).as("it may still go on").isFalse();
        assertThat(isCaughtUp()).isTrue();
    }

    private boolean isCaughtUp() {
        caughtUp.look();
        return caughtUp.isCaughtUp();
    }

    private void takenUpTo(long offset) {
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
