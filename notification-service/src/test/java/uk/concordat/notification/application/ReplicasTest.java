package uk.concordat.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Transactions;

/** Replicas that sweep the same deadlines, as when the lease has failed to keep them apart. */
@QuarkusTest
class ReplicasTest extends SweepsAlone {

    private static final Instant DUE = Instant.parse("2026-12-31T00:00:00Z");
    private static final Instant MOVED = Instant.parse("2027-01-05T00:00:00Z");
    private static final Instant FIRST_RUNG = Instant.parse("2027-01-06T00:00:00Z");
    private static final int DEADLINES = 450;

    @Test
    void four_replicas_at_once_report_each_revision_and_rung_of_each_deadline_once() throws Exception {
        database.council(COUNCIL.key(), 1);
        database.watch(COUNCIL.key(), "enquiry", DEADLINES, DUE);

        database.clock(DUE);
        drainAtOnce(4);
        database.execute(
                "update deadline_watch set revision = 2, due_on = '2027-01-04', next_at = '%s'".formatted(MOVED));
        database.clock(MOVED);
        drainAtOnce(4);
        database.execute("update deadline_watch set next_rung = 1, next_at = '%s'".formatted(FIRST_RUNG));
        database.clock(FIRST_RUNG);
        drainAtOnce(4);

        assertThat(reports())
                .containsExactlyInAnyOrderElementsOf(Stream.of("1.0", "2.0", "2.1")
                        .flatMap(ReplicasTest::ofEach)
                        .toList());
        assertThat(database.count("event", "true")).isEqualTo(3 * DEADLINES);
        assertThat(database.count("event", "version <> sequence")).isZero();
    }

    /** It has asked the clock and nothing more when it is frozen; when it wakes, another has reported. */
    @Test
    void a_replica_that_is_frozen_before_it_reads_what_is_due_reports_nothing_of_it_again() throws Exception {
        database.watch(COUNCIL.key(), "enquiry", 3, DUE);
        database.clock(DUE);
        LapseSweep frozen = database.replica();
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);

        try (ExecutorService replicas = Executors.newSingleThreadExecutor()) {
            Future<Integer> woken =
                    replicas.submit(() -> database.transactions().in(COUNCIL, transaction -> {
                        assertThat(transaction.now()).isAfterOrEqualTo(DUE);
                        asleep.countDown();
                        await(awake);
                        return frozen.reportDue(transaction);
                    }));
            asleep.await();
            drain(database.replica());
            awake.countDown();
            assertThat(woken.get()).isZero();
        }

        assertThat(reports()).containsExactlyInAnyOrder("enquiry-1 1.0", "enquiry-2 1.0", "enquiry-3 1.0");
    }

    /** Its locks would keep every other replica waiting for as long as it sleeps. */
    @Test
    void a_replica_that_is_frozen_with_lapses_written_is_ended_by_the_database_and_another_reports_them()
            throws Exception {
        database.watch(COUNCIL.key(), "enquiry", 3, DUE);
        database.clock(DUE);
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);

        try (ExecutorService replicas = Executors.newSingleThreadExecutor();
                AgroalDataSource itsOwn = database.another()) {
            Transactions transactions = new Transactions(itsOwn, _ -> {});
            LapseSweep sweep = OwnDatabase.replica(transactions);
            Future<Integer> frozen = replicas.submit(() -> transactions.in(COUNCIL, transaction -> {
                int written = sweep.reportDue(transaction);
                asleep.countDown();
                await(awake);
                return written;
            }));
            asleep.await();
            drain(database.replica());
            awake.countDown();
            assertThatThrownBy(frozen::get).hasCauseInstanceOf(DatabaseUnavailable.class);
        }

        assertThat(reports()).containsExactlyInAnyOrder("enquiry-1 1.0", "enquiry-2 1.0", "enquiry-3 1.0");
    }

    private void drainAtOnce(int replicas) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas)) {
            List<Future<Void>> drained = new ArrayList<>();
            for (int i = 0; i < replicas; i++) {
                LapseSweep replica = database.replica();
                Callable<Void> draining = () -> {
                    start.await();
                    drain(replica);
                    return null;
                };
                drained.add(threads.submit(draining));
            }
            start.countDown();
            for (Future<Void> each : drained) {
                each.get();
            }
        }
    }

    private static Stream<String> ofEach(String revisionAndRung) {
        return IntStream.rangeClosed(1, DEADLINES).mapToObj(n -> "enquiry-%d %s".formatted(n, revisionAndRung));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
