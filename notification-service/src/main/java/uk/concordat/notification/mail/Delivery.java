package uk.concordat.notification.mail;

/** What came of trying to deliver a mail. */
sealed interface Delivery {

    /** A server has taken it. */
    record Accepted() implements Delivery {}

    /** It will never be taken, and is not tried again. */
    record Refused(String code) implements Delivery {}

    /** It was not taken now, or it is not known whether it was; it is tried again. */
    record NotNow(String code) implements Delivery {}

    /** No server could be spoken to, for this mail or for any. */
    record Unreachable(String code) implements Delivery {}
}
