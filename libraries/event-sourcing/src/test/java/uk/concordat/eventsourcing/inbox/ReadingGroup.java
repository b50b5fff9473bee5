package uk.concordat.eventsourcing.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import uk.concordat.eventsourcing.installation.Installation;

/** Consumers of one group that take in what they are assigned, and commit their offsets only now and then. */
final class ReadingGroup {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Installation installation;
    private final Inbox inbox;
    private final String topic;
    private final String group;

    ReadingGroup(Installation installation, Inbox inbox, String topic) {
        this.installation = installation;
        this.inbox = inbox;
        this.topic = topic;
        this.group = "group of " + topic;
    }

    KafkaConsumer<String, byte[]> join() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        installation.kafka().bootstrapServers(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "session.timeout.ms",
                        6_000,
                        "heartbeat.interval.ms",
                        100,
                        "max.poll.records",
                        7),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /** Takes in what there is at the moment, and commits the offsets or, as one that is killed, does not. */
    void read(KafkaConsumer<String, byte[]> consumer, Random random) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            inbox.receive(Deliveries.TENANT, incoming(record), Deliveries::note);
        }
        if (random.nextInt(3) == 0) {
            try {
                consumer.commitSync();
            } catch (RebalanceInProgressException rebalancing) {
                // They are committed another time; until then what was read is delivered again.
                consumer.poll(Duration.ZERO)
                        .forEach(record -> inbox.receive(Deliveries.TENANT, incoming(record), Deliveries::note));
            }
        }
    }

    static IncomingRecord incoming(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new IncomingRecord(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }
}
