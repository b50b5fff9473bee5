package uk.concordat.eventsourcing.interleavings;

/**
 * Something that may happen next.
 *
 * @param isFault whether it may as well never happen: a world in which nothing but faults can happen is at rest
 */
record Step<W>(String says, boolean isFault, W leadsTo) {

    static <W> Step<W> work(String says, W leadsTo) {
        return new Step<>(says, false, leadsTo);
    }

    static <W> Step<W> fault(String says, W leadsTo) {
        return new Step<>(says, true, leadsTo);
    }
}
