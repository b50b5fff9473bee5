package uk.concordat.notification.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something a person has been told.
 *
 * @param toldAs why this person: {@code responsible-officer} or {@code line-manager}
 * @param text one sentence, without a name and without a word of the case
 */
@Schema(name = "Notification")
public record NotificationBody(
        UUID id,
        String about,
        String toldAs,
        String text,
        @JsonProperty("case") CaseBody of,
        DeadlineBody deadline,
        Instant toldAt) {

    /** The case, by its reference and where it is read. */
    @Schema(name = "NotificationCase")
    public record CaseBody(String reference, String source, String id) {}

    /** The deadline that was breached, and what its date rests on. */
    @Schema(name = "NotificationDeadline")
    public record DeadlineBody(
            UUID id,
            int revision,
            int rung,
            String kind,
            LocalDate dueOn,
            String source,
            String rule,
            String paragraph) {}
}
