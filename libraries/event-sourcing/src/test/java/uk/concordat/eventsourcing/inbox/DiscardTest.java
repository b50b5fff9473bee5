package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** An operator leaves a parked record aside, for a reason, and its subject goes on without it. */
class DiscardTest {

    private final Installation installation = Installation.clean();
    private final Deliveries deliveries = new Deliveries(installation);
    private final OperatedInbox operator = new OperatedInbox(installation, deliveries.inbox());

    @Test
    void it_counts_as_taken_in_without_effect_and_what_waited_behind_it_goes_on() {
        deliveries.receive(record("a", 1), record("a", 2, "broken"), record("a", 3), record("a", 4));

        assertThat(operator.discard(operator.id("a", 2))).isEqualTo(new Intake.Discarded.LeftAside());

        assertThat(deliveries.effects()).containsExactly("a 1", "a 3", "a 4");
        assertThat(deliveries.parked()).isEmpty();
        assertThat(operator.acts()).containsExactly("discard");
    }

    @Test
    void it_stays_aside_although_the_offsets_are_rewound() {
        deliveries.receive(record("a", 1, "broken"));
        operator.discard(operator.id("a", 1));

        deliveries.receive(record("a", 1, "broken"), record("a", 1), record("a", 2));

        assertThat(deliveries.effects()).containsExactly("a 2");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void it_is_kept_by_whom_and_why_without_its_value() {
        var headers = Deliveries.headers("a", "1");
        headers.put("from", "Aunt Philippa");
        deliveries.receive(record(headers, "a", 77, "Dear Philippa"));
        UUID id = operator.id("a", 1);

        operator.discard(id);

        assertThat(installation.ask("""
                select concat_ws(' ', id, operator, reason, kind, cause, topic, topic_partition, topic_offset, value_bytes,
                  value_sha256 = encode(sha256('Dear Philippa'), 'hex')) from discarded"""))
                .containsExactly(id + " ann never meant for us broken the data is not JSON: JsonParseException"
                        + " parcels 2 77 13 t");
        assertThat(installation.ask("select discarded::text from discarded").getFirst())
                .contains("ce_subject", "test.parcel.posted.v1")
                .doesNotContain("Philippa");
    }

    @Test
    void only_the_record_whose_turn_it_is_can_be_discarded() {
        deliveries.receive(record("a", 1), record("a", 3, "broken"), record("a", 5));

        assertThat(operator.discard(operator.id("a", 3))).isEqualTo(new Intake.Discarded.NotItsTurn(2));
        assertThat(operator.discard(operator.id("a", 5))).isEqualTo(new Intake.Discarded.NotItsTurn(2));

        assertThat(deliveries.parked()).hasSize(2);
        assertThat(deliveries.taken()).containsExactly("a 1");
        assertThat(operator.acts()).isEmpty();
    }

    @Test
    void one_that_only_waits_can_be_discarded_too_and_twice_is_once() {
        deliveries.receive(
                (_, _) -> {
                    throw new NotYet("a stamp that is printed no more");
                },
                record("a", 1));
        UUID id = operator.id("a", 1);

        assertThat(operator.discard(id)).isEqualTo(new Intake.Discarded.LeftAside());
        assertThat(operator.discard(id)).isEqualTo(new Intake.Discarded.NoLonger());

        assertThat(operator.acts()).containsExactly("discard");
        assertThat(installation.ask("select count(*) from discarded")).containsExactly("1");
    }

    @Test
    void one_without_a_place_of_its_own_is_discarded_by_where_it_lay() {
        deliveries.receive(record(java.util.Map.of(), "a", 40, "{}"));

        operator.discard(operator.id("parcels-2@40", 1));
        deliveries.receive(record(java.util.Map.of(), "a", 40, "{}"));

        assertThat(deliveries.parked()).isEmpty();
    }
}
