package uk.concordat.protocols.pack;

/**
 * One council's protocol, as data: the policies that it names and their parameters.
 *
 * @param title of the council's document
 * @param council such as {@code city-of-london}
 * @param approved the day the council approved it (ISO 8601), or {@code not stated}
 */
public record Pack(PackId id, String title, String council, String approved, EnquiryTerms enquiries) {}
