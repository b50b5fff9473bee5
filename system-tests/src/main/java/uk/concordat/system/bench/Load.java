package uk.concordat.system.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * Requests that were answered as expected.
 *
 * @param microseconds how long each took, from when it was due to be sent
 */
record Load(long answered, Duration took, Histogram microseconds) {

    double perSecond() {
        return answered * 1e9 / took.toNanos();
    }
}
