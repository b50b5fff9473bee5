package uk.concordat.enquiry.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.ReplyPromised;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.deadlines.Basis;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.pack.PolicyTerms;
import uk.concordat.protocols.people.Responsible;
import uk.concordat.protocols.rules.Citation;

/**
 * Policy {@code promised-date}: an acknowledgement names the day by which the answer will come, or it is none; that day
 * becomes the deadline, and the acknowledgement settles the first response (HAR-36). Where
 * no clock runs (HAR-39) it may be acknowledged without a day.
 */
record PromisedDate(PolicyTerms terms) implements AcknowledgementPolicy {

    static final String NAME = "promised-date";

    private static final Set<DeadlineKind> SETTLED = Set.of(DeadlineKind.ACKNOWLEDGEMENT, DeadlineKind.FIRST_RESPONSE);

    @Override
    public Decision<EnquiryEvent, EnquiryRefusal> acknowledge(Acknowledge command, CaseFile file) {
        Acting acting = command.acting();
        List<DeadlineId> settles = file.ids(deadline -> deadline.isUnmet() && SETTLED.contains(deadline.kind()));
        EnquiryEvent acknowledged = new EnquiryAcknowledged(acting.person(), acting.now(), command.text(), settles);
        if (command.replyBy().isEmpty()) {
            return settles.isEmpty()
                    ? Decision.accept(acknowledged)
                    : Decision.refuse(EnquiryRefusal.because(Reason.ACKNOWLEDGEMENT_WITHOUT_DATE, terms.citation()));
        }
        LocalDate replyBy = command.replyBy().get();
        Optional<EnquiryRefusal> wrong = ReplyDate.refusal(replyBy, acting);
        return wrong.isPresent()
                ? Decision.refuse(wrong.get())
                : Decision.accept(
                        acknowledged,
                        new ReplyPromised(
                                acting.person(),
                                acting.now(),
                                promise(
                                        acting.id(DeadlineKind.PROMISED_RESPONSE),
                                        1,
                                        replyBy,
                                        acting,
                                        terms.citation(),
                                        file.responsible())));
    }

    /** The deadline that a promised day is. */
    static DeadlineSet promise(
            DeadlineId id, int revision, LocalDate replyBy, Acting acting, Citation citation, Responsible responsible) {
        WorkingDays day = acting.calendar().onOrAfter(replyBy);
        return new DeadlineSet(
                id,
                revision,
                DeadlineKind.PROMISED_RESPONSE,
                day,
                day.dueAt(acting.zone()),
                new Basis(DeadlineSource.PROMISE, citation),
                responsible);
    }
}
