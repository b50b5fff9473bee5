package uk.concordat.kit.command;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;

/** The conditions under which a command was sent: its {@code Idempotency-Key} and its {@code If-Match}. */
@RequestScoped
public class CommandRequest {

    private static final String KEY = "Idempotency-Key";
    private static final String KEY_FORM = "[!-~]{1,200}";
    private static final Pattern NEXT_TAG =
            Pattern.compile("\\G[ \\t]*(?<tag>(?:W/)?\"[!#-~\\x80-\\xff]*\")[ \\t]*(?:,|$)");

    private final HttpHeaders headers;
    private final UriInfo uri;

    public CommandRequest(@jakarta.ws.rs.core.Context HttpHeaders headers, @jakarta.ws.rs.core.Context UriInfo uri) {
        this.headers = headers;
        this.uri = uri;
    }

    public String path() {
        // Paths lead to the same place with a slash at their end or without it.
        return "/" + uri.getPath().replaceAll("^/|/$", "");
    }

    /** The key under which a repeat of this request is known; empty if there is none, or none that can be one. */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(headers.getHeaderString(KEY)).filter(key -> key.matches(KEY_FORM));
    }

    /**
     * To be asked once it is known that the caller may see the case.
     *
     * @throws MalformedRequest if there is a key and it is not 1 to 200 visible ASCII characters
     */
    public void requireSoundIdempotencyKey() {
        if (headers.getHeaderString(KEY) != null && idempotencyKey().isEmpty()) {
            throw new MalformedRequest(
                    "bad-idempotency-key", "An Idempotency-Key is 1 to 200 visible ASCII characters.");
        }
    }

    /**
     * The tags the caller would accept; empty if the header is missing. {@code *} accepts any.
     *
     * @throws MalformedRequest if it is neither a list of tags (RFC 9110, 8.8.3) nor {@code *}
     */
    public List<String> ifMatch() {
        @Nullable String header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null || header.isBlank()) {
            return List.of();
        }
        return header.strip().equals("*") ? List.of("*") : tags(header);
    }

    private static List<String> tags(String header) {
        List<String> tags = new ArrayList<>();
        Matcher next = NEXT_TAG.matcher(header);
        int end = 0;
        while (end < header.length() && next.find()) {
            tags.add(next.group("tag"));
            end = next.end();
        }
        if (end < header.length()) {
            throw new MalformedRequest(
                    "bad-if-match", "If-Match is an ETag as it was given, with its quotes, or several, or *.");
        }
        return tags;
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
