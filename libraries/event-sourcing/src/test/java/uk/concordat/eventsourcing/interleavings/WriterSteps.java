package uk.concordat.eventsourcing.interleavings;

import static uk.concordat.eventsourcing.interleavings.Step.work;

import java.util.List;
import uk.concordat.eventsourcing.interleavings.Sending.Row;
import uk.concordat.eventsourcing.interleavings.Sending.Writer;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** What a writer may do next. */
final class WriterSteps {

    private WriterSteps() {}

    /** {@code EventStore.append}: the next version of a stream is written after the last was committed. */
    static void add(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Writer writer = sending.writers().get(number);
        Event event = writer.next();
        int next = sending.nextPosition();
        if (writer.position() > 0) {
            Writer after = new Writer(writer.subject(), writer.toAppend(), event.version(), Writer.NONE);
            steps.add(work(
                    event + " is committed",
                    world.with(sending.written(number, after, next, List.of(new Row(writer.position(), event))))));
        } else if (writer.position() == Writer.LOCKED) {
            steps.add(work(
                    event + " is written, position " + next,
                    world.with(sending.written(number, writer.at(next), next + 1, List.of()))));
        } else if (writer.committed() < writer.toAppend()) {
            steps.add(work(
                    event + " is begun",
                    world.with(sending.written(number, writer.at(Writer.LOCKED), next, List.of()))));
        }
    }
}
