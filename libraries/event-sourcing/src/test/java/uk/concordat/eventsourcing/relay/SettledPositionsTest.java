package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

class SettledPositionsTest {

    private static final Load ALL = new Load(100_000, 1 << 30);

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final OutboxTable outbox = new OutboxTable(installation.relay());
    private final SettledPositions settled = new SettledPositions(outbox, Duration.ZERO, Duration.ofDays(1));

    @Test
    void reading_does_not_walk_over_dead_rows_that_an_open_transaction_keeps() throws SQLException {
        try (Connection _ = rows.transactionThatKeepsDeadRows()) {
            rows.writeOneOfEach("topic", 10_000, 10);
            sendAll();
            installation.execute("vacuum outbox");
            look();

            assertThat(blocksReadFrom(0)).isGreaterThan(100);
            assertThat(blocksReadFrom(settled.below())).isLessThan(10);
        }
    }

    @Test
    void it_does_not_pass_a_row_whose_transaction_is_still_open() throws SQLException {
        try (Connection late = writing("late")) {
            rows.write("topic", "early", 1, 3);
            sendAll();
            look();
            rows.write("topic", "early", 4, 4);
            look();
            assertThat(read()).containsExactly("early-4");

            late.commit();

            assertThat(read()).containsExactly("late-1", "early-4");
        }
    }

    @Test
    void it_passes_what_was_rolled_back_and_stops_at_what_is_not_sent_yet() throws SQLException {
        rows.write("topic", "early", 1, 3);
        try (Connection late = writing("late")) {
            rows.write("topic", "waiting", 1, 1);
            late.rollback();
        }
        List<OutboxRow> all = outbox.oldest(0, ALL, List.of(), List.of());
        settled.saw(all);
        outbox.delete(all.stream().limit(3).map(OutboxRow::position).toList());

        look();

        assertThat(settled.below()).isEqualTo(all.getLast().position());
        assertThat(read()).containsExactly("waiting-1");
    }

    @Test
    void positions_that_an_older_copy_of_the_database_gives_again_are_found() throws SQLException {
        SettledPositions checked = new SettledPositions(outbox, Duration.ZERO, Duration.ZERO);
        rows.write("topic", "a", 1, 3);
        checked.saw(outbox.oldest(0, ALL, List.of(), List.of()));
        installation.execute("delete from outbox");
        checked.look();
        checked.look();
        assertThat(checked.below()).isGreaterThan(1);

        installation.execute("alter table outbox alter column position restart with 1");
        rows.write("topic", "a", 4, 4);
        checked.look();

        assertThat(checked.below()).isEqualTo(1);
    }

    /** Twice: what was seen before all writers ended is known to be settled the next time. */
    private void look() throws SQLException {
        settled.look();
        settled.look();
    }

    private void sendAll() throws SQLException {
        List<OutboxRow> all = outbox.oldest(settled.below(), ALL, List.of(), List.of());
        settled.saw(all);
        outbox.delete(all.stream().map(OutboxRow::position).toList());
    }

    private List<String> read() throws SQLException {
        List<OutboxRow> read = outbox.oldest(settled.below(), ALL, List.of(), List.of());
        settled.saw(read);
        return read.stream().map(row -> row.headers().getOrDefault("ce_id", "")).toList();
    }

    private int blocksReadFrom(long position) {
        String plan = String.join("\n", installation.ask("""
                explain (analyze, buffers, costs off, timing off, summary off)
                select position from outbox where position >= %d order by position limit 1000""".formatted(position)));
        return java.util.regex.Pattern.compile("(?:hit|read)=(\\d+)")
                .matcher(plan.lines()
                        .limit(3)
                        .filter(line -> line.contains("Buffers"))
                        .findFirst()
                        .orElse(plan))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private Connection writing(String key) throws SQLException {
        Connection connection = installation.application().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('event_sourcing.tenant', 'north', true)");
            statement.execute(
                    "insert into outbox (tenant, topic, key, headers, value) values ('north', 'topic', '%s', '{\"ce_id\": \"%s-1\"}', '{}')"
                            .formatted(key, key));
        }
        return connection;
    }
}
