package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;

import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;

/** How an enquiry and its deadlines stand. */
record Stand(Known enquiry) {

    static Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> given(EnquiryEvent... events) {
        return Scenario.given(DECIDER, events);
    }

    static Stand of(Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> scenario) {
        return switch (scenario.state()) {
            case Known known -> new Stand(known);
            case EnquiryState.NotReceived _ -> throw new AssertionError("The enquiry was not received");
        };
    }

    Deadline deadline(DeadlineId id) {
        return enquiry.deadlines().stream()
                .filter(deadline -> deadline.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String acknowledgement() {
        return deadline(ACKNOWLEDGEMENT).standing().code();
    }

    String fullResponse() {
        return deadline(FULL_RESPONSE).standing().code();
    }
}
