package uk.concordat.enquiry.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.concordat.enquiry.domain.Acting;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryRefusal;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.refusal.Refusal;

/** Gives an enquiry to another officer, who must be one and hold a post today. */
@ApplicationScoped
public class AssignEnquiry {

    private final EnquiryProtocols protocols;

    public AssignEnquiry(EnquiryProtocols protocols) {
        this.protocols = protocols;
    }

    /** @param username the officer's */
    public Decision<EnquiryEvent, Refusal> decide(
            Known enquiry, Acting acting, Situation situation, String username, Optional<String> reason) {
        // Who may not give it away at all, or not now, is told that and nothing of the officer they named.
        if (assign(enquiry, acting, enquiry.file().responsible(), situation, reason)
                        instanceof Decision.Refused<EnquiryEvent, EnquiryRefusal>(EnquiryRefusal refusal)
                && refusal.ground() != Ground.CONTENT) {
            return Decision.refuse(refusal);
        }
        Optional<PersonId> officer = situation
                .directory()
                .person(username)
                .filter(person -> person.on(situation.today())
                        && !person.kindOn(situation.today()).isMember())
                .map(PersonDocument::id)
                .map(PersonId::new);
        if (officer.isEmpty()) {
            return Decision.refuse(ReceiptRefusal.UNKNOWN_OFFICER);
        }
        return inPost(enquiry, officer.get(), situation)
                .<Decision<EnquiryEvent, Refusal>>map(
                        responsible -> Decision.widened(assign(enquiry, acting, responsible, situation, reason)))
                .orElseGet(() -> Decision.refuse(ReceiptRefusal.OFFICER_WITHOUT_POST));
    }

    /** Whom it is with already has it as long as they hold that post, whatever others they hold beside it. */
    private static Optional<Responsible> inPost(Known enquiry, PersonId officer, Situation situation) {
        Responsible present = enquiry.file().responsible();
        boolean stillTheirs = present.personId().equals(officer)
                && present.postId()
                        .filter(post -> situation.directory().holds(officer, post, situation.today()))
                        .isPresent();
        return stillTheirs ? Optional.of(present) : situation.directory().responsible(officer, situation.today());
    }

    private Decision<EnquiryEvent, EnquiryRefusal> assign(
            Known enquiry, Acting acting, Responsible officer, Situation situation, Optional<String> reason) {
        return protocols
                .of(enquiry)
                .decide(
                        new Assign(
                                acting,
                                officer,
                                Enquiries.line(officer, situation.directory(), situation.today()),
                                reason),
                        enquiry);
    }
}
