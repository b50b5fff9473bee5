package uk.concordat.eventsourcing.interleavings;

import static uk.concordat.eventsourcing.interleavings.Step.fault;
import static uk.concordat.eventsourcing.interleavings.Step.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.interleavings.Sending.Lane;
import uk.concordat.eventsourcing.interleavings.Sending.Relay;
import uk.concordat.eventsourcing.interleavings.Sending.Row;
import uk.concordat.eventsourcing.interleavings.Sending.Stage;
import uk.concordat.eventsourcing.interleavings.Sending.Writer;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** What writers, relays and the way to the broker may do next. */
final class SendingSteps {

    private final Variant variant;

    SendingSteps(Variant variant) {
        this.variant = variant;
    }

    List<Step<World>> of(World world) {
        List<Step<World>> steps = new ArrayList<>();
        for (int writer = 0; writer < world.sending().writers().size(); writer++) {
            write(world, writer, steps);
        }
        for (int relay = 0; relay < world.sending().relays().size(); relay++) {
            relay(world, relay, steps);
            kill(world, relay, steps);
        }
        loseLease(world, steps);
        arriveLate(world, steps);
        return steps;
    }

    /** {@code EventStore.append}: the next version of a stream is written after the last was committed. */
    private static void write(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Writer writer = sending.writers().get(number);
        Event event = new Event(writer.subject(), writer.committed() + 1);
        if (writer.position() > 0) {
            Row row = new Row(writer.position(), event);
            Writer after = new Writer(writer.subject(), writer.toAppend(), event.version(), 0);
            steps.add(work(
                    event + " is committed",
                    world.with(sending.written(number, after, sending.nextPosition(), List.of(row)))));
        } else if (writer.committed() < writer.toAppend()) {
            int position = sending.nextPosition();
            Writer after = new Writer(writer.subject(), writer.toAppend(), writer.committed(), position);
            steps.add(work(
                    event + " is written, position " + position,
                    world.with(sending.written(number, after, position + 1, List.of()))));
        }
    }

    private void relay(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        String who = "relay " + (number + 1);
        if (relay.lanes().isEmpty()) {
            between(world, number, steps);
        } else if (relay.lanes().stream().allMatch(SendingSteps::isOver)) {
            steps.add(work(who + " deletes " + names(relay.acknowledged()), world.with(end(sending, number))));
        } else {
            for (int lane = 0; lane < relay.lanes().size(); lane++) {
                send(world, number, lane, steps);
            }
        }
    }

    /** {@code OutboxRelay.run}, before there is a batch. */
    private void between(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        String who = "relay " + (number + 1);
        for (char key : relay.held()) {
            // HeldKeys: the wait is over.
            Set<Character> held = new HashSet<>(relay.held());
            held.remove(key);
            Relay after = new Relay(relay.reads(), Set.copyOf(held), List.of(), List.of());
            steps.add(work(who + " holds " + key + " no longer", world.with(sending.with(number, after))));
        }
        List<Row> rows = oldest(sending, relay);
        if (relay.reads()) {
            // OutboxRelay.sendSome: outbox.oldest(…, held.keys())
            Relay after = new Relay(false, relay.held(), lanes(rows), List.of());
            steps.add(work(who + " reads " + names(rows), world.with(sending.with(number, after))));
        } else if (!rows.isEmpty() && mayHold(sending, number)) {
            // OutboxRelay.run: lease.hold() ? sendSome()
            Relay after = new Relay(true, relay.held(), List.of(), List.of());
            steps.add(work(
                    who + " has the lease", world.with(leased(sending, number).with(number, after))));
        }
    }

    private boolean mayHold(Sending sending, int number) {
        return variant == Variant.WITHOUT_A_LEASE || sending.leaseOf() == Sending.NOBODY || sending.leaseOf() == number;
    }

    private Sending leased(Sending sending, int number) {
        return variant == Variant.WITHOUT_A_LEASE ? sending : sending.leased(number);
    }

    /** {@code OutboxTable.oldest}: {@code where topic || '/' || key <> all (?) order by position}. */
    private List<Row> oldest(Sending sending, Relay relay) {
        return sending.outbox().stream()
                .filter(row -> !relay.held().contains(row.event().subject()))
                .filter(row -> variant != Variant.READS_BY_CURSOR || row.position() > sending.cursor())
                .toList();
    }

