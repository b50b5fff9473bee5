package uk.concordat.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.refusal.Refusal;
import uk.concordat.protocols.rules.Citation;

/**
 * An error as RFC 9457 writes it, with a stable code and, where a rule refused, the rule and its paragraph.
 *
 * @param errors each fault of a body or a file, where there may be several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String rule,
        @Nullable String council,
        @Nullable String paragraph,
        @Nullable String reading,
        @Nullable List<?> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail) {
        return new Problem(typeOf(code), titleOf(status), status, detail, code, null, null, null, null, null);
    }

    /** Told alike of what does not exist and of what the caller may not know of. */
    public static Problem notFound() {
        return of(404, "not-found", "There is nothing here that you may see.");
    }

    public static Problem withErrors(int status, String code, String detail, List<?> errors) {
        return new Problem(typeOf(code), titleOf(status), status, detail, code, null, null, null, null, errors);
    }

    /** A refusal as the caller is told it. */
    public static Problem of(Refusal refusal) {
        int status = status(refusal.ground());
        @Nullable Citation citation = refusal.citation().orElse(null);
        return new Problem(
                typeOf(refusal.code()),
                titleOf(status),
                status,
                refusal.detail(),
                refusal.code(),
                citation == null ? null : citation.rule(),
                citation == null ? null : citation.council(),
                citation == null ? null : citation.paragraph(),
                citation == null ? null : citation.reading().code(),
                null);
    }

    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status).entity(this).type(MEDIA_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == 503 || status == 429) {
            response.header(HttpHeaders.RETRY_AFTER, "2");
        }
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private static int status(Ground ground) {
        return switch (ground) {
            case ACTOR -> 403;
            case STATE -> 409;
            case CONTENT -> 422;
        };
    }

    private static String typeOf(String code) {
        return "urn:concordat:problem:" + code;
    }

    private static String titleOf(int status) {
        Response.@Nullable Status known = Response.Status.fromStatusCode(status);
        if (status == 422) {
            return "Unprocessable Content";
        }
        if (status == 413) {
            return "Content Too Large";
        }
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
