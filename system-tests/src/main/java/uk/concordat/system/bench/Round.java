package uk.concordat.system.bench;

/**
 * What was measured between two runs of the raw twin.
 *
 * @param rawBefore transactions a second
 * @param rawAfter the same, once ours was measured
 */
record Round(double rawBefore, double rawAfter, Load receiving, Load acknowledging, Load atHalfLoad) {

    private static final double MOST = 0.30;

    /** By what share of its first figure the raw twin moved while ours was measured. */
    double movement() {
        return Math.abs(rawAfter - rawBefore) / rawBefore;
    }

    /** The machine was not the same before and after: its ratios would say more of the machine than of us. */
    boolean isVoid() {
        return movement() > MOST;
    }

    double raw() {
        return (rawBefore + rawAfter) / 2;
    }

    double receivingRatio() {
        return receiving.perSecond() / raw();
    }

    double acknowledgingRatio() {
        return acknowledging.perSecond() / raw();
    }
}
