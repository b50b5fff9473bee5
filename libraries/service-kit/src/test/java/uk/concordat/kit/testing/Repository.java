package uk.concordat.kit.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The clone that a test runs in. */
public final class Repository {

    private Repository() {}

    /** The directory that holds the launcher. */
    public static Path root() {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isExecutable(place.resolve("concordat"))) {
                return place;
            }
        }
        throw new IllegalStateException("No directory above this one holds the launcher");
    }
}
