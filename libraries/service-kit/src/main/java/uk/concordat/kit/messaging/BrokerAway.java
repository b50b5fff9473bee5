package uk.concordat.kit.messaging;

/** Kafka could not be asked now. Commands go on without it; whoever needs it asks again. */
public final class BrokerAway extends Exception {

    private static final long serialVersionUID = 1L;

    BrokerAway(Throwable cause) {
        super("Kafka cannot be reached: " + cause.getMessage(), cause);
    }
}
