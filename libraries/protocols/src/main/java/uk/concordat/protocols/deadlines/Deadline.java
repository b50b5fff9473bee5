package uk.concordat.protocols.deadlines;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.people.PersonId;
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

    /** The breach is confirmed for a rung, and these people are told of it beside those told before. */
    public Deadline missed(Instant at, int rung, Set<PersonId> toldNow) {
        return standing instanceof Standing.Missed(Instant since, int _, Set<PersonId> before)
                ? with(new Standing.Missed(since, rung, union(before, toldNow)))
                : with(new Standing.Missed(at, rung, toldNow));
    }

    /** Who has been told that it was missed. */
    public Set<PersonId> told() {
        return standing instanceof Standing.Missed missed ? missed.told() : Set.of();
    }

    public Deadline withdrawn(Instant at) {
        return with(new Standing.Withdrawn(at));
    }

    /** Another date stands in its place: where it was missed it stays so. */
    public Deadline replaced(Instant replacedAt) {
        return standing instanceof Standing.Missed missed
                ? with(new Standing.Replaced(missed.at(), replacedAt, missed.told()))
                : this;
    }

    /** It falls due on another day; how it stands is not changed by that. */
    public Deadline moved(WorkingDays proof, Instant dueAt) {
        return new Deadline(id, revision + 1, kind, proof, dueAt, basis, responsible, standing);
    }

    /** Its day is another, so that it was not missed after all: it is open, or was met in time. */
    public Deadline annulled(WorkingDays proof, Instant dueAt) {
        Standing righted = switch (standing) {
            case Standing.MetLate(Instant at) -> new Standing.Met(at);
            case Standing.Missed _ -> new Standing.Open();
            // The other date was given in time, so this one was no longer owed when it came.
            case Standing.Replaced replaced -> new Standing.Withdrawn(replaced.replacedAt());
            case Standing.Open _, Standing.Met _, Standing.Withdrawn _ -> standing;
        };
        return new Deadline(id, revision + 1, kind, proof, dueAt, basis, responsible, righted);
    }

    /** It falls to somebody else; the new one and their line manager are told where it was missed. */
    public Deadline reassigned(Responsible other, Set<PersonId> toldNow) {
        Standing same = standing instanceof Standing.Missed(Instant at, int rung, Set<PersonId> before)
                ? new Standing.Missed(at, rung, union(before, toldNow))
                : standing;
        return new Deadline(id, revision, kind, proof, dueAt, basis, other, same);
    }

    private Deadline with(Standing changed) {
        return new Deadline(id, revision, kind, proof, dueAt, basis, responsible, changed);
    }

    private static Set<PersonId> union(Set<PersonId> some, Set<PersonId> others) {
        Set<PersonId> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
