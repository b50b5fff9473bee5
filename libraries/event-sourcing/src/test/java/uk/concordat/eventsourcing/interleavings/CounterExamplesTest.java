package uk.concordat.eventsourcing.interleavings;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.interleavings.Fault.ACKNOWLEDGEMENT_LOST;
import static uk.concordat.eventsourcing.interleavings.Fault.CONSUMER_KILLED;
import static uk.concordat.eventsourcing.interleavings.Fault.LEASE_RUNS_OUT;
import static uk.concordat.eventsourcing.interleavings.Fault.NOT_TAKEN;
import static uk.concordat.eventsourcing.interleavings.Fault.RELAY_KILLED;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.interleavings.Explorer.Exploration;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** Were the code written otherwise, the walk would find it: these are the shortest ways to what would go wrong. */
class CounterExamplesTest {

    private static final Fault[] OF_SENDING = {LEASE_RUNS_OUT, NOT_TAKEN, ACKNOWLEDGEMENT_LOST, RELAY_KILLED};

    @Test
    void whoever_deletes_a_row_before_it_is_acknowledged_has_it_nowhere() {
        assertThat(shortest(Interleavings.ofSending(Variant.DELETES_BEFORE_ACKNOWLEDGED, 2, 0, OF_SENDING)))
                .isEqualTo("""
                a1 is neither in the outbox nor on the topic, after
                  a1 is begun
                  a1 is written, position 1
                  a1 is committed
                  relay 1 has the lease
                  relay 1 reads a1
                  relay 1 may send a1
                  relay 1 sends a1""");
    }

    @Test
    void whoever_sends_on_after_a_failure_is_out_of_order() {
        assertThat(shortest(Interleavings.ofSending(Variant.SENDS_ON_AFTER_A_FAILURE, 2, 0, OF_SENDING)))
                .isEqualTo("""
                the topic has [a2] of which a is out of order, after
                  a1 is begun
                  a1 is written, position 1
                  a1 is committed
                  a2 is begun
                  a2 is written, position 2
                  a2 is committed
                  relay 1 has the lease
                  relay 1 reads a1, a2
                  relay 1 may send a1
                  relay 1 sends a1
                  a1 is not taken
                  relay 1 may send a2
                  relay 1 sends a2
                  a2 arrives""");
    }

    @Test
    void whoever_reads_by_a_cursor_passes_over_what_commits_late() {
        assertThat(shortest(Interleavings.ofSending(Variant.READS_BY_CURSOR, 1, 1)))
                .isEqualTo("""
                the outbox rests with [a1], after
                  a1 is begun
                  a1 is written, position 1
                  b1 is begun
                  b1 is written, position 2
                  b1 is committed
                  relay 1 has the lease
                  relay 1 reads b1
                  a1 is committed
                  relay 1 may send b1
                  relay 1 sends b1
                  b1 arrives
                  relay 1 knows that b1 arrived
                  relay 1 deletes b1""");
    }

    @Test
    void whoever_begins_later_without_asking_who_still_writes_passes_over_it_too() {
        assertThat(shortest(Interleavings.ofSending(Variant.SETTLES_WITHOUT_ASKING, 1, 1, 2)))
                .isEqualTo("""
                the outbox rests with [a1], after
                  a1 is begun
                  a1 is written, position 1
                  b1 is begun
                  b1 is written, position 2
                  b1 is committed
                  relay 1 has the lease
                  relay 1 reads b1
                  relay 1 deletes nothing
                  relay 1 may send b1
                  relay 1 sends b1
                  b1 arrives
                  relay 1 knows that b1 arrived
                  relay 1 has the lease
                  relay 1 asks who writes
                  relay 1 will read from 1
                  relay 1 asks who writes
                  relay 1 will read from 2
                  a1 is committed
                  relay 1 reads nothing
                  relay 1 deletes b1""");
    }

    @Test
    void whoever_remembers_a_message_before_its_effect_loses_the_effect() {
        assertThat(shortest(Interleavings.ofBoth(
                        Variant.REMEMBERS_BEFORE_THE_EFFECT, 2, 0, ACKNOWLEDGEMENT_LOST, CONSUMER_KILLED)))
                .isEqualTo("""
                a1 has neither had its effect nor is it parked, and will not come again, after
                  a1 is begun
                  a1 is written, position 1
                  a1 is committed
                  relay 1 has the lease
                  relay 1 reads a1
                  relay 1 may send a1
                  relay 1 sends a1
                  a1 arrives
                  consumer 1 receives a1
                  consumer 1 has a1 and knows 0
                  consumer 1 commits that a1 is taken in
                  consumer 1 is killed
                  consumer 1 receives a1
                  consumer 1 has a1 and knows 1
                  consumer 1 has no need of a1
                  consumer 1 finds nothing parked
                  consumer 1 has done offset 0""");
    }

    @Test
    void whoever_takes_in_over_a_hole_has_effects_out_of_order() {
        assertThat(shortest(Interleavings.ofTaking(
                        Variant.TAKES_IN_OVER_A_HOLE,
                        List.of(new Event('a', 1), new Event('a', 2), new Event('b', 1)))))
                .isEqualTo("""
                the effects of a were [2], after
                  consumer 1 receives a2
                  consumer 1 has a2 and knows 0
                  consumer 1 writes the effect of a2
                  consumer 1 commits a2""");
    }

    private static String shortest(Exploration exploration) {
        return exploration.counterExample().orElseThrow().toString();
    }
}
