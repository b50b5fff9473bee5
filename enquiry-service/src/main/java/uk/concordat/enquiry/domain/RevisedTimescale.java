package uk.concordat.enquiry.domain;

import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryEvent.PromiseRevised;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.pack.PolicyTerms;

/**
 * Policy {@code revised-timescale}: a promise that cannot be kept is revised with an explanation and a new day, as often as
 * it takes (HAR-37). In time the promise moves. Once its day has gone the revision is taken too, by our reading, but that
 * day stays missed and the new one is a deadline of its own.
 */
record RevisedTimescale(PolicyTerms terms) {

    static final String NAME = "revised-timescale";

    /** @param promise the promise as it stands now */
    Decision<EnquiryEvent, EnquiryRefusal> revise(Revise command, CaseFile file, Deadline promise) {
        Acting acting = command.acting();
        if (command.explanation().filter(words -> !words.isBlank()).isEmpty()) {
            return refuse(Reason.TIMESCALE_WITHOUT_EXPLANATION);
        }
        if (command.replyBy().isEmpty()) {
            return refuse(Reason.TIMESCALE_WITHOUT_DATE);
        }
        LocalDate replyBy = command.replyBy().get();
        Optional<EnquiryRefusal> wrong = ReplyDate.refusal(replyBy, acting);
        if (wrong.isPresent()) {
            return Decision.refuse(wrong.get());
        }
        LocalDate before = promise.proof().dueOn();
        if (replyBy.equals(before)) {
            return Decision.refuse(EnquiryRefusal.because(Reason.REPLY_DATE_UNCHANGED));
        }
        return Decision.accept(new PromiseRevised(
                acting.person(),
                acting.now(),
                command.explanation().get(),
                promise.id(),
                PromisedDate.promise(
                        promise.isOpen() ? promise.id() : acting.id(DeadlineKind.PROMISED_RESPONSE),
                        promise.isOpen() ? promise.revision() + 1 : 1,
                        replyBy,
                        acting,
                        terms.citation(),
                        file.responsible()),
                acting.calendar().between(before, replyBy)));
    }

    private Decision<EnquiryEvent, EnquiryRefusal> refuse(Reason reason) {
        return Decision.refuse(EnquiryRefusal.because(reason, terms.citation()));
    }
}
