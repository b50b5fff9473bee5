package uk.concordat.enquiry.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.enquiry.domain.Capacity;
import uk.concordat.enquiry.domain.Channel;
import uk.concordat.enquiry.domain.Departure;
import uk.concordat.enquiry.domain.EnquiryKind;
import uk.concordat.kit.problem.Fields;

/** The bodies that this service takes. Optional components may be left out; all others are required. */
public final class Bodies {

    static final int SUBJECT = 200;
    static final int TEXT = 20_000;

    private Bodies() {}

    /** An enquiry. An officer who logs it for a member names the member and says when it was received. */
    @Schema(name = "NewEnquiry")
    public record NewEnquiry(
            @Schema(
                    required = true,
                    implementation = String.class,
                    enumeration = {"question"})
            EnquiryKind kind,

            @Schema(required = true, maxLength = SUBJECT) String subject,
            @Schema(required = true, maxLength = TEXT) String text,

            @Schema(required = true, description = "Whether only facts are asked for")
            Boolean factual,

            @Schema(
                    implementation = String.class,
                    enumeration = {"ward", "cabinet", "scrutiny", "committee", "chair", "outside-body", "party"},
                    description = "In which capacity the member asks; required unless an officer asks a member")
            Optional<Capacity> capacity,

            @Schema(
                    required = true,
                    implementation = String.class,
                    enumeration = {"portal", "email", "letter", "telephone", "fax", "in-person"})
            Channel channel,

            @Schema(required = true, description = "The username of whom is asked")
            String addressee,

            @Schema(description = "The member's username; only in an enquiry that an officer logs")
            Optional<String> onBehalfOf,

            @Schema(
                    implementation = Instant.class,
                    description = "When it was received; only in an enquiry that an officer logs")
            Optional<Instant> receivedAt,

            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}

    /** A departure from what the protocol says should be; recorded with its reason, which a report counts. */
    @Schema(name = "Departure")
    public record DepartureBody(
            @Schema(required = true, maxLength = SUBJECT, examples = "COL-24")
            String rule,

            @Schema(implementation = String.class, maxLength = TEXT)
            Optional<String> reason) {

        Departure toDomain() {
            return new Departure(
                    Fields.text("departure/rule", rule, SUBJECT),
                    reason.filter(words -> !words.isBlank())
                            .map(words -> Fields.text("departure/reason", words, TEXT))
                            .orElse(""));
        }
    }

    /** An acknowledgement; under a protocol of promised dates it names the day by which the answer will come. */
    @Schema(name = "Acknowledgement")
    public record Acknowledgement(
            @Schema(required = true, maxLength = TEXT) String text,

            @Schema(implementation = LocalDate.class, description = "The day by which the answer is promised")
            Optional<LocalDate> replyBy,

            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}

    /** Why an answer is delayed. */
    @Schema(name = "HoldingReply")
    public record HoldingReply(
            @Schema(required = true, maxLength = TEXT) String text,

            @Schema(implementation = String.class, maxLength = TEXT, description = "The reasons for the delay")
            Optional<String> reasons,

            @Schema(implementation = Boolean.class, description = "Whether it also acknowledges the enquiry")
            Optional<Boolean> acknowledges,

            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}

    /** A promised date cannot be kept: another, and why. */
    @Schema(name = "Timescale")
    public record Timescale(
            @Schema(implementation = LocalDate.class, description = "The new day")
            Optional<LocalDate> replyBy,

            @Schema(implementation = String.class, maxLength = TEXT)
            Optional<String> explanation,

            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}

    /** What one side writes to the other. */
    @Schema(name = "Letter")
    public record Letter(
            @Schema(required = true, maxLength = TEXT) String text,
            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}

    /** To whom an enquiry is given. */
    @Schema(name = "Assignment")
    public record Assignment(
            @Schema(required = true, description = "The officer's username")
            String officer,

            @Schema(implementation = String.class, maxLength = TEXT)
            Optional<String> reason,

            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}

    /** Why an enquiry is reopened. */
    @Schema(name = "Reopening")
    public record Reopening(
            @Schema(required = true, maxLength = TEXT) String reason,
            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}

    /** Why an enquiry is closed or taken back, if the person says so. */
    @Schema(name = "Ending")
    public record Ending(
            @Schema(implementation = String.class, maxLength = TEXT)
            Optional<String> reason,

            @Schema(implementation = DepartureBody.class) Optional<DepartureBody> departure) {}
}
