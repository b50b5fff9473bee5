package uk.concordat.eventsourcing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.eventsourcing.installation.Installation;

/** What callers are told when the database fails: whether to come again, and never what was to be stored. */
class FailuresTest {

    private static final Tenant TENANT = new Tenant("north");

    private final Installation installation = Installation.clean();
    private final Transactions transactions = installation.transactions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selct 1",
                "select * from no_such_table",
                "select 1 / 0",
                "insert into plain_note values ('1', null, 1)",
                "delete from event"
            })
    void what_will_fail_again_does_not_count_as_passing(String statement) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOf(DatabaseFailure.class)
                .isNotInstanceOf(DatabaseUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local statement_timeout = 1; select pg_sleep(10)",
                "set local transaction_read_only = on; insert into plain_note values ('1', 'words', 1)",
                "select pg_terminate_backend(pg_backend_pid())"
            })
    void what_may_succeed_later_counts_as_passing(String statement) {
        assertThatThrownBy(() -> run(statement)).isInstanceOf(DatabaseUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"53100, a full disk", "53200, no memory", "53300, no connection left", "57P03, starting"})
    void a_server_without_resources_is_unavailable_and_nothing_is_half_done(String state, String what) {
        String refusing = "do $$ begin raise exception 'no space left' using errcode = '%s'; end $$".formatted(state);

        assertThatThrownBy(() -> transactions.in(TENANT, transaction -> {
                    note(transaction, "insert into plain_note values ('1', 'words', 1)");
                    return note(transaction, refusing);
                }))
                .as(what)
                .isInstanceOf(DatabaseUnavailable.class);

        assertThat(installation.ask("select count(*) from plain_note")).containsExactly("0");
    }

    @Test
    void a_server_that_has_no_connection_left_is_unavailable_until_it_has() {
        installation.execute("alter role event_sourcing_app connection limit 0");
        try {
            assertThatThrownBy(() -> run("select 1")).isInstanceOf(DatabaseUnavailable.class);
        } finally {
            installation.execute("alter role event_sourcing_app connection limit -1");
        }

        run("select 1");
    }

    @Test
    void a_server_that_is_stopped_in_the_middle_or_away_is_unavailable_and_a_later_attempt_succeeds() {
        try {
            assertThatThrownBy(() -> transactions.in(TENANT, transaction -> {
                        note(transaction, "insert into plain_note values ('1', 'words', 1)");
                        installation.postgres().stop();
                        return note(transaction, "insert into plain_note values ('2', 'words', 1)");
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);
            assertThatThrownBy(() -> run("select 1")).isInstanceOf(DatabaseUnavailable.class);
        } finally {
            installation.postgres().start();
        }

        run("insert into plain_note values ('3', 'words', 1)");
        assertThat(installation.ask("select id from plain_note")).containsExactly("3");
    }

    @Test
    void a_commit_that_does_not_come_through_is_a_failure_and_not_told_as_a_success() {
        AtomicInteger commits = new AtomicInteger();
        Transactions counted = new Transactions(installation.application(), _ -> commits.incrementAndGet());

        assertThatThrownBy(() -> counted.in(TENANT, transaction -> {
                    RoundTrip roundTrip = transaction.roundTrip();
                    Pending<Integer> own = roundTrip.query("select pg_backend_pid()", row -> row.getInt(1));
                    roundTrip.send();
                    installation.execute("select pg_terminate_backend(%d, 10000)".formatted(own.only()));
                    return own;
                }))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("A transaction could not be completed");

        assertThat(commits).hasValue(0);
    }

    @Test
    void work_that_hides_a_failed_statement_is_not_taken_for_committed() {
        assertThatThrownBy(() -> transactions.in(TENANT, transaction -> {
                    note(transaction, "insert into plain_note values ('1', 'words', 1)");
                    try {
                        return note(transaction, "insert into plain_note values ('1', 'words', 2)");
                    } catch (UniquenessViolated swallowed) {
                        return transaction;
                    }
                }))
                .isInstanceOf(UniquenessViolated.class);

        assertThat(installation.ask("select count(*) from plain_note")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
                    a duplicate key @ insert into plain_note values (?, 'w', 1), (?, 'w', 1) @ plain_note_pkey
                    an empty column @ insert into plain_note values (?, ?, null) @ copies
                    a check @ insert into plain_note select ?, 'forbidden', 1 from (select ?) s @ plain_note_words_check
                    a number that is none @ insert into plain_note values (?, 'w', (?::text)::int) @ 22P02
                    a text that is no JSON @ select (? || ?)::jsonb @ 22P02
                    a text with a NUL @ select ('{"a": "' || ? || '\\u0000' || ? || '"}')::jsonb @ 22P05
                    """)
    void what_was_to_be_stored_is_quoted_nowhere_in_the_failure(String what, String statement, String named) {
        String words = "Dear Aunt Philippa";

        IllegalStateException failure =
                catchThrowableOfType(IllegalStateException.class, () -> run(statement, words, words));

        assertThat(Throwables.getStackTrace(failure))
                .as(what)
                .contains(named, "SQLSTATE")
                .doesNotContain("Philippa")
                .doesNotContain("Failing row");
    }

    private void run(String statement, Object... values) {
        transactions.in(TENANT, transaction -> note(transaction, statement, values));
    }

    private static Transaction note(Transaction transaction, String statement, Object... values) {
        transaction.roundTrip().update(statement, values).send();
        return transaction;
    }
}
