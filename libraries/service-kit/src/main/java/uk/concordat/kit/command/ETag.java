package uk.concordat.kit.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * The entity tag of a case at a version (RFC 9110, 8.8.3): strong and opaque, so that it tells nobody how much has
 * happened in the case.
 */
public record ETag(String value) {

    private static final int BYTES = 15;

    public static ETag of(UUID stream, long version) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((stream + ":" + version).getBytes(StandardCharsets.UTF_8));
            return new ETag(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** As it stands in the header. */
    public String header() {
        return '"' + value + '"';
    }
}
