package uk.concordat.enquiry.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.concordat.enquiry.domain.Acting;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;
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
        Optional<PersonId> officer = situation
                .directory()
                .person(username)
                .filter(person -> person.on(situation.today()) && !person.kind().isMember())
                .map(PersonDocument::id)
                .map(PersonId::new);
        Optional<Responsible> responsible =
                officer.flatMap(person -> situation.directory().responsible(person, situation.today()));
        // Who may not assign at all, or not now, is told that and nothing of the officer they named.
        Responsible named = responsible.orElse(Responsible.inPerson(new PersonId(new java.util.UUID(0, 0))));
        var decision = protocols
                .of(enquiry)
                .decide(
                        new Assign(
                                acting, named, Enquiries.line(named, situation.directory(), situation.today()), reason),
                        enquiry);
        if (decision instanceof Decision.Accepted && responsible.isEmpty()) {
            return Decision.refuse(
                    officer.isEmpty() ? ReceiptRefusal.UNKNOWN_OFFICER : ReceiptRefusal.OFFICER_WITHOUT_POST);
        }
        return Decision.widened(decision);
    }
}
