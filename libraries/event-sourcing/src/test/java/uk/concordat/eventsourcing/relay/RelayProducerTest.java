package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayProducerTest {

    @Test
    void how_the_broker_is_spoken_to_is_configured_and_what_the_relays_promises_rest_on_is_not() {
        Map<String, Object> settings = RelayProducer.settings(Map.of(
                "bootstrap.servers", "kafka.example:9093",
                "ssl.truststore.type", "PEM",
                "sasl.mechanism", "SCRAM-SHA-512",
                "acks", "0",
                "enable.idempotence", "false"));

        assertThat(settings)
                .containsEntry("bootstrap.servers", "kafka.example:9093")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true);
    }
}
