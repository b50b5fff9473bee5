package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.people.Responsible;

/**
 * What has come of an enquiry so far.
 *
 * @param responsible whom it is with now
 * @param deadlines every date there has been, also those of earlier rounds
 * @param round the present one
 */
public record CaseFile(
        Particulars particulars,
        Responsible responsible,
        List<Deadline> deadlines,
        List<Letter> letters,
        List<Revision> revisions,
        Round round) {

    /**
     * A round: the first begins with the receipt, each follow-up and each reopening begins another.
     *
     * @param number 1 at first
     * @param deadlines how many there had been before it
     * @param revisions how many there had been before it
     */
    public record Round(int number, int deadlines, int revisions) {}

    public CaseFile {
        deadlines = List.copyOf(deadlines);
        letters = List.copyOf(letters);
        revisions = List.copyOf(revisions);
    }

    static CaseFile opened(Particulars particulars, List<DeadlineSet> clocks) {
        return new CaseFile(
                particulars,
                particulars.addressee(),
                clocks.stream().map(DeadlineSet::open).toList(),
                List.of(),
                List.of(),
                new Round(1, 0, 0));
    }

    /** Whether the asker has been told, in this round, that it has arrived. */
    public boolean isAcknowledged() {
        return letters.stream().anyMatch(letter -> letter.round() == round.number() && letter.acknowledges());
    }

    /** The last letter of that kind in this round. */
    public Optional<Letter> latest(Letter.Kind kind) {
        return letters.stream()
                .filter(letter -> letter.round() == round.number() && letter.kind() == kind)
                .reduce((_, later) -> later);
    }

    /** The day by which an answer is promised in this round; empty where none is. */
    public Optional<Deadline> promise() {
        return deadlines.stream()
                .skip(round.deadlines())
                .filter(deadline -> deadline.kind() == DeadlineKind.PROMISED_RESPONSE)
                .reduce((_, later) -> later);
    }

    /** How the promise of this round has been revised. */
    public List<Revision> revisionsOfPromise() {
        return revisions.subList(round.revisions(), revisions.size());
    }

    public Optional<Deadline> deadline(DeadlineId id) {
        return deadlines.stream().filter(deadline -> deadline.id().equals(id)).findFirst();
    }

    List<DeadlineId> ids(Predicate<Deadline> which) {
        return deadlines.stream().filter(which).map(Deadline::id).toList();
    }

    /** The deadlines whose moment has come though nobody has reported it yet. */
    List<Deadline> lapsed(Instant now) {
        return deadlines.stream()
                .filter(deadline -> deadline.isOpen() && !now.isBefore(deadline.dueAt()))
                .toList();
    }

    CaseFile change(List<DeadlineId> which, UnaryOperator<Deadline> change) {
        return withDeadlines(deadlines.stream()
                .map(deadline -> which.contains(deadline.id()) ? change.apply(deadline) : deadline)
                .toList());
    }

    CaseFile add(List<DeadlineSet> set) {
        List<Deadline> all = new ArrayList<>(deadlines);
        set.forEach(each -> all.add(each.open()));
        return withDeadlines(all);
    }

    CaseFile add(Letter letter) {
        List<Letter> all = new ArrayList<>(letters);
        all.add(letter);
        return new CaseFile(particulars, responsible, deadlines, all, revisions, round);
    }

    CaseFile add(Revision revision) {
        List<Revision> all = new ArrayList<>(revisions);
        all.add(revision);
        return new CaseFile(particulars, responsible, deadlines, letters, all, round);
    }

    /** The promise that was revised too late was not, for its date has turned out to be another. */
    CaseFile revisedInTime(DeadlineId replaced) {
        return new CaseFile(
                particulars,
                responsible,
                deadlines,
                letters,
                revisions.stream()
                        .map(revision -> revision.replaced().equals(replaced) ? revision.madeInTime() : revision)
                        .toList(),
                round);
    }

    CaseFile with(Responsible other) {
        return new CaseFile(particulars, other, deadlines, letters, revisions, round);
    }

    CaseFile nextRound(List<DeadlineSet> clocks) {
        return new CaseFile(
                        particulars,
                        responsible,
                        deadlines,
                        letters,
                        revisions,
                        new Round(round.number() + 1, deadlines.size(), revisions.size()))
                .add(clocks);
    }

    private CaseFile withDeadlines(List<Deadline> changed) {
        return new CaseFile(particulars, responsible, changed, letters, revisions, round);
    }
}
