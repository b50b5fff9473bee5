package uk.concordat.eventsourcing.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The relay's Kafka producer: every replica acknowledges, nothing is doubled by a retry, and a lost broker is noticed soon. */
public final class RelayProducer {

    /** What the relay's promises rest on. */
    private static final Map<String, Object> OWN = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500,
            ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);

    private RelayProducer() {}

    /**
     * @param broker Kafka's own settings: {@code bootstrap.servers}, and how to speak to them, such as {@code sasl.mechanism}
     * @throws org.apache.kafka.common.KafkaException if they cannot be used now, such as an address that does not resolve
     */
    public static Producer<String, byte[]> connect(Map<String, Object> broker) {
        return new KafkaProducer<>(settings(broker), new StringSerializer(), new ByteArraySerializer());
    }

    /** The broker's settings with the relay's own over them. */
    static Map<String, Object> settings(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(OWN);
        return Map.copyOf(settings);
    }
}
