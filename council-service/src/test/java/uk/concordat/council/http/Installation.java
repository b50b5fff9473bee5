package uk.concordat.council.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.testing.Repository;

/**
 * What is configured here beside the real backends: the issuer speaks for the councils that tests import, there are other
 * issuers beside it, the City's protocol exists in one more version, and
 * there is one that leaves a time open.
 */
public final class Installation implements QuarkusTestResourceLifecycleManager {

    static final String NEXT_VERSION = "2027-04-01";

    /** How often issuers are asked for their keys here. */
    static final Duration REFRESH = Duration.ofSeconds(2);

    /** The property that says where {@link KeycloakTest} has Keycloak listen; for all others it is away. */
    static final String KEYCLOAK_PORT = "concordat.test.keycloak.port";

    /** An issuer whose server was never there. */
    static final String AWAY = "https://login.away.invalid/";

    private static final String COUNCILS =
            "city-of-london,county,wonderland,hackney,harlow,topical,unreachable,uploaded,twice-at-once,whole,renamed,injected,busy,refused-at-once,"
                    + "windows,letters,never-loaded,grouped,large,twice-adopted,proclaiming,proclaiming-again,refusing,racing,listing,withdrawing,late,unadopted,stale,"
                    + "told-again,never-was,tried,registered,composed,ambleford,recorded,leaving,setting,unset,adopting,closing,provisioned,provisioned-beside,patched,led-by-directory,beside-directory,scim-faults";
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
            Files.copy(
                    Repository.root().resolve("council-service/src/test/resources/packs/hackney.yaml"),
                    directory.resolve("hackney.yaml"));
            Map<String, String> settings = new HashMap<>();
            settings.put("concordat.packs.directory", directory.toString());
            settings.put("concordat.identity.refresh", REFRESH.toString());
            settings.put("concordat.identity.issuers.local.councils", COUNCILS);
            settings.put("concordat.people.masters.led-by-directory", "scim");
            settings.put("concordat.people.posts.beside-directory.\"Open Spaces Desk\"", "officer-3");
            settings.put("concordat.people.posts.beside-directory.\"A Desk That Is Not\"", "no-such-post");
            settings.putAll(Neighbour.settings());
            settings.putAll(keycloak(freePort()));
            settings.put("concordat.identity.issuers.away.issuer", AWAY);
            settings.put("concordat.identity.issuers.away.server", "http://localhost:" + freePort());
            settings.put("concordat.identity.issuers.away.councils", "harlow");
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Under one address it says itself where its keys are; under the other they are named. */
    private static Map<String, String> keycloak(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put(KEYCLOAK_PORT, String.valueOf(port));
        Map.of("keycloak", "localhost", "numbered", "127.0.0.1").forEach((name, host) -> {
            String realm = "http://%s:%d/realms/concordat".formatted(host, port);
            String issuer = "concordat.identity.issuers." + name;
            settings.put(issuer + ".issuer", realm);
            settings.put(issuer + ".councils", "city-of-london,integrated");
            settings.put(issuer + ".operators", "true");
            settings.put(issuer + ".claims.council", "organisation/council");
            settings.put(issuer + ".claims.operator", "realm_access/roles");
            settings.put(issuer + ".claims.integration", "client_id");
            if (name.equals("keycloak")) {
                settings.put(issuer + ".server", realm);
            } else {
                settings.put(issuer + ".jwks", realm + "/protocol/openid-connect/certs");
            }
        });
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        if (packs == null) {
            return;
        }
        try {
            Files.deleteIfExists(packs.resolve("next.yaml"));
            Files.deleteIfExists(packs.resolve("hackney.yaml"));
            Files.delete(packs);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
