package uk.concordat.eventsourcing.interleavings;

import static uk.concordat.eventsourcing.interleavings.Step.fault;
import static uk.concordat.eventsourcing.interleavings.Step.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.interleavings.Taking.Consumer;
import uk.concordat.eventsourcing.interleavings.Taking.Done;
import uk.concordat.eventsourcing.interleavings.Taking.Idle;
import uk.concordat.eventsourcing.interleavings.Taking.Knows;
import uk.concordat.eventsourcing.interleavings.Taking.Looks;
import uk.concordat.eventsourcing.interleavings.Taking.Memory;
import uk.concordat.eventsourcing.interleavings.Taking.Take;
import uk.concordat.eventsourcing.interleavings.Taking.Work;
import uk.concordat.eventsourcing.interleavings.Taking.Written;
import uk.concordat.eventsourcing.interleavings.Taking.Wrote;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** What the consumers of a partition may do next, each with an inbox on the same database. */
final class TakingSteps {

    private final Variant variant;

    TakingSteps(Variant variant) {
        this.variant = variant;
    }

    List<Step<World>> of(World world) {
        List<Step<World>> steps = new ArrayList<>();
        for (int consumer = 0; consumer < world.taking().consumers().size(); consumer++) {
            proceed(world, consumer, steps);
            kill(world, consumer, steps);
        }
        rebalance(world, steps);
        rewind(world, steps);
        return steps;
    }

    private void proceed(World world, int number, List<Step<World>> steps) {
        Taking taking = world.taking();
        String who = "consumer " + (number + 1);
        switch (taking.consumers().get(number).work()) {
            case Idle() -> deliver(world, number, steps);
            case Take take -> begin(world, number, take, steps);
            case Knows knows -> write(world, number, knows, steps);
            case Wrote wrote -> commit(world, number, wrote, steps);
            case Looks looks -> look(world, number, looks, steps);
            case Done() -> {
                // Whoever has lost the partition cannot commit its offset.
                Taking done = taking.with(number, new Idle());
                int next = taking.consumers().get(number).inHand() + 1;
                steps.add(work(
                        who + " has done offset " + (next - 1),
                        world.with(taking.assigned() == number ? done.committed(next) : done)));
            }
        }
    }

    private static void deliver(World world, int number, List<Step<World>> steps) {
        Taking taking = world.taking();
        Consumer consumer = taking.consumers().get(number);
        int polled = taking.assigned() == number ? world.log().size() : consumer.polled();
        if (consumer.position() < polled) {
            int offset = consumer.position();
            Event event = world.log().get(offset);
            Consumer after = new Consumer(offset + 1, polled, offset, new Take(event, false));
            steps.add(work("consumer " + (number + 1) + " receives " + event, world.with(taking.with(number, after))));
        }
    }

    /** {@code Inbox.take}: {@code long last = taken.last(transaction, place)}; {@code for update} waits for another's lock. */
    private static void begin(World world, int number, Take take, List<Step<World>> steps) {
        Taking taking = world.taking();
        if (!isLocked(taking, take.event().subject(), number)) {
            int last = taking.of(take.event().subject()).last();
            steps.add(work(
                    "consumer " + (number + 1) + " has " + take.event() + " and knows " + last,
                    world.with(taking.with(number, new Knows(take.event(), take.wasParked(), last)))));
        }
    }

    private void write(World world, int number, Knows knows, List<Step<World>> steps) {
        Taking taking = world.taking();
        Event event = knows.event();
        Memory memory = taking.of(event.subject());
        String who = "consumer " + (number + 1);
        if (isNext(event, knows.last())) {
            // effect.apply(transaction, message); taken.remember(transaction, place)
            Taking written = taking.with(number, wrote(knows, Written.THE_EFFECT));
            if (variant == Variant.REMEMBERS_BEFORE_THE_EFFECT) {
                steps.add(work(
                        who + " commits that " + event + " is taken in",
                        world.with(written.with(memory.remembers(event.version())))));
            } else if (knows.last() == 0 && memory.last() > 0) {
                // insert into inbox: UniquenessViolated, and untilWon begins anew
                steps.add(work(
                        who + " loses the race for " + event,
                        world.with(taking.with(number, new Take(event, knows.wasParked())))));
            } else if (!isBeingInserted(taking, event.subject(), number)
                    && !isLockedWhereParked(taking, event, number)) {
                steps.add(work(who + " writes the effect of " + event, world.with(written)));
            }
        } else if (event.version() > knows.last() && memory.last() < event.version()) {
            // parked.park: insert into parked … where not exists (select from inbox i where … i.sequence >= p.sequence)
            if (memory.parked().contains(event.version())) {
                steps.add(work(
                        who + " finds that " + event + " is parked already",
                        world.with(taking.with(number, wrote(knows, Written.NOTHING_NEW)))));
            } else if (!isBeingParked(taking, event, number)) {
                steps.add(work(
                        who + " writes that " + event + " is parked",
                        world.with(taking.with(number, wrote(knows, Written.PARKED)))));
            }
        } else {
            steps.add(work(
                    who + " has no need of " + event, world.with(taking.with(number, new Looks(event.subject())))));
        }
    }

