package uk.concordat.eventsourcing.interleavings;

import static uk.concordat.eventsourcing.interleavings.Step.fault;
import static uk.concordat.eventsourcing.interleavings.Step.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.interleavings.Sending.Lane;
import uk.concordat.eventsourcing.interleavings.Sending.Relay;
import uk.concordat.eventsourcing.interleavings.Sending.Round;
import uk.concordat.eventsourcing.interleavings.Sending.Row;
import uk.concordat.eventsourcing.interleavings.Sending.Settled;
import uk.concordat.eventsourcing.interleavings.Sending.Stage;
import uk.concordat.eventsourcing.interleavings.Sending.Writer;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** What relays and the way to the broker may do next. */
final class SendingSteps {

    private final Variant variant;

    SendingSteps(Variant variant) {
        this.variant = variant;
    }

    List<Step<World>> of(World world) {
        List<Step<World>> steps = new ArrayList<>();
        for (int writer = 0; writer < world.sending().writers().size(); writer++) {
            WriterSteps.add(world, writer, steps);
        }
        for (int relay = 0; relay < world.sending().relays().size(); relay++) {
            relay(world, relay, steps);
            kill(world, relay, steps);
        }
        loseLease(world, steps);
        arriveLate(world, steps);
        return steps;
    }

    private void relay(World world, int number, List<Step<World>> steps) {
        Relay relay = world.sending().relays().get(number);
        switch (relay.round()) {
            case NONE -> hold(world, number, steps);
            case HOLDS -> read(world, number, steps);
            case HAS_READ -> steps.add(settle(world, number));
        }
        for (int lane = 0; lane < relay.lanes().size(); lane++) {
            send(world, number, lane, steps);
        }
        for (char key : relay.held()) {
            // HeldKeys: the wait is over.
            Set<Character> held = new HashSet<>(relay.held());
            held.remove(key);
            Relay after = new Relay(relay.round(), Set.copyOf(held), relay.lanes(), relay.settled());
            steps.add(work(who(number) + " holds " + key + " no longer", with(world, number, after)));
        }
    }

    /** {@code LeasedThread.round}: {@code if (!lease.hold()) return NEXT_CLAIM}. A round that has nothing to do is left out. */
    private void hold(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        boolean hasToDo =
                !oldest(sending, relay).isEmpty() || relay.lanes().stream().anyMatch(Lane::isOver);
        if (hasToDo && mayHold(sending, number)) {
            steps.add(work(
                    who(number) + " has the lease",
                    world.with(leased(sending, number).with(number, relay.at(Round.HOLDS)))));
        }
    }

    /** {@code OutboxRelay.sendSome}: {@code settled.look()}, then {@code outbox.oldest} and the beginning of {@code sender.send}. */
    private void read(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        Settled settled = relay.settled();
        if (settled.asked().isPresent()) {
            int lowest = sending.outbox().stream()
                    .mapToInt(Row::position)
                    .filter(position -> position >= settled.below())
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            Settled after = settled.beginsAt(lowest);
            steps.add(work(who(number) + " will read from " + after.below(), with(world, number, relay.with(after))));
            return;
        }
        if (settled.looks() > 0) {
            Set<Event> writing = sending.writers().stream()
                    .filter(writer -> writer.position() != Writer.NONE)
                    .filter(_ -> variant != Variant.SETTLES_WITHOUT_ASKING)
                    .map(Writer::next)
                    .collect(Collectors.toSet());
            steps.add(fault(
                    who(number) + " asks who writes", with(world, number, relay.with(settled.hasAsked(writing)))));
        }
        List<Row> rows = oldest(sending, relay);
        List<Lane> lanes =
                Stream.concat(relay.lanes().stream(), lanes(rows).stream()).toList();
        steps.add(work(
                who(number) + " reads " + names(rows),
                with(world, number, new Relay(Round.HAS_READ, relay.held(), lanes, settled.saw(rows)))));
    }

