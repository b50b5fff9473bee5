package uk.concordat.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.authority.SharedAuthority;
import uk.concordat.kit.problem.Problem;

/** Writes into each service's description of its API what the edge does for all: tokens, conditions and refusals. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DescribedEdge implements OASFilter {

    private static final String IF_MATCH = "If-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = Optional.ofNullable(api.getComponents()).orElseGet(OASFactory::createComponents);
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                                "Says who you are and of which council; what you may do follows from your posts."));
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        components.addSchema("Problem", problem());
        components.addParameter(IF_MATCH, header(IF_MATCH, true, "The ETag of what you saw, or * for it as it is."));
        components.addParameter(
                IDEMPOTENCY_KEY,
                header(
                        IDEMPOTENCY_KEY,
                        false,
                        "1 to 200 visible ASCII characters; the same request again under it is done once and answered again."));
        api.setComponents(components);
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach(DescribedEdge::describe);
        }
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            SharedAuthority.ofPath(path)
                    .filter(_ -> !operation.hasExtension(AuthorityLines.EXTENSION))
                    .ifPresent(line -> operation.addExtension(AuthorityLines.EXTENSION, line.code()));
            boolean command = method == PathItem.HttpMethod.POST && takesJson(operation);
            boolean named = path.contains("{");
            // A council names whose it is and no case: what is posted there begins something.
            boolean operated = path.startsWith("/operations/");
            // What a directory says is under SCIM's own conditions, which are optional, and is answered in its own
            // words.
            if (path.startsWith("/scim/")) {
                describeScim(operation, named);
                return;
            }
            boolean ofCase = !operated && path.replace("{council}", "").contains("{");
            if (command && !operated) {
                operation.addParameter(shared(IDEMPOTENCY_KEY));
            }
            if (command && ofCase) {
                operation.addParameter(shared(IF_MATCH));
            }
            refusals(operation, command, named, ofCase)
                    .forEach((status, when) -> operation.getResponses().addAPIResponse(status, refusal(when)));
        });
    }

    private static void describeScim(Operation operation, boolean named) {
        Map<String, String> refusals = refusals(operation, false, named, false);
        refusals.remove("422");
        if (operation.getRequestBody() != null) {
            refusals.put("409", "Somebody else has that name or id, or the council would not hold together");
            refusals.put("412", "The resource has changed since you saw it, if If-Match says how that was");
        }
        refusals.forEach((status, when) -> operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(when)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/scim+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .addType(Schema.SchemaType.OBJECT)
                                                                .description("An error (RFC 7644, 3.12)"))))));
    }

    /** What takes JSON by POST is a command; where its path names a case it changes that. */
    private static boolean takesJson(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent() != null
                && operation.getRequestBody().getContent().hasMediaType(MediaType.APPLICATION_JSON);
    }

    private static Parameter shared(String header) {
        return OASFactory.createParameter().ref("#/components/parameters/" + header);
    }

    private static Map<String, String> refusals(Operation operation, boolean command, boolean named, boolean ofCase) {
        Map<String, String> refusals = new TreeMap<>();
        refusals.put("401", "No token, or one that is not accepted");
        refusals.put("403", "Known, but not allowed to you");
        refusals.put("406", "No answer in the media type that was asked for");
        refusals.put("503", "Not now; try again after Retry-After");
        if (named) {
            refusals.put("404", "Unknown, or not for you to know of");
        }
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            refusals.put("400", "Not as described here");
        }
        if (operation.getRequestBody() != null) {
            refusals.put("413", tooLarge(operation));
            refusals.put("415", "Not the media type described here");
            refusals.put("422", "Refused, with the rule where there is one");
        }
        if (command) {
            refusals.put("409", "Not in the state that things are in");
            refusals.put("422", "Refused, with the rule where there is one; or an Idempotency-Key with another body");
        }
        if (command && ofCase) {
            refusals.put("412", "It has changed since you saw it");
            refusals.put("428", "Without If-Match");
        }
        return refusals;
    }

    /** What takes more than others says so itself. */
    private static String tooLarge(Operation operation) {
        return Optional.ofNullable(operation.getResponses().getAPIResponse("413"))
                .map(APIResponse::getDescription)
                .orElse("More than 1 MiB");
    }

    private static APIResponse refusal(String when) {
        return OASFactory.createAPIResponse()
                .description(when)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Parameter header(String name, boolean required, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(description)
                .schema(text());
    }

    private static Schema problem() {
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("An error (RFC 9457); where a rule refused, it is cited")
                .required(new ArrayList<>(List.of("type", "title", "status", "detail", "code")))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        List.of("type", "title", "detail", "code", "rule", "council", "paragraph", "reading")
                .forEach(field -> problem.addProperty(field, text()));
        return problem.addProperty(
                "errors",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .description("Each fault, where there may be several"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
