package uk.concordat.enquiry.domain;

import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryEvent.DepartureRecorded;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.pack.AddresseeTerms;

/**
 * Policy {@code senior-unless-factual}: what does not ask for facts alone goes to a senior officer first (COL-24, HAR-34).
 * The rule says should: with a reason a member may ask a junior officer all the same, and that is recorded.
 */
record SeniorUnlessFactual(AddresseeTerms terms) {

    static final String NAME = "senior-unless-factual";

    /** Nothing, the departure that was made, or why it may not be. */
    Decision<EnquiryEvent, EnquiryRefusal> check(Receive receipt) {
        boolean isJunior = terms.roles().stream().noneMatch(receipt.addresseeRoles()::contains);
        if (receipt.factual() || !isJunior) {
            return Departures.none(receipt.departure());
        }
        String rule = terms.citation().rule();
        Optional<Departure> departure =
                receipt.departure().filter(it -> it.rule().equals(rule));
        if (departure.isEmpty()) {
            return Decision.refuse(EnquiryRefusal.because(Reason.ADDRESSEE_TOO_JUNIOR, terms.citation()));
        }
        return departure.get().reason().isBlank()
                ? Decision.refuse(EnquiryRefusal.because(Reason.DEPARTURE_WITHOUT_REASON, terms.citation()))
                : Decision.accept(new DepartureRecorded(
                        receipt.loggedBy().orElse(receipt.member()),
                        receipt.now(),
                        rule,
                        departure.get().reason()));
    }
}
