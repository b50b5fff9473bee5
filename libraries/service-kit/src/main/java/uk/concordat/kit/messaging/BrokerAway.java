package uk.concordat.kit.messaging;

import java.util.Objects;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;

/** Kafka could not be asked now. Commands go on without it; whoever needs it asks again. */
public final class BrokerAway extends Exception {

    private static final long serialVersionUID = 1L;

    BrokerAway(Throwable cause) {
        super("Kafka cannot be reached: " + Objects.requireNonNullElse(cause.getMessage(), cause.toString()), cause);
    }

    /**
     * What a failure means: that Kafka is away, if it passes by itself.
     *
     * @throws BrokerRefusal if it does not, such as what is not allowed, or a setting that no broker can meet
     */
    static BrokerAway orRefusal(Exception failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        return switch (cause) {
            case RetriableException passing -> new BrokerAway(passing);
            case ConfigException address when isAddress(address) -> new BrokerAway(address);
            default -> throw new BrokerRefusal(cause);
        };
    }

    /** While no broker's name resolves, the client calls its setting wrong. */
    private static boolean isAddress(ConfigException wrong) {
        return String.valueOf(wrong.getMessage()).contains(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }
}
