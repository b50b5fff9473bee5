package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.installation.Topics;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

/** What is published is a CloudEvent to a reader that is not ours. */
class CloudEventsTest {

    private static final Tenant TENANT = new Tenant("north");

    private final Installation installation = Installation.clean();
    private final String topic = installation.topics().create();

    @Test
    void a_published_event_is_a_cloud_event_in_binary_mode() throws Exception {
        PostOffice office = new PostOffice(installation.transactions(), topic);
        UUID id = UUID.randomUUID();
        var stream = office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1), Parcels.delivered());
        try (RunningRelay _ = new RunningRelay(installation)) {
            new OutboxRows(installation).awaitAllSent();
        }

        List<ConsumerRecord<String, CloudEvent>> records =
                installation.topics().read(topic, new CloudEventDeserializer());

        assertThat(records).extracting(ConsumerRecord::key).containsExactly(id.toString(), id.toString());
        assertThat(records)
                .extracting(record -> record.value().getExtension("sequence"))
                .containsExactly("1", "2");
        CloudEvent first = records.getFirst().value();
        assertThat(first.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(first.getId()).isEqualTo(stream.events().getFirst().id().toString());
        assertThat(first.getSource()).isEqualTo(URI.create("/post/north"));
        assertThat(first.getType()).isEqualTo("test.parcel.posted.v1");
        assertThat(first.getSubject()).isEqualTo(id.toString());
        assertThat(Objects.requireNonNull(first.getTime()).toInstant())
                .isEqualTo(stream.events().getFirst().recordedAt());
        assertThat(first.getDataContentType()).isEqualTo("application/json");
        assertThat(first.getExtension("traceparent")).isEqualTo(Parcels.TRACEPARENT);
        assertThat(Objects.requireNonNull(first.getData()).toBytes())
                .asString()
                .isEqualTo("{\"promised\":\"2026-12-31\"}");
        assertThat(Topics.header(records.getFirst(), "traceparent")).isEqualTo(Parcels.TRACEPARENT);
        assertThat(stream.events().getFirst().recordedAt())
                .isBefore(Instant.now().plusSeconds(60));
    }
}
