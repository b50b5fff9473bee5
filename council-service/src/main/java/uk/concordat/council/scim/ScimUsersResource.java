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
import java.util.Optional;
import java.util.function.BiFunction;
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
import uk.concordat.council.domain.DirectoryEntry;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.ProvisionPerson;
import uk.concordat.council.domain.WithdrawPerson;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.CommandRequest;
import uk.concordat.protocols.people.PersonId;

/** A council's people, as its directory provisions them (RFC 7644). */
@Path("/scim/v2/Users")
@Authenticated
@Produces({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RunOnVirtualThread
@Tag(name = "SCIM")
public class ScimUsersResource {

    private final Provisioner provisioner;
    private final DirectoryPeople people;
    private final PeopleConfiguration configuration;
    private final CommandRequest request;

    public ScimUsersResource(
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
            summary = "The council's people, as SCIM users",
            description =
                    "For integrations with the scope people:provision, of the council that their token names. filter, startIndex, count (at most 200), attributes and excludedAttributes are as RFC 7644 has them; by userName, externalId and id people are found by an index.")
    public Response list(
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("startIndex") @Nullable String startIndex,
            @QueryParam("count") @Nullable String count,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri) {
        Tenant council = provisioner.council();
        ScimQuery asked = ScimQuery.of(filter, startIndex, count, attributes, excluded, UserDocument.CORE);
        return people.read(council, seen -> new Users(seen, Locations.of(uri)).listed(asked));
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
        ScimQuery asked = ScimQuery.of(ScimJson.read(body), UserDocument.CORE);
        return people.read(council, seen -> new Users(seen, Locations.of(uri)).listed(asked));
    }

    @GET
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(summary = "A person of the council, as a SCIM user")
    public Response read(
            @PathParam("id") String id,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            @Context Request read) {
        Tenant council = provisioner.council();
        Projection projection = Projection.of(attributes, excluded, UserDocument.CORE);
        return people.read(council, seen -> {
            Users users = new Users(seen, Locations.of(uri));
            return users.answered(read, users.found(id), projection);
        });
    }

    @POST
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "Somebody new, as the council's directory says",
            description =
                    "409 uniqueness where somebody has that userName or externalId already. Whom the directory had withdrawn is the same person again.")
    @RequestBody(content = @Content(mediaType = ScimJson.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "201", description = "Known now")
    public Response create(
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            byte[] body) {
        Tenant council = provisioner.council();
        DirectoryEntry entry = UserDocument.read(ScimJson.read(body), true);
        PersonId id = new PersonId(Generators.timeBasedEpochGenerator().generate());
        Outcome outcome = people.tell(
                council,
                provisioner.actor(),
                (_, situation) -> new ProvisionPerson(Optional.empty(), id, entry, configuration.kind(), situation));
        Projection projection = Projection.of(attributes, excluded, UserDocument.CORE);
        return ScimAnswers.of(outcome, after -> {
            Users users = new Users(after, Locations.of(uri));
            return users.answered(201, users.created(entry), projection);
        });
    }

    @PUT
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "All that the directory says of a person",
            description = "What it leaves out it no longer says; whether they are active stays. If-Match is optional.")
    @RequestBody(content = @Content(mediaType = ScimJson.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    public Response replace(
            @PathParam("id") String id,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            byte[] body) {
        return changed(
                id,
                uri,
                true,
                Projection.of(attributes, excluded, UserDocument.CORE),
                (users, person) -> UserDocument.read(ScimJson.read(body), users.isActive(person)));
    }

    @PATCH
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "Something of what the directory says of a person",
            description =
                    "Operations as RFC 7644, 3.5.2, has them, and as Entra ID and Okta write them. If-Match is optional.")
    @RequestBody(content = @Content(mediaType = ScimJson.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    public Response patch(
            @PathParam("id") String id,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded,
            @Context UriInfo uri,
            byte[] body) {
        return changed(
                id,
                uri,
                false,
                Projection.of(attributes, excluded, UserDocument.CORE),
                (users, person) -> UserDocument.read(
                        UserPatch.applied(users.said(person), ScimJson.read(body)), users.isActive(person)));
    }

    @DELETE
    @Path(ScimPaths.ID)
    @Extension(name = AuthorityLines.EXTENSION, value = "provision")
    @Operation(
            summary = "The directory no longer speaks of a person",
            description =
                    "Nobody is deleted: where the directory feeds the register it has a last day from it, today. To the directory there is no such user from then on.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public Response withdraw(@PathParam("id") String id, @Context UriInfo uri) {
        Tenant council = provisioner.council();
        Locations locations = Locations.of(uri);
        Outcome outcome = people.tell(council, provisioner.actor(), (seen, situation) -> {
            return new WithdrawPerson(
                    new Users(seen, locations).seenBefore(id, request.ifMatch()).id(),
                    configuration.postsOfGroups(council.key(), seen.state()).keys(),
                    situation);
        });
        return ScimAnswers.withdrawn(outcome);
    }

    /** @param whole whether the client says all of the entry, or some of it and was shown the rest */
    private Response changed(
            String id,
            UriInfo uri,
            boolean whole,
            Projection projection,
            BiFunction<Users, Person, DirectoryEntry> entry) {
        Tenant council = provisioner.council();
        Outcome outcome = people.tell(council, provisioner.actor(), (seen, situation) -> {
            Users users = new Users(seen, Locations.of(uri));
            Person person = users.seenBefore(id, request.ifMatch());
            return new ProvisionPerson(
                    Optional.of(person.id()),
                    person.id(),
                    entry.apply(users, person),
                    configuration.kind(),
                    whole,
                    situation);
        });
        return ScimAnswers.of(outcome, after -> {
            Users users = new Users(after, Locations.of(uri));
            return users.answered(200, users.found(id), projection);
        });
    }
}
