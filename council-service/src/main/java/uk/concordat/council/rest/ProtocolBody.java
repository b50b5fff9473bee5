package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.UnstatedTerm;
import uk.concordat.protocols.rules.Citation;

/**
 * A council's protocol over REST.
 *
 * @param approved the day the council approved it, or {@code not stated}
 * @param parameters the same as a table, with what the council has set for itself: the rows are those of every council
 */
@Schema(name = "Protocol")
public record ProtocolBody(
        String pack,
        String version,
        String title,
        String council,
        String approved,
        EnquiriesBody enquiries,
        List<ParameterBody> parameters) {

    /**
     * What it says of enquiries.
     *
     * @param channels those by which an enquiry starts the clocks
     * @param answerSettlesAcknowledgement why an answer also meets an acknowledgement that is still open; absent where it
     *     does not
     * @param unstated what it leaves open
     */
    @Schema(name = "ProtocolOfEnquiries")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record EnquiriesBody(
            List<ClockBody> clocks,
            List<String> channels,
            CitationBody channelsRule,
            @Schema(implementation = CitationBody.class) Optional<CitationBody> answerSettlesAcknowledgement,
            List<UnstatedBody> unstated) {

        static EnquiriesBody of(EnquiryTerms terms) {
            return new EnquiriesBody(
                    terms.clocks().stream().map(ClockBody::of).toList(),
                    terms.channels(),
                    CitationBody.of(terms.channelsRule()),
                    terms.answerSettlesAcknowledgement().map(CitationBody::of),
                    terms.unstated().stream().map(UnstatedBody::of).toList());
        }
    }

    /** A limit and the rule that sets it; the reading is {@code stated} or {@code ours}. */
    @Schema(name = "ProtocolClock")
    public record ClockBody(
            String kind, String policy, int workingDays, String rule, String paragraph, String reading) {

        static ClockBody of(ClockTerms clock) {
            Citation citation = clock.citation();
            return new ClockBody(
                    clock.kind(),
                    clock.policy(),
                    clock.workingDays(),
                    citation.rule(),
                    citation.paragraph(),
                    citation.reading().code());
        }
    }

    /** A deadline without a limit, and the rule that speaks of it. */
    @Schema(name = "ProtocolUnstated")
    public record UnstatedBody(String kind, String rule, String paragraph, String reading) {

        static UnstatedBody of(UnstatedTerm term) {
            Citation citation = term.citation();
            return new UnstatedBody(
                    term.kind(),
                    citation.rule(),
                    citation.paragraph(),
                    citation.reading().code());
        }
    }

    /** Why something is so. */
    @Schema(name = "ProtocolCitation")
    public record CitationBody(String rule, String paragraph, String reading) {

        static CitationBody of(Citation citation) {
            return new CitationBody(
                    citation.rule(), citation.paragraph(), citation.reading().code());
        }
    }

    static ProtocolBody of(Pack pack, LocalSettings settings) {
        return new ProtocolBody(
                pack.id().pack(),
                pack.id().version(),
                pack.title(),
                pack.council(),
                pack.approved(),
                EnquiriesBody.of(pack.enquiries()),
                Parameters.of(pack, settings));
    }
}
