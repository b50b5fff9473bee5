package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.council.domain.Closure;
import uk.concordat.council.rest.CalendarBodies.PersonBody;
import uk.concordat.kit.council.Directory;

/** When a council's offices are closed, over REST. */
public final class ClosureBodies {

    private ClosureBodies() {}

    /** Days on which the offices are to be closed. */
    @Schema(name = "NewClosure")
    public record NewClosure(
            @Schema(required = true, implementation = LocalDate.class)
            LocalDate from,

            @Schema(implementation = LocalDate.class, description = "The last day; the first if left out")
            Optional<LocalDate> to,

            @Schema(
                    required = true,
                    maxLength = CalendarBodies.LINE,
                    description = "What a proof will say of them, on one line")
            String why,

            @Schema(required = true, maxLength = CalendarBodies.LINE, description = "Where it is written, on one line")
            String source,

            @Schema(
                    implementation = String.class,
                    maxLength = CalendarBodies.TEXT,
                    description = "Why it is said only now; required where the first day has begun or is over")
            Optional<String> reason) {}

    /** When the offices open again sooner, and why. */
    @Schema(name = "ClosureShortening")
    public record Shortening(
            @Schema(
                    required = true,
                    implementation = LocalDate.class,
                    description = "The last day now: today or later, and before what it was")
            LocalDate to,

            @Schema(required = true, maxLength = CalendarBodies.TEXT)
            String reason) {}

    /**
     * @param was the last day when the closure was set
     * @param version the calendar's since it was shortened
     */
    @Schema(name = "ClosureShortened")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Shortened(
            LocalDate was,
            String reason,
            String version,
            Instant at,

            @Schema(implementation = PersonBody.class) Optional<PersonBody> by) {}

    /**
     * A closure.
     *
     * @param to the last day, as it is now
     * @param setBy {@code local}: the council's own word, never the protocol's nor a bank holiday's
     * @param version the calendar's since it was set
     * @param shortened the last time that it was
     */
    @Schema(name = "Closure")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ClosureBody(
            LocalDate from,
            LocalDate to,
            String why,
            String source,
            String setBy,
            @Schema(implementation = String.class) Optional<String> reason,
            String version,
            Instant closedAt,

            @Schema(implementation = PersonBody.class) Optional<PersonBody> closedBy,

            @Schema(implementation = Shortened.class) Optional<Shortened> shortened,

            @Schema(implementation = CalendarBodies.Withdrawn.class)
            Optional<CalendarBodies.Withdrawn> withdrawn) {

        static ClosureBody of(Closure closure, Directory directory) {
            var closed = closure.closed();
            return new ClosureBody(
                    closed.from(),
                    closure.to(),
                    closed.why(),
                    closed.source(),
                    "local",
                    closed.reason(),
                    closed.version(),
                    closed.at(),
                    PersonBody.of(closed.by(), directory),
                    closure.shortened()
                            .map(shortened -> new Shortened(
                                    closed.to(),
                                    shortened.reason(),
                                    shortened.version(),
                                    shortened.at(),
                                    PersonBody.of(shortened.by(), directory))),
                    closure.withdrawn()
                            .map(withdrawn -> new CalendarBodies.Withdrawn(
                                    withdrawn.reason(),
                                    withdrawn.version(),
                                    withdrawn.at(),
                                    PersonBody.of(withdrawn.by(), directory))));
        }
    }

    /** Those in force by their first days; beside them the calendar's version. */
    @Schema(name = "Closures")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ClosuresBody(
            List<ClosureBody> items,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> next,
            String version) {}
}
