package uk.concordat.enquiry.domain;

/**
 * What a person is to an enquiry today.
 *
 * @param asks whether it is the member's own, or they logged it for the member
 * @param handles whether they hold the responsible post or are the officer it is with, or stand above in the line
 */
public record Part(boolean asks, boolean handles) {

    /** Whether they may know of the enquiry at all. */
    public boolean maySee() {
        return asks || handles;
    }
}
