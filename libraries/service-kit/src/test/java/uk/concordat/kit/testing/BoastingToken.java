package uk.concordat.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * A token that a trusted issuer has signed and that claims whatever providers write beside who somebody is: roles, groups,
 * scopes, permissions, posts. On a person's token, and on an integration's, none of it counts.
 */
public final class BoastingToken {

    private static final List<String> ALL = List.of(
            "operator",
            "admin",
            "head-of-paid-service",
            "monitoring-officer",
            "member-services",
            "line-manager",
            "people:import",
            "people:provision",
            "events:read");

    private BoastingToken() {}

    /** Asks every operation as somebody, and as the same person with such a token: the answers are alike. */
    public static void changesNothing(String council, String username, UnaryOperator<String> ofMine) {
        String plain = ServiceUnderTest.tokens().forPerson(council, username);
        String boasting = of(plain);
        assertThat(DescribedOperation.all()).isNotEmpty().allSatisfy(operation -> {
            Response before = operation.asked(plain, ofMine);
            Response after = operation.asked(boasting, ofMine);
            assertThat(after.statusCode()).as("%s", operation).isEqualTo(before.statusCode());
            if (operation.method().equals("GET") || before.statusCode() >= 400) {
                assertThat(after.asString()).as("%s", operation).isEqualTo(before.asString());
            }
        });
    }

    /** The token of somebody, with more claims. */
    public static String of(String token) {
        return signed(boasting(claims(token)));
    }

    /** An operator's token that says so wherever providers might, but for the one claim in which it counts. */
    static String ofWhoIsCalledOperatorElsewhere() {
        JwtClaims claims = boasting(claims(ServiceUnderTest.tokens().operator()));
        claims.unsetClaim("groups");
        return signed(claims);
    }

    private static JwtClaims boasting(JwtClaims claims) {
        for (String claim : List.of("roles", "groups", "permissions", "authorities", "entitlements", "posts", "scp")) {
            claims.setStringListClaim(claim, ALL);
        }
        claims.setStringClaim("scope", String.join(" ", ALL));
        claims.setClaim("realm_access", Map.of("roles", ALL));
        claims.setClaim("resource_access", Map.of("concordat", Map.of("roles", ALL)));
        claims.setStringClaim("post", "head-of-paid-service");
        claims.setClaim("operator", true);
        claims.setClaim("admin", true);
        return claims;
    }

    private static JwtClaims claims(String token) {
        try {
            return JwtClaims.parse(
                    new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        } catch (InvalidJwtException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String signed(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The local issuer's. */
    private static PrivateKey key() {
        Path stack = Path.of(ConfigProvider.getConfig().getValue(RealBackends.DIRECTORY, String.class));
        try {
            String pem = Files.readString(stack.resolve("keys/private.pem")).replaceAll("-----[A-Z ]+-----", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
