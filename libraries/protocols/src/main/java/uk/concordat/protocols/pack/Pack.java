package uk.concordat.protocols.pack;

import java.util.Optional;

/**
 * One council's protocol, as data: the policies that it names and their parameters.
 *
 * @param title of the council's document
 * @param council such as {@code city-of-london}
 * @param approved the day the council approved it (ISO 8601), or {@code not stated}
 * @param groups what makes a political group; empty where the protocol does not say
 * @param settings what the council sets for itself, and who does; empty where the protocol does not say
 * @param adoption who writes down which protocol is adopted; empty where the protocol does not say
 */
public record Pack(
        PackId id,
        String title,
        String council,
        String approved,
        EnquiryTerms enquiries,
        Optional<GroupTerms> groups,
        Optional<SettingsTerms> settings,
        Optional<AdoptionTerms> adoption) {

    /** A protocol that does not say who sets anything. */
    public Pack(
            PackId id,
            String title,
            String council,
            String approved,
            EnquiryTerms enquiries,
            Optional<GroupTerms> groups) {
        this(id, title, council, approved, enquiries, groups, Optional.empty(), Optional.empty());
    }

    /** A protocol that does not say what a political group is. */
    public Pack(PackId id, String title, String council, String approved, EnquiryTerms enquiries) {
        this(id, title, council, approved, enquiries, Optional.empty());
    }
}
