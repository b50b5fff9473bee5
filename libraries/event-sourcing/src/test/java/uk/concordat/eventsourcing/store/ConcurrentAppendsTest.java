package uk.concordat.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

class ConcurrentAppendsTest {

    private static final Tenant TENANT = new Tenant("north");
    private static final int THREADS = 16;

    private final Installation installation = Installation.clean();
    private final Transactions transactions = installation.transactions();
    private final PostOffice office = new PostOffice(transactions, "unsent");
    private final UUID id = UUID.randomUUID();

    @Test
    void of_two_appends_to_what_was_loaded_the_second_is_refused() {
        office.append(TENANT, id, Parcels.posted());
        var loaded = office.load(TENANT, id);
        transactions.in(TENANT, transaction -> office.append(transaction, loaded, Parcels.scanned("Crewe", 1)));

        assertThatThrownBy(() -> transactions.in(
                        TENANT, transaction -> office.append(transaction, loaded, Parcels.scanned("Leith", 1))))
                .isInstanceOf(UniquenessViolated.class)
                .hasMessageContaining("event_version")
                .hasMessageNotContaining(id.toString());

        assertThat(office.load(TENANT, id).events())
                .extracting(RecordedEvent::event)
                .containsExactly(Parcels.posted(), Parcels.scanned("Crewe", 1));
        assertThat(installation.ask("select count(*) from outbox")).containsExactly("1");
    }

    @Test
    void sixteen_writers_who_decide_anew_when_they_lose_leave_no_hole_and_no_double() throws Exception {
        CountDownLatch together = new CountDownLatch(THREADS);
        Callable<Integer> writer = () -> {
            together.countDown();
            together.await();
            return appendUntilItHolds();
        };

        int lost = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> writers = threads.invokeAll(
                    Stream.generate(() -> writer).limit(THREADS).toList());
            for (Future<Integer> each : writers) {
                lost += each.get();
            }
        }

        assertThat(lost).as("lost races").isPositive();
        assertThat(office.load(TENANT, id).events())
                .extracting(RecordedEvent::version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, THREADS).boxed().toList());
        assertThat(installation.ask("select count(distinct headers ->> 'ce_sequence') from outbox"))
                .containsExactly(Integer.toString(THREADS));
    }

    /** How often it lost. */
    private int appendUntilItHolds() {
        for (int lost = 0; ; lost++) {
            try {
                office.append(TENANT, id, Parcels.delivered());
                return lost;
            } catch (UniquenessViolated another) {
                assertThat(lost).isLessThan(THREADS * 2);
            }
        }
    }
}
