package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.council.rest.CalendarBodies.PersonBody;

/** The protocols that a council goes by, over REST. */
public final class AdoptionBodies {

    static final int TEXT = 2_000;
    static final int NAME = 100;

    private AdoptionBodies() {}

    /** A protocol to be adopted. */
    @Schema(name = "NewAdoption")
    public record NewAdoption(
            @Schema(required = true, maxLength = NAME) String pack,
            @Schema(required = true, maxLength = NAME) String version,

            @Schema(
                    required = true,
                    implementation = LocalDate.class,
                    description = "The first day on which it is in force: today or later, or any where none is yet")
            LocalDate from,

            @Schema(required = true, maxLength = TEXT, description = "Why; shown to the people of the council")
            String reason) {}

    /** Why an adoption is withdrawn. */
    @Schema(name = "AdoptionWithdrawal")
    public record Withdrawal(
            @Schema(required = true, maxLength = TEXT) String reason) {}

    /**
     * Something that an officer has written down.
     *
     * @param by who did; absent where they are known no more
     */
    @Schema(name = "AdoptionAct")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Act(
            String reason,
            Instant at,

            @Schema(implementation = PersonBody.class) Optional<PersonBody> by) {}

    /**
     * A protocol from its first day on.
     *
     * @param status {@code in-force}, {@code ahead}, {@code past}, {@code withdrawn}, or {@code replaced} by another from the
     *     same day
     * @param source {@code officer}, or {@code council.csv} where the council's files named it
     * @param adopted when, by whom and why; absent where the files named it
     */
    @Schema(name = "Adoption")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Adoption(
            String pack,
            String version,
            LocalDate from,
            String status,
            String source,
            @Schema(implementation = Act.class) Optional<Act> adopted,
            @Schema(implementation = Act.class) Optional<Act> withdrawn) {}

    /** Who writes down which is adopted: whom the protocol in force names, or, where it names nobody, the Head of Paid Service. */
    @Schema(name = "AdoptedBy")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record AdoptedBy(
            List<String> roles,

            @Schema(implementation = SettingsBodies.OpenBody.class)
            Optional<SettingsBodies.OpenBody> because) {}

    /** All of them by their first days, also those that were withdrawn or replaced before they came. */
    @Schema(name = "Adoptions")
    public record Adoptions(AdoptedBy adoptedBy, List<Adoption> items) {}
}
