package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        Lease second = lease(LONG);
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
        Lease lease = lease(Duration.ofSeconds(3));
        assertThat(lease.hold()).isTrue();
        String until = installation.ask("select until from lease").getFirst();

        await().until(() ->
                lease.hold() && !installation.ask("select until from lease").contains(until));

        assertThat(lease(LONG).hold()).isFalse();
    }

    private Lease lease(Duration length) {
        return new Lease(installation.relay(), "work", length);
    }
}
