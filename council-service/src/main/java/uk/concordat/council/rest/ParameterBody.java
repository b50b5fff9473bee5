package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.protocols.rules.Citation;

/**
 * One parameter of a council's protocol: a row of the table that all councils' protocols can be laid side by side in.
 *
 * @param value in words; {@code none stated} where the protocol leaves it open
 * @param source {@code protocol}; {@code local-setting} or {@code local-target} where the council sets it itself; {@code none} where the protocol
 *     does not know it
 * @param rule the rule behind it, absent where there is none
 * @param reading whether the paragraph states it, or the reading is ours
 */
@Schema(name = "ProtocolParameter")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ParameterBody(
        String parameter,
        String value,
        String source,
        @Schema(implementation = String.class) Optional<String> policy,
        @Schema(implementation = String.class) Optional<String> rule,
        @Schema(implementation = String.class) Optional<String> paragraph,
        @Schema(implementation = String.class) Optional<String> reading) {

    static ParameterBody stated(String parameter, String value, Citation citation) {
        return of(parameter, value, Optional.empty(), citation);
    }

    static ParameterBody byPolicy(String parameter, String value, String policy, Citation citation) {
        return of(parameter, value, Optional.of(policy), citation);
    }

    /** What the protocol does not know. */
    static ParameterBody unknown(String parameter) {
        return without(parameter, "not in this protocol", "none");
    }

    /** What the council sets for itself. */
    static ParameterBody local(String parameter, Optional<Integer> workingDays) {
        return localInWords(parameter, workingDays.map(ParameterBody::days));
    }

    static ParameterBody localInWords(String parameter, Optional<String> value) {
        return without(parameter, value.orElse("not set"), "local-setting");
    }

    /** The council's own target for what the protocol gives no time. */
    static ParameterBody localTarget(String parameter, Optional<Integer> workingDays) {
        return without(parameter, workingDays.map(ParameterBody::days).orElse("not set"), "local-target");
    }

    static String days(int number) {
        return number == 1 ? "1 working day" : number + " working days";
    }

    private static ParameterBody of(String parameter, String value, Optional<String> policy, Citation citation) {
        return new ParameterBody(
                parameter,
                value,
                "protocol",
                policy,
                Optional.of(citation.rule()),
                Optional.of(citation.paragraph()),
                Optional.of(citation.reading().code()));
    }

    private static ParameterBody without(String parameter, String value, String source) {
        return new ParameterBody(
                parameter, value, source, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
