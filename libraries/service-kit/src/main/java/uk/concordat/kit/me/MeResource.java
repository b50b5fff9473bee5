package uk.concordat.kit.me;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.Situation;

/** Who the caller is to this service. */
@Path("/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Me")
public class MeResource {

    /** The caller and the posts they hold today. */
    public record Me(
            String username, String name, String kind, Optional<String> group, String council, List<HeldPost> posts) {}

    /** A post by which the caller may act. */
    public record HeldPost(String post, String title, List<String> roles) {}

    private final Callers callers;
    private final Transactions transactions;

    public MeResource(Callers callers, Transactions transactions) {
        this.callers = callers;
        this.transactions = transactions;
    }

    @GET
    @Operation(summary = "Who I am here: my name, my council and the posts I hold today")
    public Response me() {
        Me me = callers.reading(transactions, read -> describe(read.situation()));
        return Response.ok(me).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Me describe(Situation situation) {
        var person = situation.caller().person();
        return new Me(
                person.username(),
                person.name(),
                person.kind().code(),
                situation.directory().groupOf(situation.caller().id(), situation.today()),
                situation.caller().council().key(),
                situation.directory().postsOf(situation.caller().id(), situation.today()).stream()
                        .map(post -> new HeldPost(post.key(), post.title(), post.roles()))
                        .toList());
    }
}
