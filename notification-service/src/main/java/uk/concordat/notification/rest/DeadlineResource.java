package uk.concordat.notification.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.reading.DuePlace;
import uk.concordat.kit.reading.Page;
import uk.concordat.notification.domain.Authority;
import uk.concordat.notification.domain.Authority.Who;
import uk.concordat.protocols.people.PersonId;

/** What I owe. */
@Path("/deadlines")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Deadlines")
public class DeadlineResource {

    private final Callers callers;
    private final Transactions transactions;
    private final OwedDeadlines owed;

    public DeadlineResource(Callers callers, Transactions transactions, OwedDeadlines owed) {
        this.callers = callers;
        this.transactions = transactions;
        this.owed = owed;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "owe")
    @Operation(
            summary =
                    "Deadlines that fall to the posts I hold today, or to me in person, open or missed, soonest first")
    public RestResponse<Page<OwedDeadlineBody>> mine(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        int most = Page.Asked.of(limit, null).limit();
        Optional<DuePlace> place = DuePlace.after(after);
        Page<OwedDeadlineBody> page = callers.reading(
                transactions,
                read -> DuePlace.page(
                        owedBy(read, most + 1, place), most, Function.identity(), OwedDeadlineBody::place));
        return page.answered();
    }

    private List<OwedDeadlineBody> owedBy(Callers.Read read, int limit, Optional<DuePlace> after) {
        Situation situation = read.situation();
        PersonId caller = situation.caller().id();
        List<UUID> posts = Authority.OWE.isFor(Who.HOLDER)
                ? situation.directory().postsHeldAsOfficer(caller, situation.today()).stream()
                        .map(PostDocument::id)
                        .toList()
                : List.of();
        return owed.page(read.transaction(), caller, posts, limit, after);
    }
}