    /** {@code OrderedSender.send}: a thread a key. */
    private static List<Lane> lanes(List<Row> rows) {
        Map<Character, List<Row>> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.computeIfAbsent(row.event().subject(), _ -> new ArrayList<>())
                .add(row));
        return byKey.values().stream()
                .map(ofKey -> new Lane(List.copyOf(ofKey), Stage.TO_CHECK))
                .toList();
    }

    /** {@code OrderedSender.sendInOrder}, a statement a step. */
    private void send(World world, int number, int laneNumber, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        Lane lane = relay.lanes().get(laneNumber);
        String who = "relay " + (number + 1);
        switch (lane.stage()) {
            case TO_CHECK -> {
                // if (!mayGoOn.getAsBoolean()) return
                boolean mayGoOn = variant == Variant.WITHOUT_A_LEASE || sending.leaseOf() == number;
                Relay after = relay.withLane(laneNumber, lane.at(mayGoOn ? Stage.TO_SEND : Stage.OVER));
                String says = mayGoOn ? " may send " : " has no lease for ";
                steps.add(work(who + says + lane.row().event(), world.with(sending.with(number, after))));
            }
            case TO_SEND -> {
                // producer.send(message(row))
                Sending sent = sending.with(number, relay.withLane(laneNumber, lane.at(Stage.SENT)));
                Sending after =
                        variant == Variant.DELETES_BEFORE_ACKNOWLEDGED ? sent.deleted(List.of(lane.row())) : sent;
                steps.add(work(who + " sends " + lane.row().event(), world.with(after)));
            }
            case SENT -> {
                Event event = lane.row().event();
                Relay there = relay.withLane(laneNumber, lane.at(Stage.ARRIVED));
                steps.add(work(event + " arrives", world.arrived(event).with(sending.with(number, there))));
                if (world.mayHappen(Fault.NOT_TAKEN)) {
                    Relay failed = relay.withLane(laneNumber, failed(lane));
                    steps.add(fault(
                            event + " is not taken",
                            world.after(Fault.NOT_TAKEN).with(sending.with(number, failed))));
                }
                if (world.mayHappen(Fault.ACKNOWLEDGEMENT_LOST)) {
                    Relay failed = relay.withLane(laneNumber, failed(lane));
                    steps.add(fault(
                            who + " gives " + event + " up, which is under way",
                            world.after(Fault.ACKNOWLEDGEMENT_LOST)
                                    .with(sending.with(number, failed)
                                            .underWay(World.plus(sending.underWay(), event)))));
                }
            }
            case ARRIVED -> {
                // .get() returns; acknowledged.add(row)
                Event event = lane.row().event();
                Relay taken = relay.acknowledged(lane.row()).withLane(laneNumber, lane.next());
                steps.add(work(who + " knows that " + event + " arrived", world.with(sending.with(number, taken))));
                if (world.mayHappen(Fault.ACKNOWLEDGEMENT_LOST)) {
                    Relay failed = relay.withLane(laneNumber, failed(lane));
                    steps.add(fault(
                            who + " gives " + event + " up, which has arrived",
                            world.after(Fault.ACKNOWLEDGEMENT_LOST).with(sending.with(number, failed))));
                }
            }
            case FAILED, OVER -> {}
        }
    }

    /** {@code catch (ExecutionException …) { failed.add(row.orderKey()); return; }} */
    private Lane failed(Lane lane) {
        return variant == Variant.SENDS_ON_AFTER_A_FAILURE ? lane.next() : lane.at(Stage.FAILED);
    }

    /** {@code OutboxRelay.sendSome}, after {@code sender.send}: {@code outbox.delete(outcome.positions())} and the held keys. */
    private Sending end(Sending sending, int number) {
        Relay relay = sending.relays().get(number);
        Set<Character> held = new HashSet<>(relay.held());
        relay.lanes().stream()
                .filter(lane -> lane.stage() == Stage.FAILED)
                .forEach(lane -> held.add(lane.row().event().subject()));
        Relay after = new Relay(false, Set.copyOf(held), List.of(), List.of());
        Sending deleted = sending.deleted(relay.acknowledged()).with(number, after);
        return variant == Variant.READS_BY_CURSOR
                        && relay.lanes().stream().allMatch(lane -> lane.rows().isEmpty())
                ? deleted.cursorAt(relay.acknowledged().stream()
                        .mapToInt(Row::position)
                        .max()
                        .orElse(sending.cursor()))
                : deleted;
    }

    private static boolean isOver(Lane lane) {
        return lane.stage() == Stage.FAILED || lane.stage() == Stage.OVER;
    }

    /** The process is gone, its lease is not. */
    private static void kill(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        if (world.mayHappen(Fault.RELAY_KILLED) && !relay.equals(Relay.IDLE)) {
            List<Event> sent = relay.lanes().stream()
                    .filter(lane -> lane.stage() == Stage.SENT)
                    .map(lane -> lane.row().event())
                    .toList();
            Sending after = sending.with(number, Relay.IDLE)
                    .leased(sending.leaseOf() == number ? Sending.THE_DEAD : sending.leaseOf())
                    .underWay(Stream.concat(sending.underWay().stream(), sent.stream())
                            .toList());
            steps.add(fault(
                    "relay " + (number + 1) + " is killed",
                    world.after(Fault.RELAY_KILLED).with(after)));
        }
    }

    /** Time passes: a lease that nobody renews runs out, and so does that of a holder who is frozen anywhere above. */
    private static void loseLease(World world, List<Step<World>> steps) {
        int holder = world.sending().leaseOf();
        World after = world.with(world.sending().leased(Sending.NOBODY));
        if (holder == Sending.THE_DEAD) {
            steps.add(work("the lease runs out", after));
        } else if (holder != Sending.NOBODY) {
            Relay relay = world.sending().relays().get(holder);
            boolean isAtWork = relay.reads() || !relay.lanes().isEmpty();
            if (!isAtWork) {
                steps.add(fault("the lease runs out", after));
            } else if (world.mayHappen(Fault.LEASE_RUNS_OUT)) {
                steps.add(fault("the lease runs out", after.after(Fault.LEASE_RUNS_OUT)));
            }
        }
    }

    private static void arriveLate(World world, List<Step<World>> steps) {
        world.sending().underWay().stream()
                .distinct()
                .forEach(event -> steps.add(fault(
                        event + " arrives after all",
                        world.arrived(event)
                                .with(world.sending()
                                        .underWay(World.minus(world.sending().underWay(), event))))));
    }

    private static String names(List<Row> rows) {
        return rows.isEmpty()
                ? "nothing"
                : String.join(
                        ", ", rows.stream().map(row -> row.event().toString()).toList());
    }
}
