package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.eventsourcing.installation.Installation;

/** A broker that has no address yet: whoever starts the relay goes on, and so does the relay. */
class BrokerWithoutAddressTest {

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final String topic = installation.topics().create();

    @Test
    void while_the_brokers_name_does_not_resolve_it_keeps_trying_until_it_is_stopped() throws Exception {
        rows.write(topic, "a", 1, 2);

        OutboxRelay relay = OutboxRelay.start(installation.relay(), Map.of("bootstrap.servers", "kafka.invalid:9092"));

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(relay::isRunning);
        relay.wake();
        relay.stop();
        assertThat(relay.isRunning()).isFalse();
        assertThat(rows.waiting()).containsExactly("a-1", "a-2");
    }

    /** A name that is not known yet, told by a file of addresses that says another one later. */
    @Test
    void once_the_broker_has_an_address_what_has_waited_is_sent(@TempDir Path directory) throws Exception {
        Path addresses = directory.resolve("addresses.properties");
        Files.writeString(addresses, "kafka=kafka.invalid:9092");
        rows.write(topic, "a", 1, 3);
        OutboxRelay relay = OutboxRelay.start(
                installation.relay(),
                Map.of(
                        "config.providers", "file",
                        "config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider",
                        "bootstrap.servers", "${file:%s:kafka}".formatted(addresses)));
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(30))
                .until(() -> relay.isRunning() && rows.waiting().size() == 3);

        Path known = Files.writeString(
                directory.resolve("known"), "kafka=" + installation.kafka().bootstrapServers());
        Files.move(known, addresses, StandardCopyOption.ATOMIC_MOVE);

        rows.awaitAllSent();
        relay.stop();
        assertThat(relay.isRunning()).isFalse();
        assertThat(rows.arrived(topic)).isEqualTo(Map.of("a", List.of(1, 2, 3)));
    }
}
