package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.GenericRole;
import uk.concordat.council.rest.RegisterBodies.PostOnDay;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.reading.Page;

/** A council's posts, and who holds them today or held them on another day. */
@Path("/councils/{council}/posts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Posts")
public class PostsResource {

    private final OfMyCouncil ofMyCouncil;

    public PostsResource(OfMyCouncil ofMyCouncil) {
        this.ofMyCouncil = ofMyCouncil;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary = "The posts there are on a day, by key",
            description =
                    "on is today in the council unless it is said; role and directorate narrow it to posts that carry a generic role or belong to a directorate.")
    public RestResponse<Page<PostOnDay>> list(
            @PathParam("council") String council,
            @QueryParam("role") @Nullable String role,
            @QueryParam("directorate") @Nullable String directorate,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return ofMyCouncil.onDay(council, on, (directory, day) -> {
            Optional<String> only = OnDay.oneOf("role", role, GenericRole.codes());
            KeysAsked asked = KeysAsked.of(limit, after);
            return Optional.of(asked.first(
                    directory
                            .postsAfter(asked.after())
                            .filter(post -> post.on(day))
                            .map(post -> post.asOf(day))
                            .filter(post -> only.map(post.roles()::contains).orElse(true))
                            .filter(post -> directorate == null
                                    || post.terms()
                                            .directorate()
                                            .filter(directorate::equals)
                                            .isPresent()),
                    PostDocument::key,
                    post -> PostOnDay.of(post, directory, day)));
        });
    }

    @GET
    @Path("/{post}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary = "A post on a day: its holder or that it is vacant, its deputy, and the line above it",
            description = "Before its first day and after its last it is vacant.")
    public RestResponse<PostOnDay> read(
            @PathParam("council") String council,
            @PathParam("post") String post,
            @QueryParam("on") @Nullable String on) {
        return ofMyCouncil.onDay(
                council,
                on,
                (directory, day) -> directory.postByKey(post).map(found -> PostOnDay.of(found, directory, day)));
    }
}
