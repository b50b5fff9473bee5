package uk.concordat.eventsourcing.interleavings;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.interleavings.World.Event;

/**
 * The sending side.
 *
 * @param outbox the committed rows, in the order of their position
 * @param cursor used only by {@link Variant#READS_BY_CURSOR}
 * @param leaseOf the number of the relay that has the lease, or one of the constants
 * @param underWay what a relay has given up, and may arrive all the same
 */
record Sending(
        List<Writer> writers,
        int nextPosition,
        List<Row> outbox,
        int cursor,
        int leaseOf,
        List<Relay> relays,
        List<Event> underWay) {

    static final int NOBODY = -1;

    /** Whoever had it was killed. */
    static final int THE_DEAD = -2;

    /**
     * Appends a stream's versions one after another.
     *
     * @param position that of the row it has written and not committed, 0 for none
     */
    record Writer(char subject, int toAppend, int committed, int position) {}

    record Row(int position, Event event) {}

    /**
     * @param reads whether {@code lease.hold()} has just said yes
     * @param lanes the batch that it sends, a lane a key; none between two batches
     */
    record Relay(boolean reads, Set<Character> held, List<Lane> lanes, List<Row> acknowledged) {

        static final Relay IDLE = new Relay(false, Set.of(), List.of(), List.of());

        Relay withLane(int lane, Lane changed) {
            return new Relay(reads, held, World.set(lanes, lane, changed), acknowledged);
        }

        Relay acknowledged(Row row) {
            return new Relay(reads, held, lanes, World.plus(acknowledged, row));
        }
    }

    /** @param rows of one key, the first of them in hand */
    record Lane(List<Row> rows, Stage stage) {

        Row row() {
            return rows.getFirst();
        }

        Lane at(Stage next) {
            return new Lane(rows, next);
        }

        Lane next() {
            List<Row> left = rows.subList(1, rows.size());
            return new Lane(List.copyOf(left), left.isEmpty() ? Stage.OVER : Stage.TO_CHECK);
        }
    }

    /** Where {@code OrderedSender.sendInOrder} stands with a row. */
    enum Stage {
        /** Before {@code mayGoOn}. */
        TO_CHECK,
        /** Before {@code producer.send}. */
        TO_SEND,
        /** In {@code get()}; the broker has it not. */
        SENT,
        /** In {@code get()}; the broker has it. */
        ARRIVED,
        FAILED,
        OVER
    }

    static Sending of(List<Writer> writers, int relays) {
        return new Sending(
                writers,
                1,
                List.of(),
                0,
                NOBODY,
                Stream.generate(() -> Relay.IDLE).limit(relays).toList(),
                List.of());
    }

    Sending written(int writer, Writer changed, int next, List<Row> committed) {
        return new Sending(
                World.set(writers, writer, changed),
                next,
                Stream.concat(outbox.stream(), committed.stream())
                        .sorted(Comparator.comparingInt(Row::position))
                        .toList(),
                cursor,
                leaseOf,
                relays,
                underWay);
    }

    Sending with(int relay, Relay changed) {
        return new Sending(writers, nextPosition, outbox, cursor, leaseOf, World.set(relays, relay, changed), underWay);
    }

    Sending leased(int holder) {
        return new Sending(writers, nextPosition, outbox, cursor, holder, relays, underWay);
    }

    Sending deleted(List<Row> rows) {
        List<Row> left = outbox.stream().filter(row -> !rows.contains(row)).toList();
        return new Sending(writers, nextPosition, left, cursor, leaseOf, relays, underWay);
    }

    Sending cursorAt(int position) {
        return new Sending(writers, nextPosition, outbox, position, leaseOf, relays, underWay);
    }

    Sending underWay(List<Event> events) {
        return new Sending(writers, nextPosition, outbox, cursor, leaseOf, relays, List.copyOf(events));
    }
}
