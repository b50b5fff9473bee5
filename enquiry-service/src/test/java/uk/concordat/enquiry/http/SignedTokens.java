package uk.concordat.enquiry.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import uk.concordat.local.Tokens;

/** Tokens as a trusted issuer would not make them, and some as it would. */
final class SignedTokens {

    private SignedTokens() {}

    /** The claims of member-red-1 of the City, as the local issuer writes them, changed. */
    static JwtClaims claims(Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Tokens.ISSUER);
        claims.setAudience(Tokens.AUDIENCE);
        claims.setSubject("city-of-london.member-red-1");
        claims.setStringClaim("upn", "member-red-1");
        claims.setStringClaim("preferred_username", "member-red-1");
        claims.setStringClaim("council", "city-of-london");
        claims.setIssuedAtToNow();
        claims.setExpirationTime(in(Duration.ofHours(1)));
        claims.setGeneratedJwtId();
        change.accept(claims);
        return claims;
    }

    static NumericDate in(Duration duration) {
        return NumericDate.fromSeconds(Instant.now().plus(duration).getEpochSecond());
    }

    /** Signed by the key that the service trusts. */
    static String signed(JwtClaims claims) {
        return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, trustedKey());
    }

    static String signedByAnotherKey(JwtClaims claims) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return sign(
                claims,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                generator.generateKeyPair().getPrivate());
    }

    static String sign(JwtClaims claims, String algorithm, @Nullable Key key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        if (key != null) {
            signature.setKey(key);
        }
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PrivateKey trustedKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der("private.pem")));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A key of the stack as bytes. */
    static byte[] der(String file) {
        Path stack = Path.of(ConfigProvider.getConfig().getValue("concordat.test.directory", String.class));
        try {
            return Base64.getMimeDecoder()
                    .decode(Files.readString(stack.resolve("keys").resolve(file))
                            .replaceAll("-----[A-Z ]+-----", ""));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
