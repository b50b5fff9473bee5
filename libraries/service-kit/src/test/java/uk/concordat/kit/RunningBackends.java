package uk.concordat.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import uk.concordat.local.Backends;
import uk.concordat.local.Ports;

/** PostgreSQL and Kafka, started once for all tests of this module. */
public final class RunningBackends {

    /** They print their whole configuration for each client; held here, since a log manager forgets loggers nobody holds. */
    private static final List<Logger> TALKATIVE =
            Stream.of("org.apache.kafka", "io.zonky").map(Logger::getLogger).toList();

    private static final Backends RUNNING = start();

    private RunningBackends() {}

    public static Backends get() {
        return RUNNING;
    }

    private static Backends start() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
        try {
            Path directory = Files.createTempDirectory("service-kit-");
            Backends backends = new Backends(directory, Ports.free());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                backends.close();
                delete(directory);
            }));
            return backends.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
