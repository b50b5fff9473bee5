package uk.concordat.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deadline that is watched, and what comes next of it.
 *
 * @param since when its date was last set or moved; empty where that is not known
 * @param breach the revision at which its present breach was confirmed
 * @param climbs whether somebody further up is still to be told, as its owner last said
 * @param nextRung the rung to be reported next; 0 is the breach itself
 * @param nextAt when it is to be reported; empty when nothing is, or an answer is awaited
 * @param remindAt when who owes it is to be reminded
 */
public record Watched(
        int revision,
        Status status,
        LocalDate dueOn,
        Instant dueAt,
        Optional<Instant> since,
        Optional<Integer> breach,
        boolean climbs,
        int nextRung,
        Optional<Instant> nextAt,
        Optional<Instant> remindAt) {

    /**
     * What is watched after a mention, where that changes anything.
     *
     * @param before what was watched until now; empty for a deadline never heard of
     */
    public static Optional<Watched> after(Optional<Watched> before, Mentioned mention, LocalTimes times) {
        if (before.filter(known -> known.revision > mention.revision()).isPresent()) {
            return Optional.empty();
        }
        return switch (mention.action()) {
            case SET, MOVED, ANNULLED -> Optional.of(dated(before, mention, times));
            case REASSIGNED -> Optional.of(reassigned(before, mention, times));
            case MET -> Optional.of(settled(before, mention, Status.MET));
            case MET_LATE -> Optional.of(settled(before, mention, Status.MET_LATE));
            case WITHDRAWN -> Optional.of(settled(before, mention, Status.WITHDRAWN));
            case BREACHED -> Optional.of(breached(before, mention, times));
            case SPARED -> before.flatMap(known -> known.spared(mention));
        };
    }

    /** Its date is a new one: an open deadline runs anew, a missed one stays on its rung and counts from now. */
    private static Watched dated(Optional<Watched> before, Mentioned mention, LocalTimes times) {
        Optional<Instant> since = Optional.of(mention.at());
        return switch (mention.status().orElse(Status.OPEN)) {
            case OPEN -> open(mention, since, times);
            case MISSED -> {
                boolean climbs = before.map(Watched::climbs).orElse(false);
                int rung = rungAfter(before);
                Optional<Instant> next = climbs ? times.rung(rung, mention.dueOn(), since) : Optional.empty();
                yield missed(before, mention, since, climbs, rung, next);
            }
            case MET -> ended(mention, Status.MET, since, Optional.empty(), 0);
            case MET_LATE -> settled(before, mention, Status.MET_LATE);
            case WITHDRAWN -> settled(before, mention, Status.WITHDRAWN);
        };
    }

    /** Somebody else owes it; when is as it was. */
    private static Watched reassigned(Optional<Watched> before, Mentioned mention, LocalTimes times) {
        Optional<Instant> since = before.flatMap(Watched::since);
        Status status = mention.status().or(() -> before.map(Watched::status)).orElse(Status.OPEN);
        return switch (status) {
            case OPEN -> open(mention, since, times);
            case MISSED ->
                missed(
                        before,
                        mention,
                        since,
                        before.map(Watched::climbs).orElse(false),
                        rungAfter(before),
                        before.filter(known -> known.status == Status.MISSED).flatMap(Watched::nextAt));
            case MET, MET_LATE, WITHDRAWN -> settled(before, mention, status);
        };
    }

    private static Watched breached(Optional<Watched> before, Mentioned mention, LocalTimes times) {
        Optional<Instant> since = before.flatMap(Watched::since);
        Status status = mention.status().orElse(Status.MISSED);
        int rung = Math.max(rungAfter(before), mention.rung() + 1);
        return status == Status.MISSED
                ? missed(
                        before,
                        mention,
                        since,
                        mention.climbs(),
                        rung,
                        mention.climbs() ? times.rung(rung, mention.dueOn(), since) : Optional.empty())
                : ended(mention, status, since, breachOf(before, mention), rung);
    }

    /**
     * A rung that was spared ends the climb, unless the sparing answers an earlier report than the one that is pending
     * now. The breach itself is spared where it was met, moved or withdrawn, and that was mentioned for itself.
     */
    private Optional<Watched> spared(Mentioned mention) {
        boolean answersAnEarlierReport = status == Status.MISSED && nextAt.isPresent();
        return mention.rung() == 0 || answersAnEarlierReport
                ? Optional.empty()
                : Optional.of(new Watched(
                        revision,
                        mention.status().orElse(status),
                        dueOn,
                        dueAt,
                        since,
                        breach,
                        false,
                        nextRung,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Watched open(Mentioned mention, Optional<Instant> since, LocalTimes times) {
        return new Watched(
                mention.revision(),
                Status.OPEN,
                mention.dueOn(),
                mention.dueAt(),
                since,
                Optional.empty(),
                false,
                0,
                Optional.of(mention.dueAt()),
                times.reminder(mention.dueOn()));
    }

    private static Watched missed(
            Optional<Watched> before,
            Mentioned mention,
            Optional<Instant> since,
            boolean climbs,
            int rung,
            Optional<Instant> next) {
        return new Watched(
                mention.revision(),
                Status.MISSED,
                mention.dueOn(),
                mention.dueAt(),
                since,
                breachOf(before, mention),
                climbs,
                rung,
                next,
                Optional.empty());
    }

    private static Watched settled(Optional<Watched> before, Mentioned mention, Status status) {
        return ended(
                mention,
                status,
                before.flatMap(Watched::since),
                before.flatMap(Watched::breach),
                before.map(Watched::nextRung).orElse(0));
    }

    private static Watched ended(
            Mentioned mention, Status status, Optional<Instant> since, Optional<Integer> breach, int rung) {
        return new Watched(
                mention.revision(),
                status,
                mention.dueOn(),
                mention.dueAt(),
                since,
                breach,
                false,
                rung,
                Optional.empty(),
                Optional.empty());
    }

    /** The breach it is still in, or a new one. */
    private static Optional<Integer> breachOf(Optional<Watched> before, Mentioned mention) {
        return before.flatMap(Watched::breach).or(() -> Optional.of(mention.revision()));
    }

    /** The rung that a missed deadline stands before: at least the first above the breach itself. */
    private static int rungAfter(Optional<Watched> before) {
        return before.flatMap(known -> known.breach.map(_ -> known.nextRung))
                .map(rung -> Math.max(1, rung))
                .orElse(1);
    }
}
