package uk.concordat.council.scim;

import com.unboundid.scim2.common.messages.ListResponse;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.kit.authority.AuthorityLines;

/** What a directory may ask of SCIM here (RFC 7644, 4). */
@Path("/scim/v2")
@Authenticated
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "SCIM")
public class ScimDiscoveryResource {

    private final Provisioner provisioner;

    public ScimDiscoveryResource(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    @GET
    @Path("/ServiceProviderConfig")
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "What of SCIM there is here")
    public Response configuration(@Context UriInfo uri) {
        provisioner.council();
        return ScimAnswers.shown(Discovery.configuration(Locations.of(uri)));
    }

    @GET
    @Path("/ResourceTypes")
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "The types of SCIM's resources here")
    public Response types(@Context UriInfo uri) {
        return listed(Discovery.types(Locations.of(uri)));
    }

    @GET
    @Path("/ResourceTypes/{type}")
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "A type of SCIM's resources")
    public Response type(@PathParam("type") String type, @Context UriInfo uri) {
        return one(Discovery.types(Locations.of(uri)), each -> String.valueOf(each.getName()), type);
    }

    @GET
    @Path("/Schemas")
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "The attributes of SCIM's resources that are kept here")
    public Response schemas(@Context UriInfo uri) {
        return listed(Discovery.schemas(Locations.of(uri)));
    }

    @GET
    @Path("/Schemas/{schema}")
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "The attributes of a schema that are kept here")
    public Response schema(@PathParam("schema") String schema, @Context UriInfo uri) {
        return one(Discovery.schemas(Locations.of(uri)), each -> String.valueOf(each.getId()), schema);
    }

    private Response listed(List<?> all) {
        provisioner.council();
        return ScimAnswers.shown(new ListResponse<>(all));
    }

    private <T> Response one(List<T> all, Function<T, String> name, String asked) {
        provisioner.council();
        return all.stream()
                .filter(each -> name.apply(each).equalsIgnoreCase(asked))
                .findFirst()
                .map(ScimAnswers::shown)
                .orElseThrow(ScimAnswers::unknown);
    }
}
