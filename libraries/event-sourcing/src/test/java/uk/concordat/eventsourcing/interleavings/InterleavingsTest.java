package uk.concordat.eventsourcing.interleavings;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.interleavings.Fault.ACKNOWLEDGEMENT_LOST;
import static uk.concordat.eventsourcing.interleavings.Fault.CONSUMER_KILLED;
import static uk.concordat.eventsourcing.interleavings.Fault.LEASE_RUNS_OUT;
import static uk.concordat.eventsourcing.interleavings.Fault.NOT_TAKEN;
import static uk.concordat.eventsourcing.interleavings.Fault.OFFSET_REWOUND;
import static uk.concordat.eventsourcing.interleavings.Fault.REBALANCED;
import static uk.concordat.eventsourcing.interleavings.Fault.RELAY_KILLED;
import static uk.concordat.eventsourcing.interleavings.Variant.AS_IT_IS;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.interleavings.Explorer.Exploration;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** Every order in which writers, two relays, the broker and two consumers can take their steps, and fail. */
class InterleavingsTest {

    private static final Event A1 = new Event('a', 1);
    private static final Event A2 = new Event('a', 2);
    private static final Event A3 = new Event('a', 3);
    private static final Event B1 = new Event('b', 1);

    @Test
    void nothing_is_lost_or_out_of_order_whenever_a_holder_is_frozen_and_acknowledgements_are_lost() {
        Exploration exploration = Interleavings.ofSending(AS_IT_IS, 2, 0, LEASE_RUNS_OUT, ACKNOWLEDGEMENT_LOST);

        holds("one subject, frozen, acknowledgement lost", exploration);
        assertThat(exploration.steps())
                .contains(
                        "relay 2 has no lease for a1",
                        "relay 1 gives a1 up, which has arrived",
                        "a1 arrives after all",
                        "relay 1 deletes a1",
                        "relay 2 reads nothing",
                        "relay 2 holds a no longer");
    }

    @Test
    void nor_whenever_a_relay_is_killed() {
        Exploration exploration = Interleavings.ofSending(AS_IT_IS, 2, 0, LEASE_RUNS_OUT, RELAY_KILLED);

        holds("one subject, frozen, killed", exploration);
        assertThat(exploration.steps()).contains("relay 2 is killed", "a1 arrives after all");
    }

    @Test
    void a_longer_stream_keeps_its_order_when_a_holder_is_frozen() {
        holds("one longer subject, frozen", Interleavings.ofSending(AS_IT_IS, 3, 0, LEASE_RUNS_OUT));
    }

    @Test
    void a_row_that_commits_after_later_positions_were_sent_is_only_sent_late() {
        Exploration exploration = Interleavings.ofSending(AS_IT_IS, 2, 1, NOT_TAKEN);

        holds("two subjects, commits in another order than positions", exploration);
        assertThat(exploration.steps()).contains("b1 is written, position 1", "b1 is written, position 3");
    }

    @Test
    void no_row_is_passed_over_where_reading_begins_later() {
        Exploration exploration = Interleavings.ofSending(AS_IT_IS, 1, 1, 2);

        holds("two subjects, positions that have settled", exploration);
        assertThat(exploration.steps()).contains("relay 1 will read from 1", "relay 1 will read from 2");
    }

    /** The lease saves doubles and work; the order does not rest on it. */
    @Test
    void even_two_relays_that_know_of_no_lease_only_repeat() {
        holds(
                "two relays without a lease",
                Interleavings.ofSending(Variant.WITHOUT_A_LEASE, 2, 0, ACKNOWLEDGEMENT_LOST));
    }

    @Test
    void each_event_has_one_effect_in_order_whatever_the_topics_order_and_whoever_is_killed_or_loses_the_partition() {
        Exploration exploration =
                Interleavings.ofTaking(AS_IT_IS, List.of(A1, A2, A3, B1), CONSUMER_KILLED, REBALANCED);

        holds("any order of four events", exploration);
        assertThat(exploration.steps())
                .contains(
                        "consumer 1 loses the race for a1",
                        "consumer 1 commits a3, parked",
                        "consumer 2 finds a3 parked",
                        "consumer 2 finds that a2 is parked already");
    }

    @Test
    void what_is_delivered_twice_has_no_second_effect() {
        holds(
                "any order of four events, one of them a double",
                Interleavings.ofTaking(AS_IT_IS, List.of(A1, A2, A1, B1), CONSUMER_KILLED, REBALANCED));
        holds(
                "any order of three events, all delivered again",
                Interleavings.ofTaking(AS_IT_IS, List.of(A1, A2, A3), OFFSET_REWOUND, REBALANCED));
    }

    @Test
    void from_the_writers_to_the_effects_nothing_is_lost_doubled_or_stuck() {
        holds(
                "from writers to effects, an acknowledgement lost",
                Interleavings.ofBoth(AS_IT_IS, 2, 0, ACKNOWLEDGEMENT_LOST, CONSUMER_KILLED));
        holds("from writers to effects, a frozen holder", Interleavings.ofBoth(AS_IT_IS, 2, 0, LEASE_RUNS_OUT));
        holds(
                "from writers to effects, a partition that moves",
                Interleavings.ofBoth(AS_IT_IS, 2, 0, NOT_TAKEN, REBALANCED));
    }

    private static void holds(String scope, Exploration exploration) {
        System.out.printf("%s: %,d states, %,d schedules%n", scope, exploration.states(), exploration.schedules());
        assertThat(exploration.counterExample()).isEmpty();
        assertThat(exploration.states()).isGreaterThan(2_000);
    }
}
