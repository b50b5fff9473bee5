package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Inbox;
import uk.concordat.eventsourcing.inbox.IncomingRecord;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

/** The whole way: appended, relayed, delivered by the broker as often as it likes, and taken in once. */
class OverTheBrokerTest {

    private static final Tenant TENANT = new Tenant("north");
    private static final Effect NOTE = (transaction, message) -> transaction
            .roundTrip()
            .update(
                    "insert into effect (tenant, source, subject, sequence, note) values (?, ?, ?, ?, ?)",
                    transaction.tenant().key(),
                    message.source(),
                    message.subject(),
                    message.sequence(),
                    message.id())
            .send();

    private final Installation installation = Installation.clean();
    private final String topic = installation.topics().create();
    private final PostOffice office = new PostOffice(installation.transactions(), topic);
    private final Inbox inbox = new Inbox("reader", installation.transactions(), "dead-letters");

    @Test
    void each_published_event_has_one_effect_although_the_offsets_are_rewound() {
        List<UUID> parcels =
                IntStream.range(0, 3).mapToObj(_ -> UUID.randomUUID()).toList();
        parcels.forEach(id -> office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1)));
        parcels.forEach(id -> office.append(TENANT, id, Parcels.delivered()));
        try (RunningRelay _ = new RunningRelay(installation)) {
            new OutboxRows(installation).awaitAllSent();
        }

        for (int delivery = 1; delivery <= 2; delivery++) {
            installation.topics().read(topic).forEach(record -> inbox.receive(TENANT, incoming(record), NOTE));
        }

        assertThat(installation.ask("select note from effect order by 1"))
                .isEqualTo(installation.ask("select event_id from event where type <> 'parcel-scanned' order by 1"))
                .hasSize(6);
        for (UUID parcel : parcels) {
            assertThat(installation.ask(
                            "select sequence from effect where subject = '%s' order by place".formatted(parcel)))
                    .containsExactly("1", "2");
        }
        assertThat(installation.ask("select count(*) from parked")).containsExactly("0");
    }

    private static IncomingRecord incoming(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
        return new IncomingRecord(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }
}
