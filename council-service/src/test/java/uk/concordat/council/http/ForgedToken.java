package uk.concordat.council.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;

/** Tokens that a trusted issuer signs although they claim more than it may say. */
final class ForgedToken {

    private ForgedToken() {}

    /** The token of a person that also claims to be an operator's. */
    static String operatorToo(String token) throws Exception {
        JwtClaims claims = claims(token);
        claims.setStringListClaim("groups", List.of("operator"));
        return Neighbour.signed(claims, key());
    }

    /** What a token claims. */
    static JwtClaims claims(String token) throws Exception {
        return JwtClaims.parse(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    /** The key of the local issuer. */
    static PrivateKey key() throws Exception {
        Path directory = Path.of(ConfigProvider.getConfig().getValue("concordat.test.directory", String.class));
        String pem = Files.readString(directory.resolve("keys/private.pem")).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }
}
