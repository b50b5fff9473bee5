package uk.concordat.enquiry.domain;

import java.time.Instant;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.deadlines.Basis;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.Standing;
import uk.concordat.protocols.people.Responsible;

/** A clock that started, as the event tells it. */
public record DeadlineSet(
        DeadlineId id,
        int revision,
        DeadlineKind kind,
        WorkingDays proof,
        Instant dueAt,
        Basis basis,
        Responsible responsible) {

    Deadline open() {
        return new Deadline(id, revision, kind, proof, dueAt, basis, responsible, new Standing.Open());
    }
}
