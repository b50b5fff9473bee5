package uk.concordat.enquiry.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.concordat.kit.testing.RealBackends;

/** A broker whose name does not resolve until a test says so; a file tells Kafka's clients its address. */
public final class LateBroker implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESSES = "concordat.test.late-broker.addresses";
    private static final String ADDRESS = "concordat.test.late-broker.address";

    private final RealBackends backends = new RealBackends();

    @Override
    public void init(Map<String, String> arguments) {
        backends.init(arguments);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(backends.start());
        try {
            Path addresses = Files.createTempFile("addresses-", ".properties");
            addresses.toFile().deleteOnExit();
            Files.writeString(addresses, "kafka=kafka.invalid:9092");
            settings.put(ADDRESSES, addresses.toString());
            settings.put(ADDRESS, settings.get("kafka.bootstrap.servers"));
            settings.put("kafka.bootstrap.servers", "\\${file:%s:kafka}".formatted(addresses));
            settings.put("kafka.config.providers", "file");
            settings.put(
                    "kafka.config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From now on its name resolves. */
    static void isFound() {
        Path addresses = Path.of(setting(ADDRESSES));
        try {
            Path known = Files.writeString(
                    addresses.resolveSibling(addresses.getFileName() + ".new"), "kafka=" + setting(ADDRESS));
            Files.move(known, addresses, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    @Override
    public void stop() {
        backends.stop();
    }

    /** After the backends that all other tests share: what this says counts. */
    @Override
    public int order() {
        return 1;
    }
}
