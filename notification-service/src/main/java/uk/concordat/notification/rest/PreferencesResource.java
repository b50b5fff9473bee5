package uk.concordat.notification.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.StrictJson;

/** How I want to be told. */
@Path("/preferences")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Preferences")
public class PreferencesResource {

    /**
     * How somebody wants to be told, from now on.
     *
     * @param mail whether by mail too; what is told is in the inbox in any case
     */
    @Schema(name = "Preferences")
    public record Preferences(@Nullable Boolean mail) {}

    private final Callers callers;
    private final Transactions transactions;

    public PreferencesResource(Callers callers, Transactions transactions) {
        this.callers = callers;
        this.transactions = transactions;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "prefer")
    @Operation(summary = "How I want to be told")
    @APIResponse(
            responseCode = "200",
            description = "As I have chosen, or as it is for who has chosen nothing",
            content = @Content(schema = @Schema(implementation = Preferences.class)))
    public Response mine() {
        return answer(callers.reading(transactions, PreferencesResource::read));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = AuthorityLines.EXTENSION, value = "prefer")
    @Operation(summary = "I want to be told so from now on")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = Preferences.class)))
    public Response choose(
            @RequestBody(content = @Content(schema = @Schema(implementation = Preferences.class))) byte[] body) {
        boolean mail =
                Fields.required("mail", StrictJson.read(body, Preferences.class).mail());
        return answer(callers.reading(transactions, read -> {
            read.transaction()
                    .roundTrip()
                    .update(
                            """
                            insert into preference (tenant, person, mail) values (?, ?, ?)
                            on conflict (tenant, person) do update set mail = excluded.mail""",
                            read.transaction().tenant().key(),
                            read.situation().caller().id().value(),
                            mail)
                    .send();
            return new Preferences(mail);
        }));
    }

    private static Preferences read(Callers.Read read) {
        RoundTrip roundTrip = read.transaction().roundTrip();
        Pending<Boolean> chosen = roundTrip.query(
                "select mail from preference where tenant = ? and person = ?",
                row -> row.getBoolean("mail"),
                read.transaction().tenant().key(),
                read.situation().caller().id().value());
        roundTrip.send();
        return new Preferences(chosen.first().orElse(true));
    }

    private static Response answer(Preferences preferences) {
        return Response.ok(preferences)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
