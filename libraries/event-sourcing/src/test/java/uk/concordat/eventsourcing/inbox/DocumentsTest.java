package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;

/** Of whole documents the newest counts; one that cannot be taken in leaves the one before it, and waits beside it. */
class DocumentsTest {

    private static final String UNKNOWN = "{\"by\":\"rocket\"}";
    private static final String KNOWN = "{\"by\":\"rail\"}";

    private final Installation installation = Installation.clean();
    private final Deliveries deliveries = new Deliveries(installation);
    private final AtomicInteger commits = new AtomicInteger();
    private final Documents documents = new Documents(
            "documents",
            new Transactions(installation.application(), _ -> commits.incrementAndGet()),
            Deliveries.DEAD_LETTERS,
            (_, _) -> true);
    private final OperatedInbox operator = new OperatedInbox(installation, documents);
    private boolean newer;

    private final Effect keepNewest = (transaction, message) -> {
        if (!newer && message.data().path("by").asText().equals("rocket")) {
            throw NotYet.ofNewerBuild("the code at /by");
        }
        keep(transaction, message);
    };

    private final DocumentsEffect keepAll = (transaction, messages) -> messages.stream()
            .sorted(Comparator.comparing(Message::subject))
            .forEach(message -> keepNewest.apply(transaction, message));

    @Test
    void versions_may_leave_holes_and_what_comes_late_or_twice_changes_nothing() {
        receive(record("a", 3, KNOWN), record("a", 7, KNOWN), record("a", 5, KNOWN), record("a", 7, KNOWN));

        assertThat(kept()).containsExactly("a 7 " + KNOWN);
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void one_that_is_not_known_or_broken_is_parked_and_the_one_before_it_stays() {
        receive(record("a", 1, KNOWN), record("b", 1, KNOWN));

        receive(record("a", 2, UNKNOWN), record("b", 2, "broken"), record("c", 1, KNOWN));

        assertThat(kept()).containsExactly("a 1 " + KNOWN, "b 1 " + KNOWN, "c 1 " + KNOWN);
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 2 early: waits for a newer build, which knows the code at /by",
                        "b 2 broken: the data is not JSON: JsonParseException");
        assertThat(deliveries.deadLetters()).hasSize(2);
        assertThat(operator.gaps()).as("holes are normal").isEmpty();
        assertThat(operator.list()).allMatch(ParkedRecord::isItsTurn);
    }

