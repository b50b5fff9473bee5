package uk.concordat.eventsourcing.relay;

import java.time.Duration;

/**
 * What the relay does how often; tests are in more of a hurry.
 *
 * @param lease how long a relay that has died keeps the next from work
 * @param settling how often it finds out where reading may begin
 * @param checking how often it reads from the very beginning all the same
 * @param noAnswer how long the broker may answer nothing before its client is made anew
 */
record Pace(Duration lease, Duration settling, Duration checking, Duration noAnswer) {

    static final Pace USUAL =
            new Pace(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
}
