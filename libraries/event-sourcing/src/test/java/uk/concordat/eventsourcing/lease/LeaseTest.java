package uk.concordat.eventsourcing.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

class LeaseTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final Installation installation = Installation.clean();

    @Test
    void one_of_many_who_ask_at_once_holds_it() throws Exception {
        List<Lease> leases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            leases.add(lease(LONG));
        }
        List<Boolean> held = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(leases.size())) {
            for (Future<Boolean> each : threads.invokeAll(leases.stream()
                    .<java.util.concurrent.Callable<Boolean>>map(lease -> lease::hold)
                    .toList())) {
                held.add(each.get());
            }
        }

        assertThat(held).containsOnlyOnce(true);
        for (int i = 0; i < leases.size(); i++) {
            assertThat(leases.get(i).hold()).isEqualTo(held.get(i));
        }
    }

    @Test
    void leases_of_different_names_are_held_beside_each_other() throws SQLException {
        assertThat(lease(LONG).hold()).isTrue();
        assertThat(new Lease(installation.relay(), "another", LONG).hold()).isTrue();
    }

    @Test
    void another_takes_over_once_it_has_run_out_and_the_first_learns_of_it() throws SQLException {
        Lease first = lease(SHORT);
        Lease second = lease(SHORT);
        assertThat(first.hold()).isTrue();
        assertThat(second.hold()).isFalse();

        await().until(second::hold);

        assertThat(first.isHeld()).isFalse();
        assertThat(first.hold()).isFalse();
    }

    @Test
    void it_is_known_to_have_run_out_without_asking_the_database() throws SQLException {
        Lease lease = lease(SHORT);
        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.hold()).isTrue();
        assertThat(lease.isHeld()).isTrue();

        await().until(() -> !lease.isHeld());
    }

    @Test
    void what_is_released_is_free_at_once() throws SQLException {
        Lease first = lease(LONG);
        assertThat(first.hold()).isTrue();

        first.release();

        assertThat(first.isHeld()).isFalse();
        assertThat(lease(LONG).hold()).isTrue();
    }

    @Test
    void who_releases_what_another_holds_takes_nothing_away() throws SQLException {
        Lease holder = lease(LONG);
        assertThat(holder.hold()).isTrue();

        lease(LONG).release();

        assertThat(lease(LONG).hold()).isFalse();
    }

    @Test
    void a_holder_renews_it_in_time() throws SQLException {
        Lease lease = lease(SHORT);
        assertThat(lease.hold()).isTrue();
        String until = installation.ask("select until from lease").getFirst();

        await().until(() ->
                lease.hold() && !installation.ask("select until from lease").contains(until));

        assertThat(lease(SHORT).hold()).isFalse();
    }

    /** PostgreSQL counts the new end from before it waited for the row; so must the holder. */
    @Test
    void an_answer_that_comes_after_the_lease_would_have_run_out_gives_nothing() throws Exception {
        Lease lease = lease(Duration.ofMillis(300));
        assertThat(lease.hold()).isTrue();
        try (Connection other = installation.relay().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from lease for update");
            await().until(() -> !lease.isHeld());
            CompletableFuture<Boolean> held = CompletableFuture.supplyAsync(() -> holdUnchecked(lease));
            await().during(Duration.ofMillis(600)).until(() -> !held.isDone());

            other.rollback();

            assertThat(held.get()).isFalse();
        }
    }

    @Test
    void a_lease_from_before_the_databases_clock_was_set_back_holds_nobody_up() throws SQLException {
        Lease dead = lease(LONG);
        assertThat(dead.hold()).isTrue();
        installation.execute("update lease set until = until + interval '1 hour'");

        assertThat(lease(LONG).hold()).isTrue();
    }

    @Test
    void one_that_ends_a_little_later_than_it_should_is_respected() throws SQLException {
        assertThat(lease(LONG).hold()).isTrue();
        installation.execute("update lease set until = until + interval '5 minutes'");

        assertThat(lease(LONG).hold()).isFalse();
    }

    private static boolean holdUnchecked(Lease lease) {
        try {
            return lease.hold();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Lease lease(Duration length) {
        return new Lease(installation.relay(), "work", length);
    }
}