    @Test
    void what_waited_for_a_newer_build_is_taken_in_by_it() {
        receive(record("a", 1, KNOWN), record("a", 2, UNKNOWN));
        documents.retryEarly(Deliveries.TENANT, keepNewest);
        assertThat(kept()).containsExactly("a 1 " + KNOWN);

        newer = true;
        documents.retryEarly(Deliveries.TENANT, keepNewest);

        assertThat(kept()).containsExactly("a 2 " + UNKNOWN);
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void a_newer_document_puts_an_end_to_the_waiting_of_older_ones_and_they_are_not_parked_again() {
        receive(record("a", 1, UNKNOWN), record("a", 2, "broken"), record("a", 3, KNOWN));
        assertThat(deliveries.parked()).isEmpty();

        receive(record("a", 1, UNKNOWN), record("a", 2, "broken"));

        assertThat(deliveries.parked()).isEmpty();
        assertThat(kept()).containsExactly("a 3 " + KNOWN);
    }

    @Test
    void an_operator_replays_one_or_discards_it_and_an_older_one_that_waits_goes_on_waiting() {
        receive(record("a", 1, UNKNOWN), record("a", 2, "broken"));

        assertThat(operator.discard(operator.id("a", 2))).isEqualTo(new Intake.Discarded.LeftAside());
        receive(record("a", 2, "broken"));
        assertThat(operator.list()).extracting(ParkedRecord::sequence).containsExactly(1L);

        assertThat(operator.replay(operator.id("a", 1), keepNewest))
                .isEqualTo(new Intake.Replayed.StillWaits(
                        "early", "waits for a newer build, which knows the code at /by"));
        newer = true;
        assertThat(operator.replay(operator.id("a", 1), keepNewest)).isEqualTo(new Intake.Replayed.TakenIn());
        assertThat(kept()).containsExactly("a 1 " + UNKNOWN);
        assertThat(operator.acts()).containsExactly("discard", "replay", "replay");
    }

    /** A version that nobody gave must not stand in the way of those that somebody gives. */
    @Test
    void one_that_is_discarded_leaves_aside_no_lower_version_that_comes_after_it() {
        receive(record("a", 99_999, "broken"));
        operator.discard(operator.id("a", 99_999));

        receive(record("a", 8, UNKNOWN));

        assertThat(operator.list()).extracting(ParkedRecord::sequence).containsExactly(8L);
    }

    @Test
    void many_are_taken_in_together_and_of_each_subject_the_newest() {
        receive(record("b", 7, KNOWN));
        commits.set(0);

        receiveAll(record("a", 1, KNOWN), record("b", 5, KNOWN), record("a", 3, KNOWN), record("c", 1, KNOWN));

        assertThat(kept()).containsExactly("a 3 " + KNOWN, "b 7 " + KNOWN, "c 1 " + KNOWN);
        assertThat(installation.ask("select subject || ' ' || sequence from inbox order by subject"))
                .containsExactly("a 3", "b 7", "c 1");
        assertThat(commits).hasValue(1);
    }

    @Test
    void those_that_cannot_be_taken_in_are_parked_alone_and_the_many_around_them_are_taken_in_in_few_transactions() {
        IncomingRecord[] many = IntStream.range(0, 200)
                .mapToObj(each ->
                        record("s%03d".formatted(each), 1, each == 77 ? UNKNOWN : each == 150 ? "broken" : KNOWN))
                .toArray(IncomingRecord[]::new);
        commits.set(0);

        receiveAll(many);

        assertThat(kept()).hasSize(198).noneMatch(kept -> kept.startsWith("s077") || kept.startsWith("s150"));
        assertThat(deliveries.parked())
                .containsExactly(
                        "s077 1 early: waits for a newer build, which knows the code at /by",
                        "s150 1 broken: the data is not JSON: JsonParseException");
        assertThat(commits).hasValueLessThan(30);
    }

    @Test
    void among_many_a_sound_one_before_one_of_its_subject_that_waits_stays() {
        receiveAll(record("a", 1, KNOWN), record("b", 1, KNOWN), record("a", 2, UNKNOWN), record("b", 2, "broken"));

        assertThat(kept()).containsExactly("a 1 " + KNOWN, "b 1 " + KNOWN);
        assertThat(deliveries.parked()).hasSize(2);
    }

    @Test
    void a_newer_one_among_many_puts_an_end_to_the_waiting_of_older_ones() {
        receive(record("a", 1, UNKNOWN), record("b", 5, UNKNOWN));

        receiveAll(record("a", 2, KNOWN), record("b", 2, KNOWN));

        assertThat(deliveries.parked())
                .containsExactly("b 5 early: waits for a newer build, which knows the code at /by");
    }

    /** After a rebalance two may have the same records in hand. */
    @Test
    void two_who_take_the_same_in_at_once_remember_what_one_alone_would_have_remembered() throws Exception {
        List<IncomingRecord> some = IntStream.range(0, 50)
                .mapToObj(each -> record("s%03d".formatted(each), 1 + each % 3, KNOWN))
                .toList();
        DocumentsEffect nothing = (_, _) -> {};
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<?> each : List.of(
                    two.submit(() -> documents.receiveAll(Deliveries.TENANT, some, nothing, (_, _) -> {})),
                    two.submit(
                            () -> documents.receiveAll(Deliveries.TENANT, some.reversed(), nothing, (_, _) -> {})))) {
                each.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(installation.ask("select sum(sequence) from inbox")).containsExactly("99");
        assertThat(deliveries.parked()).isEmpty();
    }

    private void receiveAll(IncomingRecord... records) {
        documents.receiveAll(Deliveries.TENANT, List.of(records), keepAll, (record, failure) -> {
            throw new IllegalStateException(record.toString(), failure);
        });
    }

    private void receive(IncomingRecord... records) {
        for (IncomingRecord each : records) {
            documents.receive(Deliveries.TENANT, each, keepNewest);
        }
    }

    private static void keep(Transaction transaction, Message message) {
        transaction
                .roundTrip()
                .update(
                        """
                        merge into effect e using (values (?, ?, ?::bigint, ?)) as d (tenant, subject, sequence, note)
                          on e.tenant = d.tenant and e.subject = d.subject
                        when matched and e.sequence < d.sequence then update set sequence = d.sequence, note = d.note
                        when matched then do nothing
                        when not matched then insert (tenant, source, subject, sequence, note)
                          values (d.tenant, '', d.subject, d.sequence, d.note)""",
                        transaction.tenant().key(),
                        message.subject(),
                        message.sequence(),
                        message.data().toString())
                .send();
    }

    private List<String> kept() {
        return installation.ask("select subject || ' ' || sequence || ' ' || note from effect order by subject");
    }
}
