package uk.concordat.notification.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something a person has been told.
 *
 * @param about {@code deadline-breached}, {@code deadline-reminder}, {@code deadline-moved} or {@code deadline-annulled}
 * @param toldAs why this person, such as {@code responsible-officer}, {@code line-manager} or {@code director}
 * @param text a sentence or two, without a name and without a word of the case
 * @param ladder the local setting by which it came up the line; only from rung 1
 * @param readAt when I marked it as read
 * @param mail what came of sending it by mail; absent where it was not to be sent
 */
@Schema(name = "Notification")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NotificationBody(
        UUID id,
        String about,
        String toldAs,
        String text,
        @JsonProperty("case") CaseBody of,
        DeadlineBody deadline,
        @Schema(implementation = LadderBody.class) Optional<LadderBody> ladder,
        Instant toldAt,
        @Schema(implementation = Instant.class) Optional<Instant> readAt,
        @Schema(implementation = MailBody.class) Optional<MailBody> mail) {

    /** The case, by its reference and where it is read. */
    @Schema(name = "NotificationCase")
    public record CaseBody(String reference, String source, String id) {}

    /**
     * The deadline as it was when this was told, and what its date rests on.
     *
     * @param rung the step of the ladder; 0 for the breach itself and for all that is no breach
     * @param before the day that was told before, where it has moved
     * @param reading {@code stated} where the protocol says so itself, {@code ours} where we read it so; absent in what was
     *     told before that was kept
     */
    @Schema(name = "NotificationDeadline")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record DeadlineBody(
            UUID id,
            int revision,
            int rung,
            String kind,
            LocalDate dueOn,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> before,
            String source,
            String rule,
            String paragraph,
            @Schema(implementation = String.class) Optional<String> reading) {}

    /**
     * How a breach climbs where no protocol says.
     *
     * @param source always {@code local-setting}: the council's own word, never the protocol's
     * @param workingDays between one rung and the next
     */
    @Schema(name = "NotificationLadder")
    public record LadderBody(String source, int workingDays) {}

    /**
     * How far it has come by mail, in real time.
     *
     * @param status {@code queued}, {@code sent}, {@code refused}, {@code bounced} or {@code failed}
     * @param code what the server said last, such as {@code 550}, or a word such as {@code timeout}, {@code bad-address} or {@code left}
     */
    @Schema(name = "NotificationMail")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record MailBody(
            String status,
            int attempts,
            @Schema(implementation = Instant.class) Optional<Instant> lastTriedAt,
            @Schema(implementation = String.class) Optional<String> code) {}
}
