package uk.concordat.notification.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.kit.reading.DuePlace;

/**
 * A deadline that somebody is responsible for.
 *
 * @param status {@code open} or {@code missed}
 * @param dueAt the first moment at which it is late
 */
@Schema(name = "OwedDeadline")
public record OwedDeadlineBody(
        UUID id,
        int revision,
        String kind,
        String status,
        LocalDate dueOn,
        Instant dueAt,
        @JsonProperty("case") NotificationBody.CaseBody of,
        BasisBody basis) {

    DuePlace place() {
        return new DuePlace(Optional.of(dueAt), id);
    }

    /** What the date rests on. */
    @Schema(name = "OwedDeadlineBasis")
    public record BasisBody(String source, String rule, String paragraph, String reading) {}
}
