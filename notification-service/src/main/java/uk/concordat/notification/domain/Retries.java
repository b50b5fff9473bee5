package uk.concordat.notification.domain;

import java.time.Duration;

/**
 * How long to wait before a mail is tried again: twice as long after each try.
 *
 * @param first after the first try
 * @param longest however often it has been tried
 */
public record Retries(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** @param attempts how often it has been tried; at least 1 */
    public Duration after(int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
