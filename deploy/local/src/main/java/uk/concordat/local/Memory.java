package uk.concordat.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory that processes hold, as Linux tells it: resident pages, one that several share counted once among them. */
final class Memory {

    private Memory() {}

    /** In MiB; empty where the system does not tell. */
    static OptionalLong of(Collection<ProcessHandle> processes) {
        long kibibytes = processes.stream()
                .map(ProcessHandle::pid)
                .map(pid -> proportional(pid).or(() -> resident(pid)).orElse(0L))
                .mapToLong(Long::longValue)
                .sum();
        return kibibytes == 0 ? OptionalLong.empty() : OptionalLong.of(kibibytes / 1024);
    }

    private static Optional<Long> proportional(long pid) {
        return kibibytes(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
    }

    private static Optional<Long> resident(long pid) {
        return kibibytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
    }

    private static Optional<Long> kibibytes(Path file, String entry) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(entry))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")));
        } catch (IOException | java.io.UncheckedIOException notTold) {
            return Optional.empty();
        }
    }
}
