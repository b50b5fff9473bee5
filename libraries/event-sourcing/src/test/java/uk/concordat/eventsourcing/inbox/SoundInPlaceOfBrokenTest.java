package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** A record that can be taken in is worth more than a broken one of the same place. */
class SoundInPlaceOfBrokenTest {

    private static final Effect FAILING = (_, _) -> {
        throw new UnsupportedOperationException();
    };

    private final Deliveries deliveries = new Deliveries(Installation.clean());

    @Test
    void a_sound_record_in_place_of_a_broken_one_is_taken_in_and_its_followers_go_on() {
        deliveries.receive(record("a", 1, "broken"), record("a", 2));
        deliveries.receive(FAILING, record("b", 1), record("b", 2));

        deliveries.receive(record("a", 1), record("b", 1));

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2", "b 1", "b 2");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void a_sound_record_in_place_of_a_broken_one_is_not_lost_when_it_comes_early() {
        deliveries.receive(record("a", 2, "broken"), record("a", 2), record("a", 1));

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
        assertThat(deliveries.parked()).isEmpty();
    }

    @Test
    void a_sound_record_in_place_of_a_broken_one_is_not_lost_when_it_has_to_wait() {
        deliveries.receive(record("a", 1, "broken"));
        deliveries.receive(
                (_, _) -> {
                    throw new NotYet("a stamp");
                },
                record("a", 1));
        assertThat(deliveries.parked()).containsExactly("a 1 early: waits for a stamp");

        deliveries.retryEarly(Deliveries::note);
        assertThat(deliveries.effects()).containsExactly("a 1");
    }

    @Test
    void a_broken_copy_of_a_record_that_waits_or_was_taken_in_changes_nothing() {
        deliveries.receive(record("a", 1), record("a", 3));

        deliveries.receive(record("a", 1, "broken"), record("a", 3, "broken"), record("a", 2));

        assertThat(deliveries.effects()).containsExactly("a 1", "a 2", "a 3");
        assertThat(deliveries.parked()).isEmpty();
        assertThat(deliveries.deadLetters()).containsExactly("a-3 early: sequence 3 came after 1");
    }
}
