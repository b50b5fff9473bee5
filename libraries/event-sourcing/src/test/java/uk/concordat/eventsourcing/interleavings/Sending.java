package uk.concordat.eventsourcing.interleavings;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
     * @param position that of the row it has written and not committed, or one of the constants
     */
    record Writer(char subject, int toAppend, int committed, int position) {

        static final int NONE = 0;

        /** It has locked the outbox, as whoever inserts does first. */
        static final int LOCKED = -1;

        Event next() {
            return new Event(subject, committed + 1);
        }

        Writer at(int changed) {
            return new Writer(subject, toAppend, committed, changed);
        }
    }

    record Row(int position, Event event) {}

    /** Where a round of {@code LeasedThread} and {@code OutboxRelay.sendSome} stands. */
    enum Round {
        /** Before {@code lease.hold()}. */
        NONE,
        /** Before {@code outbox.oldest}. */
        HOLDS,
        /** Before {@code settle(sender.finished())}; the keys in hand are being sent meanwhile. */
        HAS_READ
    }

    /** @param lanes the keys in hand, in this round or since an earlier one */
    record Relay(Round round, Set<Character> held, List<Lane> lanes, Settled settled) {

        static Relay startingWith(int looks) {
            return new Relay(Round.NONE, Set.of(), List.of(), Settled.startingWith(looks));
        }

        boolean isIdle() {
            return round == Round.NONE && held.isEmpty() && lanes.isEmpty();
        }

        /** Whoever has lost its lease may rest with finished keys in hand: it settles them when it has a lease again. */
        boolean isSending() {
            return round != Round.NONE || !lanes.stream().allMatch(Lane::isOver);
        }

        boolean hasInHand(char key) {
            return lanes.stream().anyMatch(lane -> lane.key() == key);
        }

        Relay at(Round next) {
            return new Relay(next, held, lanes, settled);
        }

        Relay with(Settled changed) {
            return new Relay(round, held, lanes, changed);
        }

        Relay withLane(int lane, Lane changed) {
            return new Relay(round, held, World.set(lanes, lane, changed), settled);
        }
    }

    /**
     * {@code SettledPositions}.
     *
     * @param looks how often it may still look
     * @param seen the position up to which these writers may still add rows, and no others
     * @param asked who wrote when it has just asked; it has still to ask for the lowest position
     */
    record Settled(int looks, int below, int highest, int seen, Set<Event> writers, Optional<Set<Event>> asked) {

        static Settled startingWith(int looks) {
            return new Settled(looks, 0, 0, 0, Set.of(), Optional.empty());
        }

        /** {@code saw(rows)} */
        Settled saw(List<Row> rows) {
            return rows.isEmpty() || looks == 0
                    ? this
                    : new Settled(looks, below, Math.max(highest, rows.getLast().position()), seen, writers, asked);
        }

        /** {@code Set<String> writers = outbox.writers()} */
        Settled hasAsked(Set<Event> present) {
            Optional<Set<Event>> news =
                    Collections.disjoint(writers, present) ? Optional.of(Set.copyOf(present)) : Optional.empty();
            return new Settled(looks - 1, below, highest, seen, writers, news);
        }

        /** {@code below = Math.min(seen.position() + 1, outbox.lowestFrom(below))} */
        Settled beginsAt(int lowest) {
            return new Settled(
                    looks, Math.min(seen + 1, lowest), highest, highest, asked.orElseThrow(), Optional.empty());
        }
    }

    /**
     * A key in hand.
     *
     * @param rows what is left to send, the first of them now
     */
    record Lane(char key, List<Row> rows, List<Row> acknowledged, Stage stage) {

        static Lane of(char key, List<Row> rows) {
            return new Lane(key, List.copyOf(rows), List.of(), Stage.TO_CHECK);
        }

        boolean isOver() {
            return stage == Stage.FAILED || stage == Stage.OVER;
        }

        Row row() {
            return rows.getFirst();
        }

        Lane at(Stage next) {
            return new Lane(key, rows, acknowledged, next);
        }

        Lane next(List<Row> known) {
            List<Row> left = List.copyOf(rows.subList(1, rows.size()));
            return new Lane(key, left, known, left.isEmpty() ? Stage.OVER : Stage.TO_CHECK);
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

    /** @param looks how often each relay may look what has settled */
    static Sending of(List<Writer> writers, int relays, int looks) {
        return new Sending(
                writers,
                1,
                List.of(),
                0,
                NOBODY,
                Stream.generate(() -> Relay.startingWith(looks)).limit(relays).toList(),
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
