package uk.concordat.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Much that is due at once. */
@QuarkusTest
class DrainingTest extends SweepsAlone {

    private static final Instant DUE = Instant.parse("2026-12-31T00:00:00Z");
    private static final int DEADLINES = 2_000;
    private static final int MORE = 40;

    @Test
    void two_thousand_of_one_moment_drain_in_the_order_in_which_they_are_due_while_more_keep_coming() throws Exception {
        database.watch(COUNCIL.key(), "earlier", 5, DUE.minusSeconds(60));
        database.watch(COUNCIL.key(), "enquiry", DEADLINES, DUE);
        database.clock(DUE);
        LapseSweep replica = database.replica();

        try (ExecutorService owner = Executors.newSingleThreadExecutor()) {
            Future<?> coming = owner.submit(() -> {
                for (int n = 1; n <= MORE; n++) {
                    database.watch(COUNCIL.key(), "more-" + n, 5, DUE.plusMillis(n));
                }
            });
            while (!coming.isDone()) {
                drain(replica);
            }
            coming.get();
        }
        drain(replica);

        assertThat(reports()).doesNotHaveDuplicates().hasSize(5 + DEADLINES + 5 * MORE);
        assertThat(reports().subList(0, 5)).allMatch(report -> report.startsWith("earlier-"));
        List<String> due =
                database.read("select convert_from(value, 'UTF8')::jsonb ->> 'due' from outbox order by position");
        assertThat(due.stream().map(Instant::parse)).isSorted();
    }
}
