package uk.concordat.kit.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import uk.concordat.eventsourcing.store.Stream;

/**
 * The entity tag of a case as it stands (RFC 9110, 8.8.3): strong, and opaque because it is made from the id of the last
 * event, which no reader over REST is told. A hash of the version could be found by trying.
 */
public record ETag(String value) {

    private static final int BYTES = 15;

    /** The tag of a case that has at least one event. */
    public static ETag of(Stream<?, ?> stream) {
        return hashed(stream.events().getLast().id().toString());
    }

    /**
     * The tag of a part that changes more seldom than the stream it is kept in, made of all that the part is made of: equal
     * facts have equal tags, in every running service of one release.
     *
     * @param facts records, texts, days and lists of them, whose order is theirs
     */
    public static ETag ofPart(Object facts) {
        return hashed(facts.toString());
    }

    private static ETag hashed(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
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
