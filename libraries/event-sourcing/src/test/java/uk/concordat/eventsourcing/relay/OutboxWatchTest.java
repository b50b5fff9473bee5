package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

class OutboxWatchTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final OutboxWatch watch = new OutboxWatch(installation.relay());

    @Test
    void a_transaction_that_is_held_open_in_another_database_is_named_and_its_age_grows() throws Exception {
        try (Connection open = installation.postgres().connect("postgres");
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            String pid = Installation.read(open, "select pg_backend_pid()").getFirst();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> watch.look().oldestTransaction().compareTo(A_SECOND) > 0);

            assertThat(watch.look().holder()).contains("pid " + pid + ",", "database postgres");
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(watch.look().oldestTransaction()).isLessThan(A_SECOND));
    }

    /** Every snapshot that is taken meanwhile reaches back to the one that is held, and keeps as much as it does. */
    @Test
    void others_that_come_and_go_meanwhile_are_not_taken_for_it_and_do_not_make_it_younger() throws Exception {
        try (Connection open = installation.postgres().connect("postgres");
                Statement held = open.createStatement();
                Connection another = installation.postgres().connect("postgres");
                Statement passing = another.createStatement()) {
            open.setAutoCommit(false);
            open.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            held.execute("select pg_current_xact_id()");
            String pid = Installation.read(open, "select pg_backend_pid()").getFirst();
            another.setAutoCommit(false);
            another.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

            await().atMost(Duration.ofMinutes(1)).until(() -> {
                another.rollback();
                passing.execute("select pg_current_xact_id()");
                return watch.look().oldestTransaction().compareTo(A_SECOND) > 0;
            });

            assertThat(watch.look().holder()).contains("pid " + pid + ",");
            another.rollback();
        }
    }

    @Test
    void the_age_of_the_oldest_message_is_that_of_the_one_that_waits_longest() throws Exception {
        assertThat(watch.look().oldestMessage()).isZero();
        rows.write("topic", "a", 1, 1);

        await().atMost(Duration.ofMinutes(1))
                .until(() -> watch.look().oldestMessage().compareTo(A_SECOND) > 0);
        rows.write("topic", "a", 2, 2);

        assertThat(watch.look().oldestMessage()).isGreaterThan(A_SECOND);
    }
}
