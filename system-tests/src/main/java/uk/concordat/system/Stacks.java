package uk.concordat.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import uk.concordat.local.LocalStack;
import uk.concordat.local.StackSettings;

/** Stacks of the tests' own, each with its data in a directory of its own and on free ports. */
public final class Stacks {

    /** Thursday 24 December 2026, ten in the morning: the next working day is the 29th. */
    public static final LocalDateTime CHRISTMAS_EVE = LocalDateTime.of(2026, 12, 24, 10, 0);

    private Stacks() {}

    public static StackSettings onChristmasEve(Path directory) {
        return StackSettings.inDirectory(directory, repository()).withClock(CHRISTMAS_EVE);
    }

    /**
     * Stopped by the test that has it, or with the test's process if that is ended.
     *
     * @param councils those that are loaded: each costs seconds
     */
    public static LocalStack started(Path directory, String... councils) {
        return LocalStack.startForThisProcess(onChristmasEve(directory).withCouncils(List.of(councils)));
    }

    /** The clone whose built services are run. */
    public static Path repository() {
        String named = System.getProperty("concordat.repository", "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isExecutable(place.resolve("concordat"))) {
                return place;
            }
        }
        throw new IllegalStateException("No directory above this one holds the launcher");
    }
}
