package uk.concordat.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.concordat.local.Backends;
import uk.concordat.local.Ports;

/**
 * PostgreSQL and Kafka for the tests of one service, started once for all of them, with the councils' topics, the cast and
 * the packs of {@code src/test/resources/packs} already there. Named in a test by {@code @WithTestResource} with the argument {@code service}.
 */
public final class RealBackends implements QuarkusTestResourceLifecycleManager {

    /** The property that tells tests where the keys of their tokens are. */
    static final String DIRECTORY = "concordat.test.directory";

    /** They print their whole configuration for each client; held here, since a log manager forgets loggers nobody holds. */
    private static final List<Logger> TALKATIVE =
            Stream.of("org.apache.kafka", "io.zonky").map(Logger::getLogger).toList();

    private String service = "";
    private @Nullable Path directory;
    private @Nullable Backends backends;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        try {
            Path created = Files.createTempDirectory("concordat-" + service + "-");
            directory = created;
            Backends started = new Backends(created, Ports.free());
            backends = started;
            // Whoever ends the tests by force ends what they have started too.
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            started.start();
            String broker = started.kafka().bootstrapServers();
            List.of("city-of-london", "harlow")
                    .forEach(council -> Cast.of(council).publishTo(broker));
            Map<String, String> settings = new HashMap<>(started.configuration(service));
            // An operator's address has parameters, such as sslmode; this one asks for what is so anyway.
            settings.compute("concordat.database.url", (_, address) -> address + "?sslmode=disable");
            settings.put(DIRECTORY, created.toString());
            copyPacks(Path.of(settings.getOrDefault("concordat.packs.directory", "")));
            // The stack's own issuer speaks for every council but those that another one names.
            settings.put("concordat.identity.issuers.another.issuer", "https://login.camelot.invalid/");
            settings.put(
                    "concordat.identity.issuers.another.key",
                    settings.getOrDefault("concordat.identity.issuers.local.key", ""));
            settings.put("concordat.identity.issuers.another.councils", "camelot");
            settings.put("quarkus.http.test-port", "0");
            settings.put("quarkus.log.console.json.enabled", "false");
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The packs that the tests of the service bring, beside those of the library. */
    private static void copyPacks(Path directory) throws IOException {
        Path packs = Path.of("src/test/resources/packs");
        if (Files.isDirectory(packs)) {
            try (Stream<Path> files = Files.list(packs)) {
                for (Path pack : files.toList()) {
                    Files.copy(pack, directory.resolve(pack.getFileName()));
                }
            }
        }
    }

    @Override
    public void stop() {
        if (backends != null) {
            backends.close();
        }
        if (directory != null) {
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
