package uk.concordat.eventsourcing.interleavings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.interleavings.World.Event;

/**
 * The taking side.
 *
 * @param assigned the consumer that has the partition
 * @param offset the one that is committed
 */
record Taking(List<Memory> memories, List<Consumer> consumers, int assigned, int offset) {

    /**
     * What is committed of a subject.
     *
     * @param last as in the table {@code inbox}, 0 while it has no row there
     * @param effects the versions whose effect is there, in the order in which they took place
     * @param parked the versions in the table {@code parked}
     */
    record Memory(char subject, int last, List<Integer> effects, List<Integer> parked) {

        Memory remembers(int version) {
            return new Memory(subject, version, effects, World.minus(parked, version));
        }

        Memory hasEffect(int version) {
            return new Memory(subject, last, World.plus(effects, version), parked);
        }

        Memory parks(int version) {
            return parked.contains(version)
                    ? this
                    : new Memory(subject, last, effects, sorted(World.plus(parked, version)));
        }

        /** {@code delete from parked … p.sequence <= i.sequence} */
        Memory tidied() {
            return new Memory(
                    subject,
                    last,
                    effects,
                    parked.stream().filter(version -> version > last).toList());
        }

        private static List<Integer> sorted(List<Integer> versions) {
            List<Integer> sorted = new ArrayList<>(versions);
            sorted.sort(null);
            return List.copyOf(sorted);
        }
    }

    /**
     * @param position the offset that it looks at next
     * @param polled the offset up to which it has got records; it may work them off though the partition is another's
     * @param inHand the offset of what it works on
     */
    record Consumer(int position, int polled, int inHand, Work work) {

        static Consumer startingAt(int offset) {
            return new Consumer(offset, offset, offset, new Idle());
        }

        Consumer at(Work next) {
            return new Consumer(position, polled, inHand, next);
        }
    }

    /** Where {@code Inbox.receive} stands. */
    sealed interface Work {}

    record Idle() implements Work {}

    /** Before a transaction of {@code take}. */
    record Take(Event event, boolean wasParked) implements Work {}

    /** After {@code taken.last}. */
    record Knows(Event event, boolean wasParked, int last) implements Work {
        /** {@code for update} finds a row to lock from the second version on. */
        boolean locks() {
            return last > 0;
        }
    }

    /** After {@code effect.apply} and {@code taken.remember}, or after {@code parked.park}; not committed. */
    record Wrote(Event event, boolean wasParked, int last, Written written) implements Work {}

    enum Written {
        THE_EFFECT,
        PARKED,
        /** It was parked before: {@code on conflict … do update} changes nothing and locks that row. */
        NOTHING_NEW
    }

    /** In {@code goOn}, before a transaction that asks for {@code parked.next}. */
    record Looks(char subject) implements Work {}

    /** {@code receive} has returned. */
    record Done() implements Work {}

    static Taking of(List<Character> subjects, int consumers) {
        return new Taking(
                subjects.stream()
                        .map(subject -> new Memory(subject, 0, List.of(), List.of()))
                        .toList(),
                Stream.generate(() -> Consumer.startingAt(0)).limit(consumers).toList(),
                0,
                0);
    }

    Memory of(char subject) {
        return memories.stream()
                .filter(memory -> memory.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    Taking with(Memory changed) {
        return new Taking(
                memories.stream()
                        .map(memory -> memory.subject() == changed.subject() ? changed : memory)
                        .toList(),
                consumers,
                assigned,
                offset);
    }

    Taking with(int consumer, Consumer changed) {
        return new Taking(memories, World.set(consumers, consumer, changed), assigned, offset);
    }

    Taking with(int consumer, Work next) {
        return with(consumer, consumers.get(consumer).at(next));
    }

    Taking assignedTo(int consumer) {
        return new Taking(memories, consumers, consumer, offset);
    }

    Taking committed(int next) {
        return new Taking(memories, consumers, assigned, next);
    }
}
