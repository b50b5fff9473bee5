package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;

/** However often a record is delivered, and whatever fails, it has one effect. */
class ExactlyOnceTest {

    private final Installation installation = Installation.clean();
    private final Deliveries deliveries = new Deliveries(installation);

    @Test
    void a_record_that_is_delivered_again_has_one_effect() {
        deliveries.receive(record("a", 1), record("a", 1), record("a", 2), record("a", 1), record("a", 2));

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
        assertThat(deliveries.parked()).isEmpty();
        assertThat(deliveries.deadLetters()).isEmpty();
    }

    @Test
    void offsets_that_are_rewound_to_the_beginning_bring_nothing_about() {
        IncomingRecord[] all = {record("a", 1), record("b", 1), record("a", 2), record("a", 3), record("b", 2)};
        deliveries.receive(all);
        List<String> once = deliveries.effects();

        deliveries.receive(all);

        assertThat(deliveries.effects()).isEqualTo(once).hasSize(5);
        assertThat(deliveries.taken()).containsExactly("a 3", "b 2");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void an_effect_that_throws_is_undone_and_not_remembered() {
        deliveries.receive(
                (transaction, message) -> {
                    Deliveries.note(transaction, message);
                    throw new IllegalArgumentException("on second thoughts");
                },
                record("a", 1));

        assertThat(deliveries.effects()).isEmpty();
        assertThat(deliveries.taken()).isEmpty();
    }

    @Test
    void where_the_memory_cannot_be_kept_the_effect_is_undone() {
        installation.execute("alter table inbox add constraint nothing check (false) not valid");
        try {
            deliveries.receive(record("a", 1));
        } finally {
            installation.execute("alter table inbox drop constraint nothing");
        }

        assertThat(deliveries.effects()).isEmpty();
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 1 broken: A database round trip failed: SQLSTATE 23514: ERROR: new row for relation \"inbox\""
                                + " violates check constraint \"nothing\"");
    }

    @Test
    void two_consumers_and_two_tenants_and_two_sources_each_take_a_record_in() {
        Transactions transactions = installation.transactions();
        Inbox another = new Inbox("another", transactions, Deliveries.DEAD_LETTERS);
        deliveries.receive(record("a", 1));

        another.receive(Deliveries.TENANT, record("a", 1), Deliveries::note);
        another.receive(new Tenant("south"), record("a", 1), Deliveries::note);
        var elsewhere = Deliveries.headers("a", "1");
        elsewhere.put("ce_source", "/post/elsewhere");
        another.receive(Deliveries.TENANT, record(elsewhere, "a", 9, "{}"), Deliveries::note);

        assertThat(installation.ask("select tenant || ' ' || source from effect order by place"))
                .containsExactly(
                        "north /post/north", "north /post/north", "south /post/north", "north /post/elsewhere");
    }

    @Test
    void an_effect_that_loses_a_race_decides_anew_on_what_the_winner_left() {
        List<String> seen = new ArrayList<>();

        deliveries.receive(
                (transaction, message) -> {
                    var roundTrip = transaction.roundTrip();
                    var there = roundTrip.query("select words from plain_note", row -> row.getString(1));
                    roundTrip.send();
                    seen.add(there.first().orElse("nothing"));
                    if (there.first().isEmpty()) {
                        installation.execute("insert into plain_note values ('1', 'the winner''s', 1)");
                        transaction
                                .roundTrip()
                                .update("insert into plain_note values ('1', 'mine', 1)")
                                .send();
                    }
                    Deliveries.note(transaction, message);
                },
                record("a", 1));

        assertThat(seen).containsExactly("nothing", "the winner's");
        assertThat(deliveries.effects()).containsExactly("a 1");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void one_that_loses_every_race_waits_as_early_and_goes_on_by_itself() {
        installation.execute("insert into plain_note values ('1', 'the winner''s', 1)");
        Effect losing = (transaction, message) -> {
            transaction
                    .roundTrip()
                    .update("insert into plain_note values ('1', 'mine', 1)")
                    .send();
            Deliveries.note(transaction, message);
        };
        deliveries.receive(losing, record("a", 1), record("a", 2));
        assertThat(deliveries.parked())
                .containsExactly("a 1 early: lost too many races", "a 2 early: sequence 2 came after 0");

        deliveries.retryEarly(Deliveries::note);

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
    }

    @Test
    void while_the_database_is_away_nothing_is_parked_and_the_record_is_to_be_delivered_again() {
        AtomicInteger attempts = new AtomicInteger();
        Effect cutOff = (transaction, message) -> {
            attempts.incrementAndGet();
            Deliveries.note(transaction, message);
            transaction
                    .roundTrip()
                    .update("select pg_terminate_backend(pg_backend_pid())")
                    .send();
        };

        assertThatThrownBy(() -> deliveries.receive(cutOff, record("a", 1))).isInstanceOf(DatabaseUnavailable.class);
        assertThat(attempts).hasValue(1);
        assertThat(deliveries.parked()).isEmpty();
        assertThat(deliveries.deadLetters()).isEmpty();

        deliveries.receive(record("a", 1));
        assertThat(deliveries.effects()).containsExactly("a 1");
    }

    @Test
    void a_commit_that_came_through_unheard_is_recognised_when_the_record_is_delivered_again() {
        Inbox cutOff = new Inbox(
                "reader", new Transactions(UnheardCommit.on(installation.application()), _ -> {}), "dead-letters");
        assertThatThrownBy(() -> cutOff.receive(Deliveries.TENANT, record("a", 1), Deliveries::note))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(deliveries.taken()).as("came through").containsExactly("a 1");

        deliveries.receive(record("a", 1), record("a", 2));

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void threads_that_are_given_the_same_records_at_once_bring_each_about_once_and_in_order() throws Exception {
        int threads = 4;
        int records = 12;
        CountDownLatch together = new CountDownLatch(threads);
        List<Callable<Integer>> receivers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int stride = thread % 2 == 0 ? 1 : -1;
            receivers.add(() -> {
                together.countDown();
                together.await();
                for (int i = 0; i < records; i++) {
                    deliveries.receive(record("a", stride > 0 ? i + 1 : records - i));
                }
                return records;
            });
        }

        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> each : pool.invokeAll(receivers)) {
                each.get();
            }
        }

        List<String> inOrder = new ArrayList<>();
        for (int sequence = 1; sequence <= records; sequence++) {
            inOrder.add("a " + sequence);
        }
        assertThat(deliveries.effects()).isEqualTo(inOrder);
        deliveries.receive(record("a", 1));
        assertThat(deliveries.parked()).as("left behind").isEmpty();
    }
}
