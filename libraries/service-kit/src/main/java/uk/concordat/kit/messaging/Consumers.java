package uk.concordat.kit.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.concordat.eventsourcing.inbox.DeadLetterDesk;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Intake;

/** All that takes records in, in this service; each says so of itself when it begins. */
@ApplicationScoped
public class Consumers {

    /** What takes records in, and what follows from them. */
    public record Consumer(Intake intake, Effect effect) {}

    private final List<Consumer> all = new CopyOnWriteArrayList<>();

    /** @throws IllegalStateException if another has that name: what is parked under it would find the wrong effect */
    public void add(Intake intake, Effect effect) {
        if (named(intake.consumer()).isPresent()) {
            throw new IllegalStateException("There are two consumers called " + intake.consumer());
        }
        all.add(new Consumer(intake, effect));
    }

    public List<Consumer> all() {
        return List.copyOf(all);
    }

    public Optional<Consumer> named(String name) {
        return all.stream()
                .filter(consumer -> consumer.intake().consumer().equals(name))
                .findFirst();
    }

    /** What waits in any of them, as an operator sees it. */
    public DeadLetterDesk desk() {
        return new DeadLetterDesk(all.stream()
                .map(Consumer::intake)
                .filter(Intake::isOrdered)
                .map(Intake::consumer)
                .toList());
    }
}
