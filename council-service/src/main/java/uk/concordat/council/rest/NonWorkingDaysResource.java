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
import java.net.URI;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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
import uk.concordat.council.application.CouncilStreams;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.ETag;
import uk.concordat.kit.command.Outcome;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.StrictJson;

/** The days on which a council does not work beside the bank holidays; to people of another it has none. */
@Path("/councils/{council}")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Non-working days")
public class NonWorkingDaysResource {

    private static final String PATH = "/councils/%s/non-working-days";

    private final CouncilCalendar calendar;
    private final EventStore<CouncilState, CouncilEvent> store;
    private final Callers callers;
    private final Transactions transactions;

    public NonWorkingDaysResource(
            CouncilCalendar calendar,
            EventStore<CouncilState, CouncilEvent> store,
            Callers callers,
            Transactions transactions) {
        this.calendar = calendar;
        this.store = store;
        this.callers = callers;
        this.transactions = transactions;
    }

    @POST
    @Path("/non-working-days")
    @Extension(name = AuthorityLines.EXTENSION, value = "proclaim")
    @Operation(
            summary = "Proclaim a day on which the council does not work",
            description =
                    "For member services. Every open deadline that it touches moves. A day that has begun or is over needs a reason.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarBodies.NewDay.class)))
    @APIResponse(
            responseCode = "201",
            description = "Proclaimed",
            content = @Content(schema = @Schema(implementation = CalendarBodies.Day.class)))
    public Response proclaim(@PathParam("council") String council, byte[] body) {
        var outcome = calendar.proclaim(council, body, () -> sent(newDay(body)));
        Response answer = Answers.of(
                outcome,
                PATH.formatted(council),
                (situation, stream) -> shown(newDay(body).day(), situation, stream.state()));
        return outcome instanceof Outcome.Done<CouncilState, CouncilEvent> ? created(council, body, answer) : answer;
    }

    @POST
    @Path("/non-working-days/{day}/withdrawal")
    @Extension(name = AuthorityLines.EXTENSION, value = "withdraw")
    @Operation(
            summary = "Withdraw a proclaimed day while it is still ahead",
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
            content = @Content(schema = @Schema(implementation = CalendarBodies.Day.class)))
    public Response withdraw(@PathParam("council") String council, @PathParam("day") String day, byte[] body) {
        return Lines.day(day)
                .map(date -> Answers.of(
                        calendar.withdraw(council, date, body, () -> reason(body)),
                        PATH.formatted(council),
                        (situation, stream) -> shown(date, situation, stream.state())))
                .orElseGet(Answers::unknown);
    }

    @GET
    @Path("/non-working-days")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The proclaimed days in force, by date, and the calendar's version")
    @APIResponseSchema(CalendarBodies.Days.class)
    public Response list(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        DaysAsked asked = DaysAsked.of(limit, after);
        return seen(
                council,
                state -> state.profile().isPresent(),
                (situation, state) -> asked.page(state, situation.directory()));
    }

    @GET
    @Path("/non-working-days/{day}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "A day that was proclaimed, marked if it has been withdrawn since")
    @APIResponseSchema(CalendarBodies.Day.class)
    public Response read(@PathParam("council") String council, @PathParam("day") String day) {
        return Lines.day(day)
                .map(date -> seen(
                        council,
                        state -> state.proclamation(date).isPresent(),
                        (situation, state) -> shown(date, situation, state)))
                .orElseGet(Answers::unknown);
    }

    /** Another council's stream is not found by its key among the caller's own. */
    private Response seen(String council, Predicate<CouncilState> exists, BiFunction<Situation, CouncilState, ?> show) {
        return callers.reading(transactions, read -> {
            Stream<CouncilState, CouncilEvent> stream = store.load(read.transaction(), CouncilStreams.of(council));
            return exists.test(stream.state())
                    ? Answers.shown(show.apply(read.situation(), stream.state()), ETag.of(stream))
                    : Answers.unknown();
        });
    }

    /** What is new is the day, under the council's own path. */
    private static Response created(String council, byte[] body, Response changed) {
        return Response.fromResponse(changed)
                .location(
                        URI.create(PATH.formatted(council) + "/" + newDay(body).day()))
                .build();
    }

    private static CalendarBodies.NewDay newDay(byte[] body) {
        return StrictJson.read(body, CalendarBodies.NewDay.class);
    }

    private static CalendarBodies.Day shown(LocalDate day, Situation situation, CouncilState state) {
        return CalendarBodies.Day.of(state.proclamation(day).orElseThrow(), situation.directory());
    }

    private static CouncilCalendar.Sent sent(CalendarBodies.NewDay body) {
        return new CouncilCalendar.Sent(
                Fields.required("day", body.day()),
                Lines.line("why", body.why()),
                Lines.line("source", body.source()),
                Lines.reason(body.reason()));
    }

    private static String reason(byte[] body) {
        return Fields.text(
                "reason", StrictJson.read(body, CalendarBodies.Withdrawal.class).reason(), CalendarBodies.TEXT);
    }
}
