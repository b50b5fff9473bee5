package uk.concordat.enquiry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.Acting;
import uk.concordat.enquiry.domain.Authority;
import uk.concordat.enquiry.domain.Channel;
import uk.concordat.enquiry.domain.EnquiryCommand;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryRefusal;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.command.Situation;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.rules.Citation;

/**
 * What the caller may do to an enquiry now. The decider itself is asked, so the answer is the one the act would get. It is
 * asked of an act with nothing in it: what is refused for its content alone may be done, with other content.
 */
@ApplicationScoped
public class EnquiryActions {

    private final EnquiryProtocols protocols;

    public EnquiryActions(EnquiryProtocols protocols) {
        this.protocols = protocols;
    }

    List<EnquiryBody.ActionBody> of(Known enquiry, Situation situation) {
        Acting acting = Enquiries.asking(enquiry, situation);
        return List.of(
                action(new Acknowledge(acting, "", Optional.empty()), enquiry),
                action(new Hold(acting, "", Optional.empty(), false), enquiry),
                action(new Revise(acting, Optional.empty(), Optional.empty()), enquiry),
                action(new Respond(acting, ""), enquiry),
                action(
                        new Assign(acting, enquiry.file().responsible(), ReportingLine.none(), Optional.empty()),
                        enquiry),
                action(
                        new FollowUp(
                                acting,
                                "",
                                Channel.PORTAL,
                                situation
                                        .directory()
                                        .council()
                                        .settingsOn(situation.today())
                                        .followUpWorkingDays()),
                        enquiry),
                action(new Reopen(acting, ""), enquiry),
                action(new Close(acting, Optional.empty()), enquiry),
                action(new Withdraw(acting, Optional.empty()), enquiry));
    }

    private EnquiryBody.ActionBody action(EnquiryCommand.Act command, Known enquiry) {
        String name = Authority.of(command).code();
        return switch (protocols.of(enquiry).decide(command, enquiry)) {
            case Decision.Refused<EnquiryEvent, EnquiryRefusal>(EnquiryRefusal refusal)
            when refusal.ground() != Ground.CONTENT ->
                new EnquiryBody.ActionBody(
                        name,
                        false,
                        Optional.of(refusal.code()),
                        Optional.of(refusal.detail()),
                        refusal.citation().map(Citation::rule));
            case Decision.Refused<EnquiryEvent, EnquiryRefusal> _, Decision.Accepted<EnquiryEvent, EnquiryRefusal> _ ->
                new EnquiryBody.ActionBody(name, true, Optional.empty(), Optional.empty(), Optional.empty());
        };
    }
}
