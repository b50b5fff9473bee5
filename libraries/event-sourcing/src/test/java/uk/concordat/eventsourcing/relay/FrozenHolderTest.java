package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.eventsourcing.installation.Installation;

/** A relay that was frozen anywhere in its work, past its lease, while another worked on: it may repeat, never reorder. */
class FrozenHolderTest {

    private static final List<String> KEYS = List.of("a", "b", "c");

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final String topic = installation.topics().create();

    @ParameterizedTest
    @CsvSource({
        "A_MESSAGE_IS_SENT, 15",
        "AN_ACKNOWLEDGEMENT_IS_SEEN, 15",
        "ACKNOWLEDGED_ROWS_ARE_DELETED, 0",
        "THE_LEASE_IS_RENEWED, 1"
    })
    void each_key_stays_in_order_and_what_is_left_of_it_is_not_sent(FreezableProcess.Before point, int times)
            throws Exception {
        write(1, 20);
        FreezableProcess process = new FreezableProcess(installation, point, times);
        try (RunningRelay frozen = process.relay()) {
            process.awaitFrozen();
            int sentBefore = process.sent();
            try (RunningRelay _ = RunningRelay.hurried(installation)) {
                write(21, 30);
                rows.awaitAllSent();

                process.wake();
                write(31, 40);
                rows.awaitAllSent();
                // It has seen what it had in hand end, and looks for more.
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> frozen.sinceLastRound().compareTo(RunningRelay.HURRIED.lease()) < 0);
                assertThat(process.sent() - sentBefore)
                        .as("at most what of each key had passed the check")
                        .isLessThanOrEqualTo(KEYS.size());
            }
            write(41, 50);
            rows.awaitAllSent();
        }

        assertThat(rows.arrived(topic))
                .containsOnlyKeys(KEYS)
                .allSatisfy((_, numbers) -> assertThat(numbers)
                        .isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList()));
    }

    private void write(int first, int last) {
        KEYS.forEach(key -> rows.write(topic, key, first, last));
    }
}
