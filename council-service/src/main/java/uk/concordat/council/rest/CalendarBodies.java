package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.council.domain.Proclamation;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.people.PersonId;

/** A council's own non-working days over REST. */
public final class CalendarBodies {

    static final int LINE = 200;
    static final int TEXT = 2_000;

    private CalendarBodies() {}

    /** A day to be proclaimed. */
    @Schema(name = "NewNonWorkingDay")
    public record NewDay(
            @Schema(required = true, implementation = LocalDate.class)
            LocalDate day,

            @Schema(required = true, maxLength = LINE, description = "What a proof will say of it, on one line")
            String why,

            @Schema(required = true, maxLength = LINE, description = "Where it is written, on one line")
            String source,

            @Schema(
                    implementation = String.class,
                    maxLength = TEXT,
                    description = "Why it is proclaimed only now; required for a day that has begun or is over")
            Optional<String> reason) {}

    /** Why a day is withdrawn. */
    @Schema(name = "NonWorkingDayWithdrawal")
    public record Withdrawal(
            @Schema(required = true, maxLength = TEXT) String reason) {}

    /** A person as the council knows them. */
    @Schema(name = "PersonInCouncil")
    public record PersonBody(String username, String name) {

        static Optional<PersonBody> of(PersonId id, Directory directory) {
            return directory.person(id).map(person -> new PersonBody(person.username(), person.name()));
        }
    }

    /**
     * A day that was proclaimed.
     *
     * @param version the calendar's since the proclamation
     * @param withdrawn by whom and why, if it is worked after all
     */
    @Schema(name = "NonWorkingDay")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Day(
            LocalDate day,
            String why,
            String source,
            @Schema(implementation = String.class) Optional<String> reason,
            String version,
            Instant proclaimedAt,
            @Schema(implementation = PersonBody.class) Optional<PersonBody> proclaimedBy,
            @Schema(implementation = Withdrawn.class) Optional<Withdrawn> withdrawn) {

        static Day of(Proclamation proclamation, Directory directory) {
            var proclaimed = proclamation.proclaimed();
            return new Day(
                    proclaimed.day(),
                    proclaimed.why(),
                    proclaimed.source(),
                    proclaimed.reason(),
                    proclaimed.version(),
                    proclaimed.at(),
                    PersonBody.of(proclaimed.by(), directory),
                    proclamation
                            .withdrawn()
                            .map(withdrawn -> new Withdrawn(
                                    withdrawn.reason(),
                                    withdrawn.version(),
                                    withdrawn.at(),
                                    PersonBody.of(withdrawn.by(), directory))));
        }
    }

    /** @param version the calendar's since the withdrawal */
    @Schema(name = "NonWorkingDayWithdrawn")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Withdrawn(
            String reason,
            String version,
            Instant at,
            @Schema(implementation = PersonBody.class) Optional<PersonBody> by) {}

    /**
     * The days in force by date.
     *
     * @param next what to send as {@code after} for the next page; absent on the last
     * @param version the calendar's now
     */
    @Schema(name = "NonWorkingDays")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Days(
            List<Day> items,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> next,
            String version) {}
}
