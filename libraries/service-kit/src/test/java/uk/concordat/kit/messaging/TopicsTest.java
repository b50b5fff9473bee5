package uk.concordat.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.RunningBackends;

class TopicsTest {

    private static final Optional<Short> ONE = Optional.of((short) 1);
    private static final Optional<Short> MORE_THAN_THERE_ARE = Optional.of((short) 3);

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", RunningBackends.get().kafka().bootstrapServers());

    @Test
    void how_the_broker_is_spoken_to_is_configured() {
        assertThat(Topics.settings(Map.of(
                        "bootstrap.servers", "kafka.example:9093",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512")))
                .containsEntry("bootstrap.servers", "kafka.example:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    }

    @Test
    void a_topic_is_replicated_as_configured() throws Exception {
        Topics topics = new Topics(BROKER, 2, ONE, Optional.of(1));

        topics.create(List.of("replicated.events"));
        topics.createCompacted("replicated.documents");

        for (String topic : List.of("replicated.events", "replicated.documents")) {
            assertThat(source(topic, "min.insync.replicas")).isEqualTo(ConfigSource.DYNAMIC_TOPIC_CONFIG);
        }
        assertThat(topics.endOffsets("replicated.events")).hasSize(2);
        assertThat(topics.endOffsets("replicated.documents")).hasSize(1);
    }

    @Test
    void unless_configured_it_is_replicated_as_the_broker_does() throws Exception {
        new Topics(BROKER, 3).create(List.of("ordinary"));

        assertThat(source("ordinary", "min.insync.replicas")).isNotEqualTo(ConfigSource.DYNAMIC_TOPIC_CONFIG);
    }

    /** It is there and says no: nobody is helped by being told that it is away. */
    @Test
    void what_the_broker_cannot_do_is_an_error_that_names_its_cause() {
        Topics topics = new Topics(BROKER, 3, MORE_THAN_THERE_ARE, Optional.empty());

        assertThatThrownBy(() -> topics.create(List.of("too-well-replicated")))
                .isInstanceOf(BrokerRefusal.class)
                .hasCauseInstanceOf(InvalidReplicationFactorException.class)
                .hasMessageContaining("InvalidReplicationFactor")
                .hasMessageContaining("3");
    }

    @Test
    void a_setting_that_is_wrong_is_an_error_that_names_it() {
        Topics topics = new Topics(Map.of("bootstrap.servers", "127.0.0.1:9", "security.protocol", "NONSENSE"), 3);

        assertThatThrownBy(() -> topics.create(List.of("any")))
                .isInstanceOf(BrokerRefusal.class)
                .hasMessageContaining("security.protocol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9", "kafka.invalid:9092"})
    void a_broker_that_does_not_answer_or_whose_name_does_not_resolve_is_away(String address) {
        Topics topics = new Topics(Map.of("bootstrap.servers", address), 3);

        assertThatThrownBy(() -> topics.create(List.of("any"))).isInstanceOf(BrokerAway.class);
    }

    /** What takes an offset and is no record, as the end of a transaction does, is never taken in. */
    @Test
    void the_end_of_a_transaction_is_no_record_and_a_record_without_a_value_is_one() throws Exception {
        Topics topics = new Topics(BROKER, 1);
        topics.createCompacted("ends");
        try (Producer<String, byte[]> producer = transactional()) {
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>("ends", "one", new byte[] {1}));
            var _ = producer.send(new ProducerRecord<>("ends", "one", null));
            producer.commitTransaction();
        }

        assertThat(topics.endOffsets("ends")).containsExactly(Map.entry(0, 3L));
        assertThat(topics.holdsRecords("ends", 0, 0, 3)).isTrue();
        assertThat(topics.holdsRecords("ends", 0, 1, 3)).isTrue();
        assertThat(topics.holdsRecords("ends", 0, 2, 3)).isFalse();
        assertThat(topics.holdsRecords("ends", 0, 1, 1)).isFalse();
    }

    private static Producer<String, byte[]> transactional() {
        Map<String, Object> settings = new HashMap<>(BROKER);
        settings.put("transactional.id", "of-a-test");
        Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    /** Who says it: the topic itself, or a default. */
    private static ConfigSource source(String topic, String setting) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(BROKER)) {
            Map<ConfigResource, Config> settings =
                    admin.describeConfigs(List.of(resource)).all().get();
            return settings.values().iterator().next().get(setting).source();
        }
    }
}
