package uk.concordat.council.scim;

import com.unboundid.scim2.common.messages.ErrorResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import uk.concordat.kit.problem.Problem;

/** Whatever goes wrong under SCIM's paths, wherever, is answered in SCIM's own words (RFC 7644, 3.12). */
public final class ScimErrors {

    @ServerResponseFilter
    public void inScimsWords(ContainerRequestContext request, ContainerResponseContext response) {
        if (isOfScim(request.getUriInfo().getPath()) && response.getEntity() instanceof Problem problem) {
            response.setEntity(ScimJson.written(error(problem)));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ScimJson.MEDIA_TYPE);
        }
    }

    private static boolean isOfScim(String path) {
        return ("/" + path).replace("//", "/").startsWith("/scim/");
    }

    private static ErrorResponse error(Problem problem) {
        ErrorResponse error = new ErrorResponse(problem.status());
        error.setDetail(problem.detail());
        ScimType.of(problem).map(ScimType::code).ifPresent(error::setScimType);
        return error;
    }
}
