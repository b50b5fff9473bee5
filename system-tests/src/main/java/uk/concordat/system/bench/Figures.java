package uk.concordat.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Arithmetic over a few figures. */
final class Figures {

    private static final int FEW = 3;

    private Figures() {}

    /** The middle one, or the mean of the two in the middle. */
    static double median(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("Nothing has no median");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** How long something takes that is done so many times, one after the other; a few times if it takes long. */
    static double medianMilliseconds(int times, Runnable act) {
        List<Double> milliseconds = new ArrayList<>();
        long enough = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (int i = 0; i < times && (i < FEW || System.nanoTime() < enough); i++) {
            long begin = System.nanoTime();
            act.run();
            milliseconds.add((System.nanoTime() - begin) / 1e6);
        }
        return median(milliseconds);
    }
}
