package uk.concordat.enquiry.rest;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.enquiry.domain.Capacity;
import uk.concordat.enquiry.domain.Channel;
import uk.concordat.enquiry.domain.EnquiryKind;

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
                    required = true,
                    implementation = String.class,
                    enumeration = {"ward", "cabinet", "scrutiny", "committee", "chair", "outside-body", "party"})
            Capacity capacity,

            @Schema(
                    required = true,
                    implementation = String.class,
                    enumeration = {"portal", "email", "letter", "telephone", "fax", "in-person"})
            Channel channel,

            @Schema(required = true, description = "The officer's username")
            String addressee,

            @Schema(description = "The member's username; only in an enquiry that an officer logs")
            Optional<String> onBehalfOf,

            @Schema(
                    implementation = Instant.class,
                    description = "When it was received; only in an enquiry that an officer logs")
            Optional<Instant> receivedAt) {}

    /** What an officer writes to the member. */
    @Schema(name = "Letter")
    public record Letter(
            @Schema(required = true, maxLength = TEXT) String text) {}

    /** Why an enquiry is taken back, if the member says so. */
    @Schema(name = "Withdrawal")
    public record Withdrawal(
            @Schema(implementation = String.class, maxLength = TEXT)
            Optional<String> reason) {}
}
