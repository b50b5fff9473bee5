package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** Over a real broker, with each record sent twice and a broken one among them, while consumers come and go. */
class RebalancedTest {

    private static final int SUBJECTS = 6;
    private static final int RECORDS = 8;
    private static final int LEAVINGS = 4;

    private final Installation installation = Installation.clean();
    private final String topic = installation.topics().create();
    private final ReadingGroup group =
            new ReadingGroup(installation, new Inbox("reader", installation.transactions(), "dead-letters"), topic);
    private final Random random = new Random(12);

    @Test
    void while_a_group_is_rebalanced_again_and_again_each_record_has_one_effect_and_nothing_is_stuck()
            throws Exception {
        sendAll();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> stays = CompletableFuture.runAsync(() -> readUntil(done));

        for (int leaving = 0; leaving < LEAVINGS; leaving++) {
            try (KafkaConsumer<String, byte[]> comes = group.join()) {
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                    group.read(comes, random);
                    return !comes.assignment().isEmpty();
                });
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(installation.ask("select sum(sequence) from inbox"))
                        .containsExactly(Integer.toString((SUBJECTS - 1) * RECORDS + 4)));
        done.set(true);
        stays.join();

        for (int subject = 0; subject < SUBJECTS; subject++) {
            assertThat(installation.ask("select sequence from effect where subject = 'subject-%d' order by place"
                            .formatted(subject)))
                    .as("subject %d", subject)
                    .isEqualTo(sequences(subject == 0 ? 4 : RECORDS));
        }
        assertThat(installation.ask("select distinct subject || ' ' || kind from parked order by 1"))
                .containsExactly("subject-0 broken", "subject-0 early");
    }

    private void readUntil(AtomicBoolean done) {
        Random own = new Random(13);
        try (KafkaConsumer<String, byte[]> consumer = group.join()) {
            while (!done.get()) {
                group.read(consumer, own);
            }
        }
    }

    /** All subjects among each other, each record twice; the first subject's fifth is broken. */
    private void sendAll() throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", installation.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int sequence = 1; sequence <= RECORDS; sequence++) {
                for (int subject = 0; subject < SUBJECTS; subject++) {
                    String value = subject == 0 && sequence == 5 ? "{\"broken" : "{}";
                    sent.add(send(producer, "subject-" + subject, sequence, value));
                    sent.add(send(producer, "subject-" + subject, sequence, value));
                }
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private Future<RecordMetadata> send(
            KafkaProducer<String, byte[]> producer, String subject, int sequence, String value) {
        var record = new ProducerRecord<>(topic, subject, value.getBytes(StandardCharsets.UTF_8));
        Deliveries.headers(subject, Integer.toString(sequence))
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return producer.send(record);
    }

    private static List<String> sequences(int last) {
        List<String> sequences = new ArrayList<>();
        for (int sequence = 1; sequence <= last; sequence++) {
            sequences.add(Integer.toString(sequence));
        }
        return sequences;
    }
}
