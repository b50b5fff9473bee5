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
import java.util.Comparator;
import java.util.List;
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
import uk.concordat.council.domain.Proclamation;
import uk.concordat.council.rest.CalendarBodies.Day;
import uk.concordat.council.rest.CalendarBodies.Days;
import uk.concordat.council.rest.CalendarBodies.NewDay;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
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

    private final CouncilCalendar calendar;
    private final WrittenDown writtenDown;

    public NonWorkingDaysResource(CouncilCalendar calendar, WrittenDown writtenDown) {
        this.calendar = calendar;
        this.writtenDown = writtenDown;
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
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewDay.class)))
    @APIResponse(
            responseCode = "201",
            description = "Proclaimed",
            content = @Content(schema = @Schema(implementation = Day.class)))
    public Response proclaim(@PathParam("council") String council, byte[] body) {
        return WrittenDown.answer(
                calendar.proclaim(council, body, () -> sent(body)),
                () -> path(council, sent(body).day()),
                () -> Part.nonWorkingDay(sent(body).day()),
                (situation, state) -> shown(sent(body).day(), situation, state));
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
            content = @Content(schema = @Schema(implementation = Day.class)))
    public Response withdraw(@PathParam("council") String council, @PathParam("day") String day, byte[] body) {
        return Lines.day(day)
                .map(date -> WrittenDown.answer(
                        calendar.withdraw(council, date, body, () -> Lines.whyWithdrawn(body)),
                        () -> path(council, date),
                        () -> Part.nonWorkingDay(date),
                        (situation, state) -> shown(date, situation, state)))
                .orElseGet(Answers::unknown);
    }

    @GET
    @Path("/non-working-days")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The proclaimed days in force, by date, and the calendar's version")
    @APIResponseSchema(Days.class)
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
                            inForce(state),
                            proclamation -> proclamation.proclaimed().day(),
                            proclamation -> Day.of(proclamation, situation.directory()));
                    return new Days(page.items(), page.next(), profile.calendarVersion());
                }));
    }

    @GET
    @Path("/non-working-days/{day}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "A day that was proclaimed, marked if it has been withdrawn since")
    @APIResponseSchema(Day.class)
    public Response read(@PathParam("council") String council, @PathParam("day") String day) {
        return Lines.day(day)
                .map(date -> writtenDown.read(
                        council, Part.nonWorkingDay(date), (situation, state) -> shown(date, situation, state)))
                .orElseGet(Answers::unknown);
    }

    private static CouncilCalendar.Sent sent(byte[] body) {
        NewDay read = StrictJson.read(body, NewDay.class);
        return new CouncilCalendar.Sent(
                Fields.required("day", read.day()),
                Lines.line("why", read.why()),
                Lines.line("source", read.source()),
                Lines.reason(read.reason()));
    }

    private static List<Proclamation> inForce(CouncilState state) {
        return state.proclamations().values().stream()
                .filter(Proclamation::isInForce)
                .sorted(Comparator.comparing(
                        proclamation -> proclamation.proclaimed().day()))
                .toList();
    }

    private static Optional<Day> shown(LocalDate day, Situation situation, CouncilState state) {
        return state.proclamation(day).map(proclamation -> Day.of(proclamation, situation.directory()));
    }

    private static String path(String council, LocalDate day) {
        return "/councils/%s/non-working-days/%s".formatted(council, day);
    }
}
