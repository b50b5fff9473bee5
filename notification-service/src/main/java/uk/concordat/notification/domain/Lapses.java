package uk.concordat.notification.domain;

import java.util.HashSet;
import java.util.Set;
import uk.concordat.eventsourcing.decider.Decider;
import uk.concordat.eventsourcing.decider.Decision;

/** The lapses of one deadline: each revision and rung is reported once, and never before it is due. */
public final class Lapses implements Decider<ReportLapse, Set<Lapses.Reported>, LapseEvent, NoRefusal> {

    /** A lapse that has been reported. */
    public record Reported(int revision, int rung) {}

    @Override
    public Set<Reported> initial() {
        return Set.of();
    }

    @Override
    public Decision<LapseEvent, NoRefusal> decide(ReportLapse command, Set<Reported> reported) {
        boolean isEarly = command.now().isBefore(command.due());
        if (isEarly || reported.contains(new Reported(command.revision(), command.rung()))) {
            return Decision.accept();
        }
        return Decision.accept(new DeadlineLapsed(
                command.deadlineId(), command.revision(), command.rung(), command.due(), command.of(), command.now()));
    }

    @Override
    public Set<Reported> evolve(Set<Reported> reported, LapseEvent event) {
        return switch (event) {
            case DeadlineLapsed lapsed -> {
                Set<Reported> all = new HashSet<>(reported);
                all.add(new Reported(lapsed.revision(), lapsed.rung()));
                yield Set.copyOf(all);
            }
        };
    }
}