    /** {@code OutboxRelay.settle}, for the keys that are finished: {@code outbox.delete}, {@code letGo}, {@code free} and {@code hold}. */
    private Step<World> settle(World world, int number) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        Set<Character> held = new HashSet<>(relay.held());
        List<Row> acknowledged = new ArrayList<>();
        List<Lane> inHand = new ArrayList<>();
        for (Lane lane : relay.lanes()) {
            if (lane.isOver()) {
                acknowledged.addAll(lane.acknowledged());
                if (lane.stage() == Stage.FAILED) {
                    held.add(lane.key());
                }
            } else {
                inHand.add(lane);
            }
        }
        Relay after = new Relay(Round.NONE, Set.copyOf(held), List.copyOf(inHand), relay.settled());
        Sending deleted = sending.deleted(acknowledged).with(number, after);
        int cursor = acknowledged.stream().mapToInt(Row::position).reduce(sending.cursor(), Math::max);
        return work(
                who(number) + " deletes " + names(acknowledged),
                world.with(variant == Variant.READS_BY_CURSOR ? deleted.cursorAt(cursor) : deleted));
    }

    private static String who(int relay) {
        return "relay " + (relay + 1);
    }

    private static World with(World world, int relay, Relay changed) {
        return world.with(world.sending().with(relay, changed));
    }

    private boolean mayHold(Sending sending, int number) {
        return variant == Variant.WITHOUT_A_LEASE || sending.leaseOf() == Sending.NOBODY || sending.leaseOf() == number;
    }

    private Sending leased(Sending sending, int number) {
        return variant == Variant.WITHOUT_A_LEASE ? sending : sending.leased(number);
    }

    /** {@code OutboxTable.oldest}: {@code where position >= ? and topic || '/' || key <> all (?) order by position}. */
    private List<Row> oldest(Sending sending, Relay relay) {
        return sending.outbox().stream()
                .filter(row -> row.position() >= relay.settled().below())
                .filter(row -> !relay.held().contains(row.event().subject()))
                .filter(row -> !relay.hasInHand(row.event().subject()))
                .filter(row -> variant != Variant.READS_BY_CURSOR || row.position() > sending.cursor())
                .toList();
    }

    /** {@code OrderedSender.send}: a thread a key. */
    private static List<Lane> lanes(List<Row> rows) {
        Map<Character, List<Row>> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.computeIfAbsent(row.event().subject(), _ -> new ArrayList<>())
                .add(row));
        return byKey.entrySet().stream()
                .map(key -> Lane.of(key.getKey(), key.getValue()))
                .toList();
    }

    /** {@code OrderedSender.sendInOrder}, a statement a step. */
    private void send(World world, int number, int laneNumber, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        Lane lane = relay.lanes().get(laneNumber);
        String who = who(number);
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
                Relay taken = relay.withLane(laneNumber, lane.next(World.plus(lane.acknowledged(), lane.row())));
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

    /** {@code catch (ExecutionException refused) … return new Sent(key, acknowledged, true)} */
    private Lane failed(Lane lane) {
        return variant == Variant.SENDS_ON_AFTER_A_FAILURE ? lane.next(lane.acknowledged()) : lane.at(Stage.FAILED);
    }

    /** The process is gone, its lease is not. */
    private static void kill(World world, int number, List<Step<World>> steps) {
        Sending sending = world.sending();
        Relay relay = sending.relays().get(number);
        if (world.mayHappen(Fault.RELAY_KILLED) && !relay.isIdle()) {
            List<Event> sent = relay.lanes().stream()
                    .filter(lane -> lane.stage() == Stage.SENT)
                    .map(lane -> lane.row().event())
                    .toList();
            Sending after = sending.with(
                            number, Relay.startingWith(relay.settled().looks()))
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
            boolean isAtWork = relay.round() != Round.NONE || !relay.lanes().isEmpty();
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
