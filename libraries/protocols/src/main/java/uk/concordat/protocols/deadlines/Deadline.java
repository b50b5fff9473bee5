package uk.concordat.protocols.deadlines;

import java.time.Instant;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.people.Responsible;

/**
 * By when something is owed, by whom, on what basis, and how the day was found.
 *
 * @param revision grows when the deadline is set, moved or annulled; a lapse names the revision it is of
 * @param dueAt the first moment after the due working day in the council's time zone: done at it is late
 * @param proof the days counted and skipped
 */
public record Deadline(
        DeadlineId id,
        int revision,
        DeadlineKind kind,
        WorkingDays proof,
        Instant dueAt,
        Basis basis,
        Responsible responsible,
        Standing standing) {

    public boolean isOpen() {
        return standing instanceof Standing.Open;
    }

    /** Whether what is owed has still not been done. */
    public boolean isUnmet() {
        return isOpen() || standing instanceof Standing.Missed;
    }

    /** Unmet although its moment has passed. */
    public boolean isOverdue(Instant now) {
        return isUnmet() && !now.isBefore(dueAt);
    }

    /** What was owed has been done: in time only if it was still open and its moment had not come. */
    public Deadline done(Instant at) {
        return with(isOpen() && at.isBefore(dueAt) ? new Standing.Met(at) : new Standing.MetLate(at));
    }

    public Deadline missed(Instant at) {
        return with(new Standing.Missed(at));
    }

    public Deadline withdrawn(Instant at) {
        return with(new Standing.Withdrawn(at));
    }

    private Deadline with(Standing changed) {
        return new Deadline(id, revision, kind, proof, dueAt, basis, responsible, changed);
    }
}
