package uk.concordat.council.scim;

import com.fasterxml.uuid.Generators;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.application.DirectoryPeople;
import uk.concordat.council.application.DirectoryPeople.Outcome;
import uk.concordat.council.application.PeopleConfiguration;
import uk.concordat.council.domain.DirectoryGroup;
import uk.concordat.council.domain.ProvisionGroup;
import uk.concordat.council.domain.WithdrawGroup;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.CommandRequest;

/** The groups of a council's directory: kept, and of effect where they are configured to stand for a post. */
@Path("/scim/v2/Groups")
@Authenticated
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RunOnVirtualThread
@Tag(name = "SCIM")
public class ScimGroupsResource {

    private final Provisioner provisioner;
    private final DirectoryPeople people;
    private final PeopleConfiguration configuration;
    private final CommandRequest request;

    public ScimGroupsResource(
            Provisioner provisioner,
            DirectoryPeople people,
            PeopleConfiguration configuration,
            CommandRequest request) {
        this.provisioner = provisioner;
        this.people = people;
        this.configuration = configuration;
        this.request = request;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "The groups of the council's directory",
            description = "They are not the council's political groups. Filters and pages as of users.")
    public Response list(
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("startIndex") @Nullable String startIndex,
            @QueryParam("count") @Nullable String count,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri) {
        Tenant council = provisioner.council();
        ScimQuery asked = ScimQuery.of(filter, startIndex, count, attributes, excluded, GroupDocument.CORE);
        return people.read(council, seen -> new Groups(seen, Locations.of(uri)).listed(asked));
    }

    @POST
    @Path("/.search")
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "The same, asked in a body",
            description = "filter, startIndex, count, attributes and excludedAttributes (RFC 7644, 3.4.3).")
    @RequestBody(content = @Content(mediaType = ScimJson.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    public Response search(@Context UriInfo uri, byte[] body) {
        Tenant council = provisioner.council();
        ScimQuery asked = ScimQuery.of(ScimJson.read(body), GroupDocument.CORE);
        return people.read(council, seen -> new Groups(seen, Locations.of(uri)).listed(asked));
    }

    @GET
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "A group of the council's directory")
    public Response read(
            @PathParam("id") String id,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            @Context Request read) {
        Tenant council = provisioner.council();
        Projection projection = Projection.of(attributes, excluded, GroupDocument.CORE);
        return people.read(council, seen -> {
            Groups groups = new Groups(seen, Locations.of(uri));
            return groups.answered(read, groups.found(id), projection);
        });
    }

    @POST
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "A new group of the directory",
            description =
                    "Where it is configured to stand for a post, its one member holds that from today; 409 with two members.")
    @RequestBody(content = @Content(mediaType = ScimJson.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "201", description = "Known now")
    public Response create(
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            byte[] body) {
        Tenant council = provisioner.council();
        UUID id = Generators.timeBasedEpochGenerator().generate();
        DirectoryGroup group = GroupDocument.read(id, ScimJson.read(body));
        Outcome outcome = people.tell(
                council,
                provisioner.actor(),
                (_, situation) ->
                        new ProvisionGroup(group, true, configuration.postOf(council.key(), group), situation));
        return answered(outcome, 201, id.toString(), uri, Projection.of(attributes, excluded, GroupDocument.CORE));
    }

    @PUT
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "All that the directory says of a group", description = "If-Match is optional.")
    @RequestBody(content = @Content(mediaType = ScimJson.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    public Response replace(
            @PathParam("id") String id,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            byte[] body) {
        Outcome outcome = changed(id, uri, group -> GroupDocument.read(group.id(), ScimJson.read(body)));
        return answered(outcome, 200, id, uri, Projection.of(attributes, excluded, GroupDocument.CORE));
    }

    @PATCH
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "Something of what the directory says of a group",
            description =
                    "Members come and go as Entra ID and Okta write it. If-Match is optional. 204, since a group may have thousands of members; 200 with the group where attributes or excludedAttributes say what of it is wanted.")
    @APIResponse(responseCode = "200", description = "Changed, and what was asked of it")
    @APIResponse(responseCode = "204", description = "Changed")
    @RequestBody(content = @Content(mediaType = ScimJson.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    public Response patch(
            @PathParam("id") String id,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            byte[] body) {
        Outcome outcome = changed(
                id,
                uri,
                group -> GroupDocument.read(
                        group.id(), GroupPatch.applied(GroupDocument.written(group), ScimJson.read(body))));
        return attributes == null && excluded == null
                ? ScimAnswers.of(outcome, after -> {
                    Groups groups = new Groups(after, Locations.of(uri));
                    return groups.changed(groups.found(id));
                })
                : answered(outcome, 200, id, uri, Projection.of(attributes, excluded, GroupDocument.CORE));
    }

    @DELETE
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "The directory no longer speaks of a group",
            description = "Whoever holds the post that it stands for by it holds that until today.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public Response withdraw(@PathParam("id") String id, @Context UriInfo uri) {
        Tenant council = provisioner.council();
        Outcome outcome = people.tell(council, provisioner.actor(), (seen, situation) -> {
            DirectoryGroup group = new Groups(seen, Locations.of(uri)).seenBefore(id, request.ifMatch());
            return new WithdrawGroup(group.id(), configuration.postOf(council.key(), group), situation);
        });
        return ScimAnswers.withdrawn(outcome);
    }

    private Outcome changed(String id, UriInfo uri, Function<DirectoryGroup, DirectoryGroup> change) {
        Tenant council = provisioner.council();
        return people.tell(council, provisioner.actor(), (seen, situation) -> {
            DirectoryGroup group = change.apply(new Groups(seen, Locations.of(uri)).seenBefore(id, request.ifMatch()));
            return new ProvisionGroup(group, false, configuration.postOf(council.key(), group), situation);
        });
    }

    private static Response answered(Outcome outcome, int status, String id, UriInfo uri, Projection projection) {
        return ScimAnswers.of(outcome, after -> {
            Groups groups = new Groups(after, Locations.of(uri));
            return groups.answered(status, groups.found(id), projection);
        });
    }
}
