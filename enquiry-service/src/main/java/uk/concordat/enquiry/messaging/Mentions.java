package uk.concordat.enquiry.messaging;

import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.CaseFile;
import uk.concordat.enquiry.domain.DeadlineSet;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAssigned;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineAction;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.Standing;

/** An enquiry's deadlines as messages mention them, each with its whole state after the event. */
record Mentions(CaseFile file) {

    List<DeadlineMention> set(List<DeadlineSet> deadlines) {
        return of(deadlines.stream().map(DeadlineSet::id).toList(), DeadlineAction.SET);
    }

    List<DeadlineMention> of(List<DeadlineId> ids, DeadlineAction action) {
        return ids.stream()
                .map(id -> DeadlineMention.of(deadline(id), action, Optional.empty(), Optional.empty()))
                .toList();
    }

    List<DeadlineMention> settled(List<DeadlineId> ids) {
        return ids.stream()
                .map(this::deadline)
                .map(deadline -> DeadlineMention.of(
                        deadline,
                        deadline.standing() instanceof Standing.Met ? DeadlineAction.MET : DeadlineAction.MET_LATE,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    List<DeadlineMention> reassigned(List<EnquiryAssigned.Reassigned> deadlines) {
        return deadlines.stream()
                .map(each -> DeadlineMention.of(
                        deadline(each.id()), DeadlineAction.REASSIGNED, Optional.empty(), Optional.of(each.climb())))
                .toList();
    }

    DeadlineMention breached(DeadlineBreached event) {
        return DeadlineMention.of(
                deadline(event.deadlineId()),
                DeadlineAction.BREACHED,
                Optional.of(event.rung()),
                Optional.of(event.climb()));
    }

    DeadlineMention spared(DeadlineSpared event) {
        return DeadlineMention.of(
                deadline(event.deadlineId()), DeadlineAction.SPARED, Optional.of(event.rung()), Optional.empty());
    }

    private Deadline deadline(DeadlineId id) {
        return file.deadline(id)
                .orElseThrow(() -> new IllegalStateException("An event names a deadline that its enquiry has not"));
    }
}
