package uk.concordat.eventsourcing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.eventsourcing.installation.Installation;

class RoundTripTest {

    private static final Tenant TENANT = new Tenant("north");

    private final Transactions transactions = Installation.clean().transactions();

    @Test
    void queries_and_updates_go_together_and_each_result_finds_its_reader() {
        UUID id = UUID.randomUUID();
        Instant moment = Instant.parse("2026-10-25T00:30:00.000001Z");

        transactions.in(TENANT, transaction -> {
            RoundTrip roundTrip = transaction.roundTrip();
            Pending<String> before = roundTrip.query("select 'first'", row -> row.getString(1));
            roundTrip.update("insert into plain_note values (?, ?, ?)", "1", "words", 2);
            Pending<Boolean> values = roundTrip.query(
                    "select ?::uuid = any (?) and ?::timestamptz = '2026-10-25T00:30:00.000001Z'"
                            + " and ?::date = '2026-10-25' and 'b' = any (?) and ?::text is null",
                    row -> row.getBoolean(1),
                    id,
                    List.of(id),
                    moment,
                    LocalDate.of(2026, 10, 25),
                    List.of("a", "b"),
                    null);
            Pending<Integer> none = roundTrip.query("select 1 where false", row -> row.getInt(1));
            Pending<Integer> copies = roundTrip.query("select copies from plain_note", row -> row.getInt(1));
            roundTrip.send();

            assertThat(before.only()).isEqualTo("first");
            assertThat(values.only()).isTrue();
            assertThat(none.first()).isEmpty();
            assertThat(copies.list()).containsExactly(2);
            assertThat(transaction.roundTrips()).isEqualTo(1);
            return transaction;
        });
    }

    /** An import of thousands of people, say: PostgreSQL takes 65,535 parameters at a time. */
    @Test
    void more_parameters_than_go_at_once_go_one_part_after_another_in_their_order() {
        int many = 20_000;
        String numbers = String.join(", ", Collections.nCopies(many, "(?::int)"));
        Object[] values = IntStream.rangeClosed(1, many).boxed().toArray();

        transactions.in(TENANT, transaction -> {
            RoundTrip roundTrip = transaction.roundTrip();
            roundTrip.update(
                    "insert into effect (tenant, source, subject, sequence, note) values (?, 'a', 'b', 0, 'c')",
                    TENANT.key());
            List<Pending<Integer>> before = new ArrayList<>();
            for (int part = 0; part < 5; part++) {
                before.add(roundTrip.query("select sequence from effect", row -> row.getInt(1)));
                roundTrip.update(
                        "update effect set sequence = sequence + (select max(n) from (values %s) v (n))"
                                .formatted(numbers),
                        values);
            }
            roundTrip.send();

            assertThat(before.stream().map(Pending::only)).containsExactly(0, many, 2 * many, 3 * many, 4 * many);
            return transaction;
        });
    }

    @Test
    void a_result_is_not_there_before_it_was_sent_for() {
        transactions.in(TENANT, transaction -> {
            Pending<Integer> one = transaction.roundTrip().query("select 1", row -> row.getInt(1));
            assertThatThrownBy(one::list).hasMessageContaining("not been sent");
            return one;
        });
    }

    @Test
    void what_has_nothing_to_send_does_not_go_to_the_database() {
        transactions.in(TENANT, transaction -> {
            transaction.roundTrip().send();
            assertThat(transaction.roundTrips()).isZero();
            return transaction;
        });
    }

    @Test
    void business_time_is_the_same_throughout_a_transaction() {
        transactions.in(TENANT, transaction -> {
            Instant now = transaction.now();
            transaction.roundTrip().update("select pg_sleep(0.01)").send();
            assertThat(transaction.now()).isEqualTo(now);
            return now;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "North", "1st", "a b", "a'; drop table event", "ä", "-a"})
    void a_tenants_key_is_plain(String key) {
        assertThatThrownBy(() -> new Tenant(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
