package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** An operator has a parked record tried again, and is told what came of it. */
class ReplayTest {

    private static final Effect FAILING = (_, _) -> {
        throw new UnsupportedOperationException("Dear Aunt Philippa");
    };

    private final Installation installation = Installation.clean();
    private final Deliveries deliveries = new Deliveries(installation);
    private final OperatedInbox operator = new OperatedInbox(installation, deliveries.inbox());

    @Test
    void what_was_broken_and_is_mended_is_taken_in_with_all_that_waited_behind_it() {
        deliveries.receive(FAILING, record("a", 1));
        deliveries.receive(record("a", 2), record("a", 3));

        Intake.Replayed replayed = operator.replay(operator.id("a", 1));

        assertThat(replayed).isEqualTo(new Intake.Replayed.TakenIn());
        assertThat(deliveries.effects()).containsExactly("a 1", "a 2", "a 3");
        assertThat(deliveries.parked()).isEmpty();
        assertThat(operator.acts()).containsExactly("replay");
    }

    @Test
    void what_is_still_broken_says_why_and_stays_as_it_is() {
        deliveries.receive(FAILING, record("a", 1));
        deliveries.receive(record("b", 1, "broken"));
        UUID failing = operator.id("a", 1);
        UUID unreadable = operator.id("b", 1);
        List<String> before = deliveries.parked();

        assertThat(operator.replay(failing, FAILING))
                .isEqualTo(new Intake.Replayed.StillWaits("broken", "UnsupportedOperationException in ReplayTest"));
        assertThat(operator.replay(unreadable))
                .isEqualTo(new Intake.Replayed.StillWaits("broken", "the data is not JSON: JsonParseException"));

        assertThat(deliveries.parked()).isEqualTo(before);
        assertThat(List.of(operator.id("a", 1), operator.id("b", 1))).containsExactly(failing, unreadable);
        assertThat(operator.acts()).as("tried in vain, and noted").containsExactly("replay", "replay");
    }

    @Test
    void what_is_not_its_subjects_next_goes_on_by_itself_when_it_is() {
        deliveries.receive(FAILING, record("a", 1));
        deliveries.receive(record("a", 2));
        installation.execute("update parked set kind = 'broken' where sequence = 2");

        assertThat(operator.replay(operator.id("a", 2)))
                .isEqualTo(new Intake.Replayed.StillWaits("early", "sequence 2 came after 0"));
        assertThat(deliveries.effects()).isEmpty();

        operator.replay(operator.id("a", 1));
        assertThat(deliveries.effects()).containsExactly("a 1", "a 2");
    }

    @Test
    void what_waits_no_longer_is_said_to() {
        deliveries.receive(FAILING, record("a", 1));
        UUID id = operator.id("a", 1);
        operator.replay(id);

        assertThat(operator.replay(id)).isEqualTo(new Intake.Replayed.NoLonger());
        assertThat(operator.replay(UUID.randomUUID())).isEqualTo(new Intake.Replayed.NoLonger());

        assertThat(deliveries.effects()).containsExactly("a 1");
        assertThat(operator.acts()).containsExactly("replay");
    }

    @Test
    void of_operators_at_once_one_wins_and_each_other_is_told() throws Exception {
        deliveries.receive(FAILING, record("a", 1));
        deliveries.receive(record("a", 2));
        UUID id = operator.id("a", 1);
        List<Callable<Object>> operators = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            operators.add(() -> operator.replay(id));
            operators.add(() -> operator.discard(id));
        }

        List<Object> told = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(operators.size())) {
            for (Future<Object> each : pool.invokeAll(operators)) {
                told.add(each.get());
            }
        }

        assertThat(told.stream()
                        .filter(each -> !(each instanceof Intake.Replayed.NoLonger)
                                && !(each instanceof Intake.Discarded.NoLonger)))
                .as("winners among %s", told)
                .hasSize(1);
        assertThat(operator.acts()).hasSize(1);
        assertThat(deliveries.taken()).containsExactly("a 2");
        assertThat(deliveries.parked()).isEmpty();
    }
}
