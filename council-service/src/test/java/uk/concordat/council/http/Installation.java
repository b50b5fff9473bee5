package uk.concordat.council.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.testing.Repository;

/**
 * What is configured here beside the real backends: the issuer speaks for the councils that tests import, and the City's
 * protocol exists in a second version.
 */
public final class Installation implements QuarkusTestResourceLifecycleManager {

    static final String NEXT_VERSION = "2027-04-01";

    private static final String COUNCILS =
            "city-of-london,county,wonderland,hackney,harlow,topical,unreachable,uploaded,twice-at-once,whole,renamed,injected,"
                    + "windows,letters,never-loaded,grouped,large,twice-adopted,proclaiming,proclaiming-again,refusing,racing,listing,withdrawing,late,unadopted,stale,"
                    + "told-again,never-was,tried,registered,composed";
    private static final String PACK =
            "libraries/protocols/src/main/resources/uk/concordat/protocols/pack/packs/city-of-london.yaml";

    private @Nullable Path packs;

    /** After the real backends, whose issuer this is. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("concordat-packs-");
            packs = directory;
            String pack = Files.readString(Repository.root().resolve(PACK));
            Files.writeString(
                    directory.resolve("next.yaml"),
                    pack.replaceFirst("(?m)^version: .*$", "version: " + NEXT_VERSION)
                            .replaceFirst("(?m)^title: .*$", "title: The protocol of April"));
            return new HashMap<>(Map.of(
                    "concordat.identity.issuers.local.councils",
                    COUNCILS,
                    "concordat.packs.directory",
                    directory.toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        if (packs == null) {
            return;
        }
        try {
            Files.deleteIfExists(packs.resolve("next.yaml"));
            Files.delete(packs);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
