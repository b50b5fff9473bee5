package uk.concordat.local;

import java.util.List;

/**
 * How a move of the clock went.
 *
 * @param notAtRest what did not come to rest on the way, so that the rest of the way was gone at once; empty if all did
 */
public record WalkReport(List<String> notAtRest) {

    public WalkReport {
        notAtRest = List.copyOf(notAtRest);
    }
}
