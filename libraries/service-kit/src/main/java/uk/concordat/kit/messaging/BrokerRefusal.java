package uk.concordat.kit.messaging;

/** Kafka was asked and said no, or cannot be asked as configured; asking again is no use until an operator has seen to it. */
public final class BrokerRefusal extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BrokerRefusal(Throwable cause) {
        super("Kafka refuses: %s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage()), cause);
    }
}
