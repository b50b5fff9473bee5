package uk.concordat.council.http;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Harlow's own issuer beside the local one: another key, another audience, and a directory that writes its claims as such
 * directories do, one within another and in lists.
 */
final class Neighbour {

    static final String ISSUER = "https://login.harlow.invalid/";

    private static final String AUDIENCE = "api://concordat";
    private static final String KEY = "concordat.test.neighbour.key";

    private Neighbour() {}

    /** How it is configured, with a key that is made for this. It may name operators as little as people of the City. */
    static Map<String, String> settings() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            String issuer = "concordat.identity.issuers.neighbour";
            return Map.of(
                    issuer + ".issuer",
                    ISSUER,
                    issuer + ".key",
                    base64(pair.getPublic().getEncoded()),
                    issuer + ".audience",
                    AUDIENCE,
                    issuer + ".councils",
                    "harlow,by-integration,of-neighbour",
                    issuer + ".claims.person",
                    "account/login,\"https://harlow.invalid/login\"",
                    issuer + ".claims.council",
                    "extn.council",
                    issuer + ".claims.scopes",
                    "roles",
                    issuer + ".claims.integration",
                    "idtyp=app",
                    KEY,
                    base64(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What its token of a person of Harlow claims, changed. */
    static JwtClaims claims(Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("0b7f");
        claims.setClaim("account", Map.of("login", "member-red-1"));
        claims.setStringListClaim("extn.council", List.of("harlow"));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        change.accept(claims);
        return claims;
    }

    static String signed(Consumer<JwtClaims> change) {
        return signed(claims(change), key());
    }

    /** Of one of its integrations, which is nobody's person. */
    static String ofIntegration(String council, String... granted) {
        return signed(claims -> {
            claims.unsetClaim("account");
            claims.setStringListClaim("extn.council", List.of(council));
            claims.setStringListClaim("roles", List.of(granted));
            claims.setStringClaim("idtyp", "app");
        });
    }

    static String signed(JwtClaims claims, PrivateKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static PrivateKey key() {
        try {
            byte[] encoded =
                    Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(KEY, String.class));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String base64(byte[] encoded) {
        return Base64.getEncoder().encodeToString(encoded);
    }
}
