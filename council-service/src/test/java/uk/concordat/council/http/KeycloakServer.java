package uk.concordat.council.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import uk.concordat.kit.testing.Repository;

/** Keycloak as it is distributed, with the realm that operators are shown, in a directory and process of its own. */
final class KeycloakServer {

    private static final String DISTRIBUTION = "council-service/target/keycloak/keycloak-quarkus-dist.tar.gz";
    private static final String REALM = "deploy/identity/concordat-realm.json";
    private static final String ADMINISTRATOR = "administrator";

    private final Process process;
    private final Path log;
    private final String address;
    private final String password;

    private KeycloakServer(Process process, Path log, String address, String password) {
        this.process = process;
        this.log = log;
        this.address = address;
        this.password = password;
    }

    /** Begins to start it; {@link #ready} waits for it. The realm's integration is of a council that tests may load. */
    static KeycloakServer start(Path directory, int port, String councilOfIntegration) throws Exception {
        Path archive = Repository.root().resolve(DISTRIBUTION);
        run(directory, "tar", "-xzf", archive.toString(), "--strip-components=1");
        Path realm = Files.createDirectories(directory.resolve("data/import")).resolve("concordat-realm.json");
        Files.writeString(
                realm,
                Files.readString(Repository.root().resolve(REALM))
                        .replace(
                                "\"claim.value\": \"city-of-london\"",
                                "\"claim.value\": \"%s\"".formatted(councilOfIntegration)));
        String password = UUID.randomUUID().toString();
        Path log = directory.resolve("keycloak.log");
        ProcessBuilder keycloak = new ProcessBuilder(
                        directory.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        keycloak.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        "-Xms64m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password));
        Process process = keycloak.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new KeycloakServer(process, log, "http://localhost:" + port, password);
    }

    private static void run(Path directory, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    KeycloakServer ready() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(250))
                .failFast(() -> assertThat(process.isAlive())
                        .as(() -> contentOf(log.toFile()))
                        .isTrue())
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> given().get(realm("concordat")).statusCode() == 200);
        return this;
    }

    /** The address of a realm, which is the issuer of its tokens. */
    String realm(String name) {
        return address + "/realms/" + name;
    }

    /** A person's token by their password, which in the realm for local use follows from their name. */
    String tokenOf(String client, String username) {
        return token(
                realm("concordat"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "username",
                        username,
                        "password",
                        username + "-local"));
    }

    /** The same, from another address of the server, which then is another issuer. */
    String tokenOfAnotherIssuer(String username) {
        return token(
                realm("concordat").replace("localhost", "127.0.0.1"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "portal",
                        "username",
                        username,
                        "password",
                        username + "-local"));
    }

    /** A token of the integration, with the scopes it asks for. */
    String tokenOfIntegration(String scope) {
        return token(
                realm("concordat"),
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "hr-system",
                        "client_secret", "hr-system-local",
                        "scope", scope));
    }

    /** What the realm writes into the integration's tokens beside its scopes: of which council it is, and that it is one. */
    List<Map<String, Object>> mappersOfIntegration() {
        return administered()
                .get("/clients?clientId=hr-system")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].protocolMappers.collect { it.findAll { it.key != 'id' } }");
    }

    /** What an administrator of Keycloak asks about the realm, or changes in it. */
    RequestSpecification administered() {
        String token = administratorsToken();
        return given().baseUri(address)
                .basePath("/admin/realms/concordat")
                .auth()
                .oauth2(token)
                .contentType("application/json");
    }

    String administratorsToken() {
        return token(
                realm("master"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        ADMINISTRATOR,
                        "password",
                        password));
    }

    private static String token(String realm, Map<String, String> form) {
        return given().formParams(form)
                .post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** By its pid; the script that started it has become it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
