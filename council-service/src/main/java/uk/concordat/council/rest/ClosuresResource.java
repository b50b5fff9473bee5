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
import java.util.List;
import java.util.Optional;
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
import uk.concordat.council.domain.Closure;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.rest.ClosureBodies.ClosureBody;
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

/** When a council's offices are closed by its own decision; to people of another it has none. */
@Path("/councils/{council}/closures")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Non-working days")
public class ClosuresResource {

    private static final String PATH = "/councils/%s/closures";

    private final CouncilCalendar calendar;
    private final EventStore<CouncilState, CouncilEvent> store;
    private final Callers callers;
    private final Transactions transactions;

    public ClosuresResource(
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
                            schema = @Schema(implementation = ClosureBodies.NewClosure.class)))
    @APIResponse(
            responseCode = "201",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = ClosureBody.class)))
    public Response close(@PathParam("council") String council, byte[] body) {
        var outcome = calendar.close(council, body, () -> sent(body));
        Response answer = Answers.of(
                outcome,
                PATH.formatted(council),
                (situation, stream) -> shown(sent(body).from(), situation, stream.state()));
        return outcome instanceof Outcome.Done<CouncilState, CouncilEvent>
                ? Response.fromResponse(answer)
                        .location(URI.create(
                                PATH.formatted(council) + "/" + sent(body).from()))
                        .build()
                : answer;
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
                .map(day -> Answers.of(
                        calendar.withdrawClosure(council, day, body, () -> reason(body)),
                        PATH.formatted(council),
                        (situation, stream) -> shown(day, situation, stream.state())))
                .orElseGet(Answers::unknown);
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The closures in force, by their first days, and the calendar's version")
    @APIResponseSchema(ClosureBodies.ClosuresBody.class)
    public Response list(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        DaysAsked asked = DaysAsked.of(limit, after);
        return seen(council, state -> state.profile().isPresent(), (situation, state) -> {
            List<Closure> closures = state.closures().inForce().stream()
                    .filter(closure -> closure.closed().from().isAfter(asked.after()))
                    .toList();
            List<ClosureBody> page = closures.stream()
                    .limit(asked.limit())
                    .map(closure -> ClosureBody.of(closure, situation.directory()))
                    .toList();
            return new ClosureBodies.ClosuresBody(
                    page,
                    closures.size() > page.size() ? Optional.of(page.getLast().from()) : Optional.empty(),
                    state.profile().map(Profile::calendarVersion).orElseThrow());
        });
    }

    @GET
    @Path("/{from}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The closure that begins, or was to begin, on a day, marked if it has been withdrawn since")
    @APIResponseSchema(ClosureBody.class)
    public Response read(@PathParam("council") String council, @PathParam("from") String from) {
        return Lines.day(from)
                .map(day -> seen(
                        council,
                        state -> state.closures().from(day).isPresent(),
                        (situation, state) -> shown(day, situation, state)))
                .orElseGet(Answers::unknown);
    }

    private static CouncilCalendar.SentClosure sent(byte[] body) {
        ClosureBodies.NewClosure read = StrictJson.read(body, ClosureBodies.NewClosure.class);
        LocalDate from = Fields.required("from", read.from());
        return new CouncilCalendar.SentClosure(
                from,
                read.to().orElse(from),
                Lines.line("why", read.why()),
                Lines.line("source", read.source()),
                Lines.reason(read.reason()));
    }

    private static String reason(byte[] body) {
        return Fields.text(
                "reason", StrictJson.read(body, CalendarBodies.Withdrawal.class).reason(), CalendarBodies.TEXT);
    }

    private static ClosureBody shown(LocalDate from, Situation situation, CouncilState state) {
        return ClosureBody.of(state.closures().from(from).orElseThrow(), situation.directory());
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
}
