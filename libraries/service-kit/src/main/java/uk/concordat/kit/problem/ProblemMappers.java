package uk.concordat.kit.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.eventsourcing.store.UnknownEventType;
import uk.concordat.kit.council.NotKnownYet;

/** Whatever goes wrong at the edge is answered as a problem; only a fault of ours is a 500, and it is logged. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException missing) {
        return Problem.of(401, "no-token", "Send a bearer token in the Authorization header.")
                .response();
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException failed) {
        return Problem.of(
                        401,
                        "token-not-accepted",
                        "The token is expired, or not one that this service trusts. Get a new one.")
                .response();
    }

    @ServerExceptionMapper
    public Response issuerAway(OIDCException away) {
        LOG.warn("Answered 503: the keys of an issuer cannot be asked for: " + away.getMessage());
        return Problem.of(
                        503,
                        "issuer-away",
                        "The keys of the token's issuer are not known yet and cannot be asked for now. Try again in a moment.")
                .response();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return Problem.of(403, "not-allowed", "This may not be done with this token.")
                .response();
    }

    @ServerExceptionMapper
    public Response malformed(MalformedRequest malformed) {
        return malformed.problem().response();
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException wrongMethod, ContainerRequestContext asked) {
        return notAllowed(AllowedMethods.of(asked));
    }

    private static Response notAllowed(Set<String> allowed) {
        return Response.fromResponse(Problem.of(405, "method-not-allowed", "This path does not take this method.")
                        .response())
                .allow(allowed)
                .build();
    }

    @ServerExceptionMapper
    public Response notJson(NotSupportedException otherType) {
        return Problem.of(415, "unsupported-media-type", "Send the body with the Content-Type application/json.")
                .response();
    }

    @ServerExceptionMapper
    public Response notAcceptable(NotAcceptableException otherType) {
        return Problem.of(406, "not-acceptable", "Answers are application/json; accept that.")
                .response();
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException unknown, ContainerRequestContext asked) {
        Set<String> allowed = AllowedMethods.of(asked);
        // Where several classes could have a path, the routing asks the last alone whether it takes another method.
        if (!allowed.isEmpty() && !allowed.contains(asked.getMethod())) {
            return notAllowed(allowed);
        }
        return Problem.notFound().response();
    }

    @ServerExceptionMapper
    public Response unavailable(DatabaseUnavailable away) {
        LOG.warn("Answered 503: " + away.getMessage());
        return Problem.of(
                        503,
                        "unavailable",
                        "The service cannot reach its database. Try again in a moment; what you sent was not kept unless a repeat with the same Idempotency-Key says so.")
                .response();
    }

    @ServerExceptionMapper
    public Response newer(UnknownEventType unknown) {
        LOG.error("Answered 503: " + unknown.getMessage());
        return Problem.of(
                        503,
                        "written-by-a-newer-version",
                        "A newer version of this service has written this case. Try again when all of it runs that version.")
                .response();
    }

    @ServerExceptionMapper
    public Response newer(NotYet early) {
        LOG.error("Answered 503: " + early.getMessage());
        return Problem.of(
                        503,
                        "written-by-a-newer-version",
                        "A newer version of this service has written what this needs. Try again when all of it runs that version.")
                .response();
    }

    @ServerExceptionMapper
    public Response notNow(NotNow reason) {
        LOG.error("Answered 503: " + reason.getMessage());
        return reason.problem().response();
    }

    @ServerExceptionMapper
    public Response notKnownYet(NotKnownYet unknown) {
        LOG.warn("Answered 503: " + unknown.getMessage());
        return Problem.of(
                        503,
                        "not-known-yet",
                        "Somebody in the reporting line is not known here yet. Try again in a moment.")
                .response();
    }

    @ServerExceptionMapper
    public Response raced(UniquenessViolated lost) {
        LOG.warn("Answered 503 after losing a race again and again: " + lost.getMessage());
        return Problem.of(503, "busy", "Many are changing this at once. Try again in a moment.")
                .response();
    }

    @ServerExceptionMapper
    public Response other(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        String reason = failure.getResponse().getStatusInfo().getReasonPhrase();
        return Problem.of(status, reason.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"), reason + ".")
                .response();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable fault) {
        LOG.error("A request failed by a fault of this service", fault);
        return Problem.of(
                        500,
                        "internal-error",
                        "The service failed. It has been logged; nothing of this request was kept.")
                .response();
    }
}
