package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

/** What comes too soon waits, with all that follows it, and goes on by itself. */
class EarlyRecordsTest {

    private final Installation installation = Installation.clean();
    private final Deliveries deliveries = new Deliveries(installation);
    private boolean ready;

    private final Effect ifReady = (transaction, message) -> {
        Deliveries.note(transaction, message);
        if (!ready && message.subject().equals("a")) {
            throw new NotYet("the address of " + message.subject());
        }
    };

    @Test
    void records_out_of_order_wait_for_the_hole_to_be_filled_and_then_follow_in_order() {
        deliveries.receive(record("a", 4), record("a", 2), record("b", 1), record("a", 3));
        assertThat(deliveries.effects()).containsExactly("b 1");
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 2 early: sequence 2 came after 0",
                        "a 3 early: sequence 3 came after 0",
                        "a 4 early: sequence 4 came after 0");

        deliveries.receive(record("a", 1));

        assertThat(deliveries.effects()).containsExactly("b 1", "a 1", "a 2", "a 3", "a 4");
        assertThat(deliveries.taken()).containsExactly("a 4", "b 1");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void only_what_the_filled_hole_makes_contiguous_goes_on() {
        deliveries.receive(record("a", 2), record("a", 4), record("a", 1));

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
        assertThat(deliveries.parked()).containsExactly("a 4 early: sequence 4 came after 0");
    }

    @Test
    void one_that_is_not_yet_possible_waits_and_goes_on_with_its_followers_when_tried_again() {
        deliveries.receive(ifReady, record("a", 1), record("a", 2), record("b", 1));
        assertThat(deliveries.effects()).containsExactly("b 1");
        assertThat(deliveries.parked())
                .containsExactly("a 1 early: waits for the address of a", "a 2 early: sequence 2 came after 0");

        deliveries.retryEarly(ifReady);
        assertThat(deliveries.effects()).containsExactly("b 1");

        ready = true;
        deliveries.retryEarly(ifReady);
        assertThat(deliveries.effects()).containsExactly("b 1", "a 1", "a 2");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void one_that_waits_and_is_delivered_again_is_taken_in_once_with_its_followers() {
        deliveries.receive(ifReady, record("a", 1), record("a", 2));
        ready = true;

        deliveries.receive(ifReady, record("a", 1), record("a", 1), record("a", 2));

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void one_that_waited_for_a_hole_and_is_then_not_yet_possible_says_what_it_waits_for_now() {
        deliveries.receive(ifReady, record("a", 2));
        ready = true;
        deliveries.receive(
                (transaction, message) -> {
                    if (message.sequence() == 2) {
                        throw new NotYet("a stamp");
                    }
                    Deliveries.note(transaction, message);
                },
                record("a", 1));

        assertThat(deliveries.parked()).containsExactly("a 2 early: waits for a stamp");
        deliveries.retryEarly(ifReady);
        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
    }

    @Test
    void one_that_is_parked_again_and_again_has_one_dead_letter() {
        deliveries.receive(ifReady, record("a", 1), record("a", 1), record("a", 3), record("a", 3));
        deliveries.retryEarly(ifReady);

        assertThat(deliveries.deadLetters())
                .containsExactly("a-1 early: waits for the address of a", "a-3 early: sequence 3 came after 0");
    }

    @Test
    void an_event_that_a_newer_build_wrote_makes_its_readers_wait_until_they_are_newer_too() {
        PostOffice office = new PostOffice(installation.transactions(), "unsent");
        UUID id = UUID.randomUUID();
        office.append(Deliveries.TENANT, id, Parcels.posted());
        installation.execute("update event set schema_version = 2");
        Effect reading = (transaction, message) -> {
            assertThat(office.store().load(transaction, id).version()).isEqualTo(1);
            Deliveries.note(transaction, message);
        };

        deliveries.receive(reading, record("a", 1));
        assertThat(deliveries.parked()).containsExactly("a 1 early: waits for a newer build");

        installation.execute("update event set schema_version = 1");
        deliveries.retryEarly(reading);
        assertThat(deliveries.effects()).containsExactly("a 1");
    }

    @Test
    void a_message_with_a_code_of_a_newer_build_waits_for_one_that_knows_it() {
        DataReader reader = new DataReader();
        Effect reading = (transaction, message) -> {
            reader.read(message.data(), Leg.class);
            Deliveries.note(transaction, message);
        };

        deliveries.receive(reading, record("a", 1, "{\"by\":\"rocket\"}"), record("a", 2, "{\"by\":\"RAIL\"}"));
        deliveries.receive(reading, record("b", 1, "{\"by\":\"RAIL\",\"stops\":3}"));

        assertThat(deliveries.effects()).containsExactly("b 1");
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 1 early: waits for a newer build, which knows the code at /by",
                        "a 2 early: sequence 2 came after 0");
        deliveries.retryEarly(Deliveries::note);
        assertThat(deliveries.effects()).containsExactly("b 1", "a 1", "a 2");
    }

    /** Whether another build has altered the table meanwhile or the machine is out of memory: it is not the record's fault. */
    @Test
    void what_fails_by_no_fault_of_the_record_goes_on_when_it_is_tried_again() {
        Effect unfit = (transaction, _) -> transaction
                .roundTrip()
                .update("insert into not_there_any_more (tenant) values (?)", "north")
                .send();
        Effect broken = (_, _) -> {
            throw new StackOverflowError("Dear Aunt Philippa");
        };

        deliveries.receive(unfit, record("a", 1));
        deliveries.receive(broken, record("b", 1));

        assertThat(deliveries.effects()).isEmpty();
        assertThat(deliveries.parked())
                .satisfiesExactly(
                        a -> assertThat(a)
                                .startsWith("a 1 early: waits until this build and the database fit: ")
                                .contains("42P01"),
                        b -> assertThat(b)
                                .startsWith("b 1 early: waits for a process that is sound: StackOverflowError")
                                .doesNotContain("Philippa"));
        deliveries.retryEarly(Deliveries::note);
        assertThat(deliveries.effects()).containsExactlyInAnyOrder("a 1", "b 1");
    }

    private record Leg(Means by) {}

    private enum Means {
        ROAD,
        RAIL
    }

    @Test
    void an_early_record_keeps_all_that_it_was_delivered_with() {
        List<Message> messages = new ArrayList<>();
        Effect keeping = (_, message) -> messages.add(message);
        var headers = Deliveries.headers("a", "2");
        headers.put("traceparent", Parcels.TRACEPARENT);

        deliveries.receive(keeping, record(headers, "a", 7, "{\"words\":\"☂\"}"), record("a", 1));

        assertThat(messages.getLast().id()).isEqualTo("a-2");
        assertThat(messages.getLast().type()).isEqualTo("test.parcel.posted.v1");
        assertThat(messages.getLast().traceparent()).contains(Parcels.TRACEPARENT);
        assertThat(messages.getLast().data().path("words").asText()).isEqualTo("☂");
    }
}
