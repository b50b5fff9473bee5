package uk.concordat.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Bearer tokens of a local stack, signed with its own key. They live by real time, whatever the business clock says. */
public final class Tokens {

    public static final String ISSUER = "https://local.concordat.invalid";

    /** Whom the services of a local stack are named as in a token. */
    public static final String AUDIENCE = "concordat";

    private static final Duration LIFE = Duration.ofHours(8);

    private final Keys keys;

    Tokens(Keys keys) {
        this.keys = keys;
    }

    /** The tokens of the stack whose data is in a directory. */
    public static Tokens of(Path directory) {
        return new Tokens(new Keys(new StackDirectory(directory)));
    }

    /** A token of a person, good for eight hours. */
    public String forPerson(String council, String person) {
        return forPerson(council, person, Instant.now().plus(LIFE));
    }

    /** A token that ends, or ended, at a given moment. */
    public String forPerson(String council, String person, Instant expires) {
        JwtClaims claims = claims(council + "." + person, expires);
        claims.setStringClaim("upn", person);
        claims.setStringClaim("preferred_username", person);
        claims.setStringClaim("council", council);
        return sign(claims);
    }

    /** A token of an integration of a council, which has been granted these scopes and is nobody's person. */
    public String forIntegration(String council, String... scopes) {
        String client = council + ".integration";
        JwtClaims claims = claims(client, Instant.now().plus(LIFE));
        claims.setStringClaim("client_id", client);
        claims.setStringClaim("council", council);
        claims.setStringClaim("scope", String.join(" ", scopes));
        return sign(claims);
    }

    /** A token of someone who runs the system and reads no case. */
    public String operator() {
        JwtClaims claims = claims("operator", Instant.now().plus(LIFE));
        claims.setStringClaim("upn", "operator");
        claims.setStringListClaim("groups", List.of("operator"));
        return sign(claims);
    }

    private static JwtClaims claims(String subject, Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.fromSeconds(expires.minus(LIFE).getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        claims.setGeneratedJwtId();
        return claims;
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(keys.privateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new StackFailure("A token could not be signed", failure);
        }
    }
}
