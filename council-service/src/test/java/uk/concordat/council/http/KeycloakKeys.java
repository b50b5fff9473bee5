package uk.concordat.council.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys by which a realm of Keycloak signs, as an administrator rotates them. */
final class KeycloakKeys {

    private static final String PROVIDERS = "org.keycloak.keys.KeyProvider";

    private final KeycloakServer keycloak;

    KeycloakKeys(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    /** From now on tokens are signed by a new key; those before stay published. */
    void rotate() {
        String realm =
                keycloak.administered().get().then().statusCode(200).extract().path("id");
        keycloak.administered()
                .body(Map.of(
                        "name",
                        "rotated",
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        PROVIDERS,
                        "parentId",
                        realm,
                        "config",
                        Map.of(
                                "priority", List.of("1000"),
                                "enabled", List.of("true"),
                                "active", List.of("true"),
                                "algorithm", List.of("RS256"),
                                "keySize", List.of("2048"))))
                .post("/components")
                .then()
                .statusCode(201);
    }

    /** The key before is trusted no more, and published no more. */
    void withdrawThoseBefore() {
        List<Map<String, Object>> providers = keycloak.administered()
                .queryParam("type", PROVIDERS)
                .get("/components")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
        providers.stream()
                .filter(provider -> "rsa-generated".equals(provider.get("providerId")))
                .filter(provider -> !"rotated".equals(provider.get("name")))
                .forEach(this::withdraw);
    }

    private void withdraw(Map<String, Object> provider) {
        Map<String, Object> withdrawn = new HashMap<>(provider);
        @SuppressWarnings("unchecked")
        Map<String, Object> config = new HashMap<>((Map<String, Object>) provider.get("config"));
        config.put("enabled", List.of("false"));
        config.put("active", List.of("false"));
        withdrawn.put("config", config);
        keycloak.administered()
                .body(withdrawn)
                .put("/components/{id}", provider.get("id"))
                .then()
                .statusCode(204);
    }
}
