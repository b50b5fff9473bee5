package uk.concordat.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.local.Backends;
import uk.concordat.local.Ports;

class TopicsTest {

    /** Its clients print their whole configuration; held here, since a log manager forgets loggers nobody holds. */
    private static final List<Logger> TALKATIVE =
            Stream.of("org.apache.kafka", "io.zonky").map(Logger::getLogger).toList();

    private static final Optional<Short> ONE = Optional.of((short) 1);
    private static final Optional<Short> MORE_THAN_THERE_ARE = Optional.of((short) 3);

    @TempDir
    static Path directory;

    private static Backends backends;
    private static Map<String, Object> broker;

    @BeforeAll
    static void start() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
        backends = new Backends(directory, Ports.free()).start();
        broker = Map.of("bootstrap.servers", backends.kafka().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        backends.close();
    }

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
        Topics topics = new Topics(broker, 2, ONE, Optional.of(1));

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
        new Topics(broker, 3).create(List.of("ordinary"));

        assertThat(source("ordinary", "min.insync.replicas")).isNotEqualTo(ConfigSource.DYNAMIC_TOPIC_CONFIG);
    }

    /** It is there and says no: nobody is helped by being told that it is away. */
    @Test
    void what_the_broker_cannot_do_is_an_error_that_names_its_cause() {
        Topics topics = new Topics(broker, 3, MORE_THAN_THERE_ARE, Optional.empty());

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

    /** Who says it: the topic itself, or a default. */
    private static ConfigSource source(String topic, String setting) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(broker)) {
            Map<ConfigResource, Config> settings =
                    admin.describeConfigs(List.of(resource)).all().get();
            return settings.values().iterator().next().get(setting).source();
        }
    }
}
