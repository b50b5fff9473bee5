package uk.concordat.protocols.pack;

import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.rules.Citation;

/**
 * What a protocol says of what the council sets for itself.
 *
 * @param changedBy the roles of the posts whose holders set it
 * @param citation the rule that says so
 * @param quietHours the rule that asks for quiet hours without saying which; empty where none does
 */
public record SettingsTerms(List<String> changedBy, Citation citation, Optional<Citation> quietHours) {

    public SettingsTerms {
        changedBy = List.copyOf(changedBy);
    }
}
