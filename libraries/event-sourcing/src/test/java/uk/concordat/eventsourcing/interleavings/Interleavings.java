package uk.concordat.eventsourcing.interleavings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.interleavings.Explorer.Exploration;
import uk.concordat.eventsourcing.interleavings.Sending.Writer;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** Where the walks begin: how many subjects and versions there are, and what may go wrong. */
final class Interleavings implements Explorer.Model<World> {

    private static final int RELAYS = 2;
    private static final int CONSUMERS = 2;
    private static final List<Character> SUBJECTS = List.of('a', 'b');

    private final SendingSteps sending;
    private final TakingSteps taking;
    private final Promises promises;

    private Interleavings(Variant variant, boolean isSentByRelay) {
        this.sending = new SendingSteps(variant);
        this.taking = new TakingSteps(variant);
        this.promises = new Promises(isSentByRelay);
    }

    /** Two writers and two relays; nobody takes anything in. */
    static Exploration ofSending(Variant variant, int versionsOfA, int versionsOfB, Fault... faults) {
        return ofSending(variant, versionsOfA, versionsOfB, 0, faults);
    }

    /** @param looks how often each relay may look up to where all positions have settled */
    static Exploration ofSending(Variant variant, int versionsOfA, int versionsOfB, int looks, Fault... faults) {
        World beginning = new World(
                Sending.of(writers(versionsOfA, versionsOfB), RELAYS, looks),
                List.of(),
                Taking.of(List.of(), CONSUMERS),
                List.of(faults));
        return Explorer.explore(new Interleavings(variant, true), Set.of(beginning));
    }

    /** Two consumers of a topic that has these events, in whatever order. */
    static Exploration ofTaking(Variant variant, List<Event> events, Fault... faults) {
        Set<World> beginnings = new LinkedHashSet<>();
        for (List<Event> log : ordersOf(events)) {
            beginnings.add(
                    new World(Sending.of(List.of(), 0, 0), log, Taking.of(SUBJECTS, CONSUMERS), List.of(faults)));
        }
        return Explorer.explore(new Interleavings(variant, false), beginnings);
    }

    /** From the writers to the effects. */
    static Exploration ofBoth(Variant variant, int versionsOfA, int versionsOfB, Fault... faults) {
        World beginning = new World(
                Sending.of(writers(versionsOfA, versionsOfB), RELAYS, 0),
                List.of(),
                Taking.of(SUBJECTS, CONSUMERS),
                List.of(faults));
        return Explorer.explore(new Interleavings(variant, true), Set.of(beginning));
    }

    private static List<Writer> writers(int versionsOfA, int versionsOfB) {
        return List.of(new Writer('a', versionsOfA, 0, 0), new Writer('b', versionsOfB, 0, 0));
    }

    private static List<List<Event>> ordersOf(List<Event> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Event>> orders = new ArrayList<>();
        for (Event last : events) {
            ordersOf(World.minus(events, last)).forEach(order -> orders.add(World.plus(order, last)));
        }
        return orders;
    }

    @Override
    public List<Step<World>> steps(World world) {
        Stream<Step<World>> takes = world.taking().memories().isEmpty() ? Stream.of() : taking.of(world).stream();
        return Stream.concat(sending.of(world).stream(), takes).toList();
    }

    @Override
    public Optional<String> wrong(World world, boolean atRest) {
        return promises.broken(world, atRest);
    }
}
