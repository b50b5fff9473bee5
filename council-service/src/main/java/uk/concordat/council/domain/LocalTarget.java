package uk.concordat.council.domain;

/**
 * The council's own target for something to which its protocol gives no limit.
 *
 * @param direction {@code member-to-officer} or {@code officer-to-member}
 * @param kind of the deadline, such as {@code full-response}
 * @param workingDays from receipt
 */
public record LocalTarget(String direction, String kind, int workingDays) {

    boolean isOf(String otherDirection, String otherKind) {
        return direction.equals(otherDirection) && kind.equals(otherKind);
    }
}
