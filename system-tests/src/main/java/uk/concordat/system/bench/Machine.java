package uk.concordat.system.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What figures are taken on; without it they say nothing. */
final class Machine {

    private final Path directory;
    private final double loadBefore = load();

    /** Looks at the load at once, before the benchmark adds its own. */
    Machine(Path directory) {
        this.directory = directory;
    }

    List<String> facts(Server server) {
        return List.of(
                "cores: %d; load average before the start: %s"
                        .formatted(cores(), String.format(Locale.ROOT, "%.2f", loadBefore)),
                "memory: %d GiB; file system of the data: %s".formatted(memoryGibibytes(), fileSystem()),
                "JVM: %s; services run with %s".formatted(Runtime.version(), serviceFlags()),
                "PostgreSQL %s: fsync %s, synchronous_commit %s, full_page_writes %s, wal_sync_method %s, shared_buffers %s"
                        .formatted(
                                setting(server, "server_version"),
                                setting(server, "fsync"),
                                setting(server, "synchronous_commit"),
                                setting(server, "full_page_writes"),
                                setting(server, "wal_sync_method"),
                                setting(server, "shared_buffers")));
    }

    /** Whether something else was at work, so that the figures are those of a part of the machine. */
    boolean isBusy() {
        return loadBefore > cores() / 4.0;
    }

    /** What share of the cores others take, seen for two seconds while the stack is at rest. */
    static double othersShare() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        // Each call tells of the time since the last.
        system.getCpuLoad();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return system.getCpuLoad();
    }

    /** @throws BenchFailure if the server would lose what it has said it keeps: its figures would compare with nothing */
    static void requireDurable(Server server) {
        for (String name : List.of("fsync", "synchronous_commit")) {
            if (!setting(server, name).equals("on")) {
                throw new BenchFailure("PostgreSQL runs with %s %s".formatted(name, setting(server, name)));
            }
        }
    }

    private static String setting(Server server, String name) {
        return server.ask("postgres", "show " + name);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static long memoryGibibytes() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getTotalMemorySize()
                >> 30;
    }

    private String fileSystem() {
        try {
            return Files.getFileStore(directory).type();
        } catch (IOException unreadable) {
            throw new BenchFailure("The file system of " + directory + " is not known", unreadable);
        }
    }

    /** The flags of the service that is measured, as its process was started. */
    private String serviceFlags() {
        String flags =
                String.join(" ", ServiceCpu.of("enquiry-service", directory).flags());
        String others = System.getenv().getOrDefault("_JAVA_OPTIONS", "");
        return others.isEmpty() ? flags : flags + " and _JAVA_OPTIONS=" + others;
    }
}
