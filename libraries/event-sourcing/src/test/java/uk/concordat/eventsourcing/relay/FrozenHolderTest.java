package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** A relay that was frozen in the middle of a batch, past its lease, while another worked on: it may repeat, never reorder. */
class FrozenHolderTest {

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final String topic = installation.topics().create();

    @Test
    void it_stops_after_the_message_it_had_in_hand_and_the_key_stays_in_order() throws Exception {
        rows.write(topic, "a", 1, 20);
        List<OutboxRow> read = new OutboxTable(installation.relay()).oldest(100, List.of());
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();

        try (Producer<String, byte[]> producer = RelayProducer.connect(installation.broker())) {
            CompletableFuture<OrderedSender.Outcome> holder =
                    CompletableFuture.supplyAsync(() -> new OrderedSender(producer).send(read, () -> {
                        // Its sixth row has passed the check when it is frozen; at the next one its lease has run out.
                        if (asked.incrementAndGet() == 6) {
                            frozen.countDown();
                            awaitUninterrupted(woken);
                        }
                        return asked.get() <= 6;
                    }));
            frozen.await();
            try (RunningRelay _ = new RunningRelay(installation)) {
                rows.awaitAllSent();
                rows.write(topic, "a", 21, 30);
                rows.awaitAllSent();
            }
            woken.countDown();

            OrderedSender.Outcome outcome = holder.join();
            assertThat(outcome.failed()).isEmpty();
            assertThat(outcome.positions()).hasSize(6);
        }

        assertThat(rows.arrived(topic))
                .containsEntry("a", IntStream.rangeClosed(1, 30).boxed().toList());
        assertThat(installation.topics().read(topic))
                .as("with what was repeated")
                .hasSize(36);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        await().atMost(java.time.Duration.ofMinutes(1)).until(() -> latch.getCount() == 0);
    }
}
