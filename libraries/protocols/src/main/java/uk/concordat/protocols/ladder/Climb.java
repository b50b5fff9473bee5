package uk.concordat.protocols.ladder;

import java.util.List;

/**
 * One rung of the ladder as it was climbed.
 *
 * @param told who is told now, nobody a second time of the same breach
 * @param passedOver the posts below them at which it did not stop
 * @param climbs whether there is somebody further up who has not been told
 */
public record Climb(List<Told> told, List<PassedOver> passedOver, boolean climbs) {

    public Climb {
        told = List.copyOf(told);
        passedOver = List.copyOf(passedOver);
    }
}
