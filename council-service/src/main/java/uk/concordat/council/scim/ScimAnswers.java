package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import uk.concordat.council.application.DirectoryPeople.Outcome;
import uk.concordat.council.application.DirectoryPeople.Seen;
import uk.concordat.council.domain.ProvisioningRefusal;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** Resources and refusals as SCIM answers them. */
final class ScimAnswers {

    private ScimAnswers() {}

    static Response shown(Object resource) {
        return Response.ok(ScimJson.written(resource))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response resource(int status, ObjectNode resource, Projection projection) {
        String version = ResourceVersion.shown(resource);
        URI location = URI.create(resource.path("meta").path("location").asText());
        return Response.status(status)
                .entity(ScimJson.written(projection.of(resource)))
                .location(location)
                .header(HttpHeaders.ETAG, version)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response changed(ObjectNode resource) {
        return Response.noContent()
                .header(HttpHeaders.ETAG, ResourceVersion.shown(resource))
                .build();
    }

    /** @param show how it is after it was done */
    static Response of(Outcome outcome, Function<Seen, Response> show) {
        return switch (outcome) {
            case Outcome.Done(Seen after) -> show.apply(after);
            case Outcome.Refused(ProvisioningRefusal refusal) -> throw refused(refusal);
        };
    }

    static Response withdrawn(Outcome outcome) {
        return of(outcome, _ -> Response.noContent().build());
    }

    static MalformedRequest unknown() {
        return new MalformedRequest(Problem.of(404, "not-found", "There is no such resource."));
    }

    private static MalformedRequest refused(ProvisioningRefusal refusal) {
        return switch (refusal.reason()) {
            case UNKNOWN -> unknown();
            case NAME_TAKEN, EXTERNAL_ID_TAKEN -> ScimType.UNIQUENESS.fault(refusal.detail());
            case OWN_MANAGER, KIND_OF_THE_FILES, NO_SUCH_MEMBER -> ScimType.INVALID_VALUE.fault(refusal.detail());
            case COUNCIL_WOULD_NOT_HOLD_TOGETHER,
                    NO_SUCH_POST,
                    NO_POST_TODAY,
                    SEVERAL_HOLDERS,
                    NOT_IN_OFFICE,
                    POST_CLOSED -> new MalformedRequest(Problem.of(409, refusal.code(), refusal.detail()));
        };
    }
}
