package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.application.CouncilCalendar;
import uk.concordat.council.application.Part;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.rest.ClosureBodies.ClosureBody;
import uk.concordat.council.rest.ClosureBodies.ClosuresBody;
import uk.concordat.council.rest.ClosureBodies.NewClosure;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.StrictJson;

/** When a council's offices are closed by its own decision; to people of another it has none. */
@Path("/councils/{council}/closures")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Non-working days")
public class ClosuresResource {

    private final CouncilCalendar calendar;
    private final WrittenDown writtenDown;

    public ClosuresResource(CouncilCalendar calendar, WrittenDown writtenDown) {
        this.calendar = calendar;
        this.writtenDown = writtenDown;
    }

    @POST
    @Extension(name = AuthorityLines.EXTENSION, value = "close")
    @Operation(
            summary = "Close the council's offices on a day, or on all days up to another",
            description =
                    "For member services. They count as no working days, proofs say that they are the council's own, and every open deadline that they touch moves.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewClosure.class)))
    @APIResponse(
            responseCode = "201",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = ClosureBody.class)))
    public Response close(@PathParam("council") String council, byte[] body) {
        return WrittenDown.answer(
                calendar.close(council, body, () -> sent(body)),
                () -> path(council, sent(body).from()),
                () -> Part.closure(sent(body).from()),
                (situation, state) -> shown(sent(body).from(), situation, state));
    }

    @POST
    @Path("/{from}/withdrawal")
    @Extension(name = AuthorityLines.EXTENSION, value = "open")
    @Operation(
            summary = "Withdraw a closure while all of it is still ahead",
            description = "For member services. Every open deadline that it had moved moves back.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarBodies.Withdrawal.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = ClosureBody.class)))
    public Response withdraw(@PathParam("council") String council, @PathParam("from") String from, byte[] body) {
        return Lines.day(from)
                .map(day -> WrittenDown.answer(
                        calendar.withdrawClosure(council, day, body, () -> Lines.whyWithdrawn(body)),
                        () -> path(council, day),
                        () -> Part.closure(day),
                        (situation, state) -> shown(day, situation, state)))
                .orElseGet(Answers::unknown);
    }

    @POST
    @Path("/{from}/shortening")
    @Extension(name = AuthorityLines.EXTENSION, value = "open")
    @Operation(
            summary = "Open the offices again sooner, while some of the closure is still ahead",
            description =
                    "For member services. Every open deadline that the days no longer closed had moved moves back; days that are over stay as they were.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClosureBodies.Shortening.class)))
    @APIResponse(
            responseCode = "200",
            description = "Shortened",
            content = @Content(schema = @Schema(implementation = ClosureBody.class)))
    public Response shorten(@PathParam("council") String council, @PathParam("from") String from, byte[] body) {
        return Lines.day(from)
                .map(day -> WrittenDown.answer(
                        calendar.shortenClosure(council, day, body, () -> shortening(body)),
                        () -> path(council, day),
                        () -> Part.closure(day),
                        (situation, state) -> shown(day, situation, state)))
                .orElseGet(Answers::unknown);
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The closures in force, by their first days, and the calendar's version")
    @APIResponseSchema(ClosuresBody.class)
    public Response list(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        DaysAsked asked = DaysAsked.of(limit, after);
        return writtenDown.read(
                council,
                Part.calendar(),
                (situation, state) -> state.profile().map(profile -> {
                    var page = asked.page(
                            state.closures().inForce(),
                            closure -> closure.closed().from(),
                            closure -> ClosureBody.of(closure, situation.directory()));
                    return new ClosuresBody(page.items(), page.next(), profile.calendarVersion());
                }));
    }

    @GET
    @Path("/{from}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The closure that begins, or was to begin, on a day, marked if it has been withdrawn since")
    @APIResponseSchema(ClosureBody.class)
    public Response read(@PathParam("council") String council, @PathParam("from") String from) {
        return Lines.day(from)
                .map(day -> writtenDown.read(
                        council, Part.closure(day), (situation, state) -> shown(day, situation, state)))
                .orElseGet(Answers::unknown);
    }

    private static CouncilCalendar.SentClosure sent(byte[] body) {
        NewClosure read = StrictJson.read(body, NewClosure.class);
        LocalDate from = Fields.required("from", read.from());
        return new CouncilCalendar.SentClosure(
                from,
                read.to().orElse(from),
                Lines.line("why", read.why()),
                Lines.line("source", read.source()),
                Lines.reason(read.reason()));
    }

    private static CouncilCalendar.SentLastDay shortening(byte[] body) {
        ClosureBodies.Shortening read = StrictJson.read(body, ClosureBodies.Shortening.class);
        return new CouncilCalendar.SentLastDay(
                Fields.required("to", read.to()), Fields.text("reason", read.reason(), CalendarBodies.TEXT));
    }

    private static Optional<ClosureBody> shown(LocalDate from, Situation situation, CouncilState state) {
        return state.closures().from(from).map(closure -> ClosureBody.of(closure, situation.directory()));
    }

    private static String path(String council, LocalDate from) {
        return "/councils/%s/closures/%s".formatted(council, from);
    }
}
