package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** A broker that takes its time to acknowledge, however long, or is no use to the client that was made for it. */
class SlowBrokerTest {

    private static final Duration A_WHILE = Duration.ofMillis(1_500);

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final String topic = installation.topics().create();

    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicLong bytesInHand = new AtomicLong();
    private volatile CompletableFuture<String> answering = CompletableFuture.completedFuture("at once");

    @Test
    void no_more_than_a_thousand_messages_are_in_hand_and_all_arrive_once_it_answers() throws Exception {
        rows.writeOneOfEach(topic, 1_500, 10);
        CompletableFuture<String> answer = makeItSlow();

        try (RunningRelay _ = RunningRelay.hurried(installation.relay(), slow())) {
            await().atMost(Duration.ofMinutes(1)).until(() -> inHand.get() >= 1_000);
            await().atMost(Duration.ofMinutes(1)).during(A_WHILE).until(() -> inHand.get() == 1_000);
            assertThat(installation.ask("select count(*) from lease where until > clock_timestamp()"))
                    .as("it still has the lease, that ran out and was renewed meanwhile")
                    .containsExactly("1");

            answer.complete("now");
            rows.awaitAllSent();
        }

        assertThat(installation.topics().read(topic))
                .as("none lost, none twice")
                .hasSize(1_500);
    }

    @Test
    void large_messages_are_taken_in_hand_by_their_bytes() throws Exception {
        int large = 512 * 1024;
        rows.writeOneOfEach(topic, 20, large);
        CompletableFuture<String> answer = makeItSlow();

        try (RunningRelay _ = RunningRelay.hurried(installation.relay(), slow())) {
            await().atMost(Duration.ofMinutes(1)).until(() -> inHand.get() > 0);
            await().atMost(Duration.ofMinutes(1)).during(A_WHILE).until(() -> bytesInHand.get() <= (4 << 20) + large);
            assertThat(inHand).as("and not one by one").hasValueGreaterThan(4);

            answer.complete("now");
            rows.awaitAllSent();
        }

        assertThat(installation.topics().read(topic)).hasSize(20);
    }

    @Test
    void a_client_that_refuses_for_ever_is_made_anew() throws Exception {
        rows.write(topic, "a", 1, 3);
        AtomicInteger made = new AtomicInteger();

        try (RunningRelay _ = RunningRelay.hurried(installation.relay(), () -> {
            Producer<String, byte[]> client = RelayProducer.connect(installation.broker());
            if (made.incrementAndGet() == 1) {
                // As one is that was refused for want of a right: whatever it is given, it throws.
                client.close();
            }
            return client;
        })) {
            rows.awaitAllSent();
        }

        assertThat(made).hasValue(2);
        assertThat(rows.arrived(topic))
                .containsEntry("a", IntStream.rangeClosed(1, 3).boxed().toList());
    }

    private CompletableFuture<String> makeItSlow() {
        answering = new CompletableFuture<>();
        return answering;
    }

    private Supplier<Producer<String, byte[]>> slow() {
        return () -> Intercepted.sends(RelayProducer.connect(installation.broker()), (message, onward) -> {
            int bytes = message.value().length;
            inHand.incrementAndGet();
            bytesInHand.addAndGet(bytes);
            Future<?> acknowledged = onward.call();
            return answering.thenApplyAsync(
                    _ -> {
                        await().atMost(Duration.ofMinutes(1)).until(acknowledged::isDone);
                        inHand.decrementAndGet();
                        bytesInHand.addAndGet(-bytes);
                        return acknowledged.resultNow();
                    },
                    Thread::startVirtualThread);
        });
    }
}
