package uk.concordat.kit.command;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;

/** The conditions under which a command was sent: its {@code Idempotency-Key} and its {@code If-Match}. */
@RequestScoped
public class CommandRequest {

    private static final String KEY_FORM = "[!-~]{1,200}";

    private final HttpHeaders headers;
    private final UriInfo uri;

    public CommandRequest(@jakarta.ws.rs.core.Context HttpHeaders headers, @jakarta.ws.rs.core.Context UriInfo uri) {
        this.headers = headers;
        this.uri = uri;
    }

    public String path() {
        return "/" + uri.getPath().replaceFirst("^/", "");
    }

    /**
     * The key under which a repeat of this request is known.
     *
     * @throws MalformedRequest if it is not 1 to 200 visible ASCII characters
     */
    public Optional<String> idempotencyKey() {
        @Nullable String key = headers.getHeaderString("Idempotency-Key");
        if (key != null && !key.matches(KEY_FORM)) {
            throw new MalformedRequest(
                    "bad-idempotency-key", "An Idempotency-Key is 1 to 200 visible ASCII characters.");
        }
        return Optional.ofNullable(key);
    }

    /** The tags the caller would accept; empty if the header is missing. {@code *} accepts any. */
    public List<String> ifMatch() {
        @Nullable String header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        return header == null
                ? List.of()
                : Arrays.stream(header.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList();
    }

    /** A hash by which a body is known again; the body itself is not kept. */
    public static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