    private static Wrote wrote(Knows knows, Written written) {
        return new Wrote(knows.event(), knows.wasParked(), knows.last(), written);
    }

    private boolean isNext(Event event, int last) {
        return variant == Variant.TAKES_IN_OVER_A_HOLE ? event.version() > last : event.version() == last + 1;
    }

    private void commit(World world, int number, Wrote wrote, List<Step<World>> steps) {
        Taking taking = world.taking();
        Event event = wrote.event();
        Memory memory = taking.of(event.subject());
        int version = event.version();
        Memory after = switch (wrote.written()) {
            case THE_EFFECT ->
                variant == Variant.REMEMBERS_BEFORE_THE_EFFECT
                        ? memory.hasEffect(version)
                        : memory.hasEffect(version).remembers(version);
            case PARKED -> memory.parks(version);
            case NOTHING_NEW -> memory;
        };
        // goOn: goesOn = … && !(take(…) instanceof Replayed.StillWaits)
        boolean stillWaits = wrote.wasParked() && wrote.written() != Written.THE_EFFECT;
        Work next = stillWaits ? new Done() : new Looks(event.subject());
        String what = wrote.written() == Written.THE_EFFECT ? "" : ", parked";
        steps.add(work(
                "consumer " + (number + 1) + " commits " + event + what,
                world.with(taking.with(after).with(number, next))));
    }

    /** {@code Inbox.goOn}: {@code parked.next}. */
    private static void look(World world, int number, Looks looks, List<Step<World>> steps) {
        Taking taking = world.taking();
        Memory memory = taking.of(looks.subject());
        String who = "consumer " + (number + 1);
        Memory tidied = memory.tidied();
        Event next = new Event(looks.subject(), memory.last() + 1);
        if (tidied.parked().contains(next.version())) {
            steps.add(work(
                    who + " finds " + next + " parked",
                    world.with(taking.with(tidied).with(number, new Take(next, true)))));
        } else {
            steps.add(work(
                    who + " finds nothing parked",
                    world.with(taking.with(tidied).with(number, new Done()))));
        }
    }

    private static boolean isLocked(Taking taking, char subject, int except) {
        return others(taking, except).anyMatch(work -> switch (work) {
            case Knows knows -> knows.locks() && knows.event().subject() == subject;
            case Wrote wrote -> wrote.last() > 0 && wrote.event().subject() == subject;
            case Idle _, Take _, Looks _, Done _ -> false;
        });
    }

    /** The unique key of {@code inbox} makes whoever inserts the same wait for the other's end. */
    private static boolean isBeingInserted(Taking taking, char subject, int except) {
        return others(taking, except)
                .anyMatch(work -> work instanceof Wrote wrote
                        && wrote.written() == Written.THE_EFFECT
                        && wrote.last() == 0
                        && wrote.event().subject() == subject);
    }

    /** And so does the unique key of {@code parked}. */
    private static boolean isBeingParked(Taking taking, Event event, int except) {
        return others(taking, except)
                .anyMatch(work -> work instanceof Wrote wrote
                        && wrote.written() == Written.PARKED
                        && wrote.event().equals(event));
    }

    /** {@code delete from parked} waits for whoever has locked that row. */
    private static boolean isLockedWhereParked(Taking taking, Event event, int except) {
        return others(taking, except)
                .anyMatch(work -> work instanceof Wrote wrote
                        && wrote.written() == Written.NOTHING_NEW
                        && wrote.event().equals(event));
    }

    private static Stream<Work> others(Taking taking, int except) {
        return IntStream.range(0, taking.consumers().size())
                .filter(other -> other != except)
                .mapToObj(other -> taking.consumers().get(other).work());
    }

    /** What it has not committed is rolled back. */
    private static void kill(World world, int number, List<Step<World>> steps) {
        Taking taking = world.taking();
        if (world.mayHappen(Fault.CONSUMER_KILLED)
                && !(taking.consumers().get(number).work() instanceof Idle)) {
            steps.add(fault(
                    "consumer " + (number + 1) + " is killed",
                    world.after(Fault.CONSUMER_KILLED)
                            .with(taking.with(number, Consumer.startingAt(taking.offset())))));
        }
    }

    private static void rebalance(World world, List<Step<World>> steps) {
        Taking taking = world.taking();
        if (world.mayHappen(Fault.REBALANCED)) {
            int next = (taking.assigned() + 1) % taking.consumers().size();
            Consumer before = taking.consumers().get(next);
            Consumer after = new Consumer(taking.offset(), taking.offset(), before.inHand(), before.work());
            steps.add(fault(
                    "the partition goes to consumer " + (next + 1),
                    world.after(Fault.REBALANCED).with(taking.assignedTo(next).with(next, after))));
        }
    }

    private static void rewind(World world, List<Step<World>> steps) {
        Taking taking = world.taking();
        Consumer consumer = taking.consumers().get(taking.assigned());
        if (world.mayHappen(Fault.OFFSET_REWOUND) && consumer.position() > 0) {
            Consumer after = new Consumer(0, 0, consumer.inHand(), consumer.work());
            steps.add(fault(
                    "the offset is rewound",
                    world.after(Fault.OFFSET_REWOUND).with(taking.committed(0).with(taking.assigned(), after))));
        }
    }
}
