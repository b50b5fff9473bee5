package uk.concordat.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a local stack is started with.
 *
 * @param directory where its data, logs and keys are, kept between runs
 * @param repository the clone whose built services it runs
 * @param clock the business time to go to, in London; a stack without data may start anywhere, one with data goes
 *     forward only
 * @param ports where its parts listen
 * @param councils directories of CSV files, one for each council, loaded at every start
 */
public record StackSettings(
        Path directory, Path repository, Optional<LocalDateTime> clock, Ports ports, List<Path> councils) {

    public StackSettings {
        councils = List.copyOf(councils);
    }

    /** The stack of {@code ./concordat up}. */
    public static StackSettings defaults(Path repository) {
        return new StackSettings(
                repository.resolve(".concordat"), repository, Optional.empty(), Ports.standard(), cast(repository));
    }

    /** A stack of a test's own, on free ports. */
    public static StackSettings inDirectory(Path directory, Path repository) {
        return new StackSettings(directory, repository, Optional.empty(), Ports.free(), cast(repository));
    }

    public StackSettings withClock(LocalDateTime time) {
        return new StackSettings(directory, repository, Optional.of(time), ports, councils);
    }

    /** With some of the clone's councils only, such as {@code harlow}. */
    public StackSettings withCouncils(List<String> keys) {
        Path all = councils(repository);
        return new StackSettings(
                directory,
                repository,
                clock,
                ports,
                keys.stream().map(all::resolve).toList());
    }

    private static Path councils(Path repository) {
        return repository.resolve("deploy/local/councils");
    }

    static List<Path> cast(Path repository) {
        try (Stream<Path> councils = Files.list(councils(repository))) {
            return councils.filter(Files::isDirectory).sorted().toList();
        } catch (IOException failure) {
            throw new StackFailure("The councils in " + repository + " cannot be listed", failure);
        }
    }
}
