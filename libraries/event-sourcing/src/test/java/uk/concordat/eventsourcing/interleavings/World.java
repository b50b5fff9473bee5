package uk.concordat.eventsourcing.interleavings;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is known anywhere at one moment.
 *
 * @param log what the broker has, in the order in which it came
 * @param faults what may still go wrong
 */
record World(Sending sending, List<Event> log, Taking taking, List<Fault> faults) {

    record Event(char subject, int version) {
        @Override
        public String toString() {
            return "" + subject + version;
        }
    }

    World with(Sending changed) {
        return new World(changed, log, taking, faults);
    }

    World with(Taking changed) {
        return new World(sending, log, changed, faults);
    }

    World arrived(Event event) {
        return new World(sending, plus(log, event), taking, faults);
    }

    World after(Fault fault) {
        return new World(sending, log, taking, minus(faults, fault));
    }

    boolean mayHappen(Fault fault) {
        return faults.contains(fault);
    }

    static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** Without the first that equals it. */
    static <T> List<T> minus(List<T> list, T one) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(one);
        return List.copyOf(shorter);
    }

    static <T> List<T> set(List<T> list, int index, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, value);
        return List.copyOf(changed);
    }
}
