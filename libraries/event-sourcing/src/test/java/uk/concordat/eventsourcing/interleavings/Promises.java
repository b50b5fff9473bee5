package uk.concordat.eventsourcing.interleavings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.interleavings.Sending.Row;
import uk.concordat.eventsourcing.interleavings.Sending.Writer;
import uk.concordat.eventsourcing.interleavings.Taking.Idle;
import uk.concordat.eventsourcing.interleavings.Taking.Memory;
import uk.concordat.eventsourcing.interleavings.World.Event;

/** What must be so in every state, and what must be so at rest. */
final class Promises {

    private final boolean isSentByRelay;

    /** @param isSentByRelay false where the log is given, in whatever order */
    Promises(boolean isSentByRelay) {
        this.isSentByRelay = isSentByRelay;
    }

    Optional<String> broken(World world, boolean atRest) {
        return Stream.of(
                        isSentByRelay ? outOfOrder(world) : Optional.<String>empty(),
                        deletedUnsent(world),
                        effectsAmiss(world),
                        passedOver(world),
                        atRest ? stuck(world) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** After removing doubles, each subject's sequence is 1..n in order. */
    private static Optional<String> outOfOrder(World world) {
        return world.sending().writers().stream()
                .map(Writer::subject)
                .filter(subject -> !isInOrder(versions(world.log(), subject)))
                .map(subject -> "the topic has " + world.log() + " of which " + subject + " is out of order")
                .findFirst();
    }

    private static Optional<String> deletedUnsent(World world) {
        Set<Event> waiting = world.sending().outbox().stream().map(Row::event).collect(Collectors.toSet());
        return world.sending().writers().stream()
                .flatMap(writer -> IntStream.rangeClosed(1, writer.committed())
                        .mapToObj(version -> new Event(writer.subject(), version)))
                .filter(event -> !waiting.contains(event) && !world.log().contains(event))
                .map(event -> event + " is neither in the outbox nor on the topic")
                .findFirst();
    }

    /** Of each event no more than one effect, and in order. */
    private static Optional<String> effectsAmiss(World world) {
        return world.taking().memories().stream()
                .filter(memory -> !isInOrder(memory.effects()))
                .map(memory -> "the effects of " + memory.subject() + " were " + memory.effects())
                .findFirst();
    }

    /** What lies before the committed offset is never delivered again: it has its effect, or is parked. */
    private static Optional<String> passedOver(World world) {
        Taking taking = world.taking();
        return world.log().stream()
                .limit(taking.offset())
                .filter(event -> {
                    Memory memory = taking.of(event.subject());
                    return !memory.effects().contains(event.version())
                            && !memory.parked().contains(event.version());
                })
                .map(event -> event + " has neither had its effect nor is it parked, and will not come again")
                .findFirst();
    }

    private static Optional<String> stuck(World world) {
        Sending sending = world.sending();
        Taking taking = world.taking();
        if (!sending.outbox().isEmpty()) {
            return Optional.of("the outbox rests with "
                    + sending.outbox().stream().map(Row::event).toList());
        }
        if (sending.relays().stream().anyMatch(relay -> relay.isSending())
                || taking.consumers().stream().anyMatch(consumer -> !(consumer.work() instanceof Idle))) {
            return Optional.of("somebody waits for ever");
        }
        Set<Event> sent = Set.copyOf(world.log());
        return taking.memories().stream()
                .filter(memory -> !memory.parked().isEmpty()
                        || memory.effects().size()
                                < sent.stream()
                                        .filter(event -> event.subject() == memory.subject())
                                        .count())
                .map(memory -> "%s rests with the effects %s and %s parked"
                        .formatted(memory.subject(), memory.effects(), memory.parked()))
                .findFirst();
    }

    private static boolean isInOrder(List<Integer> versions) {
        return versions.equals(upTo(versions.size()));
    }

    private static List<Integer> versions(List<Event> log, char subject) {
        return log.stream()
                .filter(event -> event.subject() == subject)
                .map(Event::version)
                .distinct()
                .toList();
    }

    private static List<Integer> upTo(int version) {
        return IntStream.rangeClosed(1, version).boxed().toList();
    }
}
