package uk.concordat.enquiry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.EnquiryCommand;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryRefusal;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.Part;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.command.Situation;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.rules.Citation;

/** What the caller may do to an enquiry now. The decider itself is asked, so the answer is the one the act would get. */
@ApplicationScoped
public class EnquiryActions {

    private final EnquiryProtocols protocols;

    public EnquiryActions(EnquiryProtocols protocols) {
        this.protocols = protocols;
    }

    List<EnquiryBody.ActionBody> of(Known enquiry, Situation situation) {
        PersonId caller = situation.caller().id();
        Part part = Enquiries.part(enquiry, situation);
        return List.of(
                action("acknowledgement", new Acknowledge(caller, part, situation.now(), ""), enquiry),
                action("response", new Respond(caller, part, situation.now(), ""), enquiry),
                action("withdrawal", new Withdraw(caller, part, situation.now(), Optional.empty()), enquiry));
    }

    private EnquiryBody.ActionBody action(String name, EnquiryCommand command, Known enquiry) {
        return switch (protocols.of(enquiry).decide(command, enquiry)) {
            case Decision.Accepted<EnquiryEvent, EnquiryRefusal> _ ->
                new EnquiryBody.ActionBody(name, true, Optional.empty(), Optional.empty(), Optional.empty());
            case Decision.Refused<EnquiryEvent, EnquiryRefusal>(EnquiryRefusal refusal) ->
                new EnquiryBody.ActionBody(
                        name,
                        false,
                        Optional.of(refusal.code()),
                        Optional.of(refusal.detail()),
                        refusal.citation().map(Citation::rule));
        };
    }
}
