package uk.concordat.enquiry.domain;

import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;

/** What is not departed from cannot be recorded as a departure, or reports would count what never was. */
final class Departures {

    private Departures() {}

    static Decision<EnquiryEvent, EnquiryRefusal> none(Optional<Departure> departure) {
        return departure.isPresent()
                ? Decision.refuse(EnquiryRefusal.because(Reason.NOTHING_TO_DEPART_FROM))
                : Decision.accept();
    }
}
