package uk.concordat.enquiry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.protocols.pack.UnstatedTerm;

/** An enquiry over REST. */
@Schema(name = "Enquiry")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EnquiryBody(
        UUID id,
        String reference,
        String council,
        Protocol protocol,
        String status,
        boolean overdue,
        String kind,
        String direction,
        String subject,
        String text,
        boolean factual,
        @Schema(implementation = String.class) Optional<String> capacity,
        String channel,
        Instant receivedAt,
        PersonBody member,
        PersonBody officer,
        @Schema(implementation = PersonBody.class) Optional<PersonBody> loggedBy,
        @Schema(implementation = LetterBody.class) Optional<LetterBody> acknowledgement,
        @Schema(implementation = LetterBody.class) Optional<LetterBody> response,
        List<CorrespondenceBody> letters,
        @Schema(implementation = PromiseBody.class) Optional<PromiseBody> promise,
        List<DeadlineBody> deadlines,
        List<Unstated> unstated,
        List<ActionBody> actions) {

    /** The pack the enquiry was received under, which governs it. */
    public record Protocol(String pack, String version) {}

    /** What an officer wrote, and when. */
    public record LetterBody(PersonBody by, Instant at, String text) {}

    /** Everything that was written, oldest first: {@code acknowledgement}, {@code holding-reply}, {@code response} or {@code follow-up}. */
    @Schema(name = "Correspondence")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record CorrespondenceBody(
            String kind,
            PersonBody by,
            Instant at,
            String text,
            @Schema(implementation = String.class) Optional<String> reasons) {}

    /**
     * The day by which an answer is promised.
     *
     * @param revisions how often it was revised
     * @param slippage working days by which all revisions together put it off
     */
    @Schema(name = "Promise")
    public record PromiseBody(LocalDate replyBy, int revisions, int slippage, List<RevisionBody> revised) {}

    /** One revision; where it was not in time, the day before stays missed. */
    @Schema(name = "Revision")
    public record RevisionBody(
            PersonBody by,
            Instant at,
            LocalDate before,
            LocalDate replyBy,
            boolean inTime,
            int slippage,
            String explanation) {}

    /** A time that the protocol leaves open. */
    public record Unstated(String kind, String rule, String paragraph, String reading) {

        static Unstated of(UnstatedTerm term) {
            return new Unstated(
                    term.kind(),
                    term.citation().rule(),
                    term.citation().paragraph(),
                    term.citation().reading().code());
        }
    }

    /** What the caller may do now, or why not. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ActionBody(
            String action,
            boolean allowed,
            @Schema(implementation = String.class) Optional<String> code,
            @Schema(implementation = String.class) Optional<String> why,
            @Schema(implementation = String.class) Optional<String> rule) {}
}
