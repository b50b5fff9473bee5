package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineAnnulled;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineMoved;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.DepartureRecorded;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAssigned;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryClosed;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryFollowedUp;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryPutToMember;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReopened;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryEvent.HoldingReplySent;
import uk.concordat.enquiry.domain.EnquiryEvent.PromiseRevised;
import uk.concordat.enquiry.domain.EnquiryEvent.ReplyPromised;
import uk.concordat.enquiry.domain.EnquiryState.Acknowledged;
import uk.concordat.enquiry.domain.EnquiryState.Answered;
import uk.concordat.enquiry.domain.EnquiryState.Closed;
import uk.concordat.enquiry.domain.EnquiryState.Held;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.NotReceived;
import uk.concordat.enquiry.domain.EnquiryState.Promised;
import uk.concordat.enquiry.domain.EnquiryState.Received;
import uk.concordat.enquiry.domain.EnquiryState.Withdrawn;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.Told;
import uk.concordat.protocols.people.PersonId;

/** What an enquiry's events make of it; no protocol is asked, so the past reads the same for ever. */
public final class EnquiryHistory {

    private EnquiryHistory() {}

    /** The state of an enquiry that nobody has sent. */
    public static EnquiryState initial() {
        return new NotReceived();
    }

    public static EnquiryState evolve(EnquiryState state, EnquiryEvent event) {
        return switch (event) {
            case EnquiryReceived received -> new Received(CaseFile.opened(particulars(received), received.deadlines()));
            case EnquiryPutToMember asked -> new Received(CaseFile.opened(particulars(asked), asked.deadlines()));
            case DepartureRecorded _, DeadlineSpared _ -> state;
            case EnquiryAcknowledged acknowledged -> acknowledged(known(state), acknowledged);
            case HoldingReplySent held -> held(known(state).file(), held);
            case ReplyPromised(var _, var _, var promise) ->
                new Promised(known(state).file().add(List.of(promise)), promise.id());
            case PromiseRevised revised -> revised(known(state).file(), revised);
            case EnquiryAnswered(var by, var at, var text, var settles) ->
                new Answered(
                        known(state)
                                .file()
                                .change(settles, deadline -> deadline.done(at))
                                .add(letter(
                                        Letter.Kind.RESPONSE,
                                        by,
                                        at,
                                        text,
                                        known(state).file())),
                        at);
            case EnquiryAssigned assigned ->
                withFile(known(state), assigned(known(state).file(), assigned));
            case EnquiryFollowedUp(var by, var at, var text, var deadlines) -> {
                CaseFile next = known(state).file().nextRound(deadlines);
                yield new Received(next.add(letter(Letter.Kind.FOLLOW_UP, by, at, text, next)));
            }
            case EnquiryReopened(var _, var _, var _, var deadlines) ->
                new Received(known(state).file().nextRound(deadlines));
            case EnquiryClosed(var _, var at, var _) ->
                new Closed(known(state).file(), answeredAt(known(state)).orElse(at));
            case EnquiryWithdrawn(var _, var at, var _, var releases) ->
                new Withdrawn(known(state).file().change(releases, deadline -> deadline.withdrawn(at)));
            case DeadlineBreached(var id, var _, var rung, var at, var climb) ->
                withFile(
                        known(state),
                        known(state).file().change(List.of(id), deadline -> deadline.missed(at, rung, people(climb))));
            case DeadlineMoved(var id, var _, var proof, var dueAt, var _, var _) ->
                withFile(
                        known(state),
                        known(state).file().change(List.of(id), deadline -> deadline.moved(proof, dueAt)));
            case DeadlineAnnulled annulled -> annulled(known(state), annulled);
        };
    }

    private static Known acknowledged(Known known, EnquiryAcknowledged event) {
        CaseFile file = known.file()
                .change(event.settles(), deadline -> deadline.done(event.at()))
                .add(new Letter(
                        Letter.Kind.ACKNOWLEDGEMENT,
                        event.by(),
                        event.at(),
                        event.text(),
                        Optional.empty(),
                        true,
                        known.file().round().number()));
        return known instanceof Held ? new Held(file) : new Acknowledged(file);
    }

    private static Known held(CaseFile file, HoldingReplySent event) {
        return new Held(file.change(event.settles(), deadline -> deadline.done(event.at()))
                .add(new Letter(
                        Letter.Kind.HOLDING_REPLY,
                        event.by(),
                        event.at(),
                        event.text(),
                        Optional.of(event.reasons()),
                        event.acknowledges(),
                        file.round().number())));
    }

    private static Known revised(CaseFile file, PromiseRevised event) {
        DeadlineSet promise = event.promise();
        Revision revision = new Revision(
                event.by(),
                event.at(),
                event.explanation(),
                file.deadline(event.before()).orElseThrow().proof().dueOn(),
                promise.proof().dueOn(),
                event.inTime(),
                event.slippage(),
                event.before());
        CaseFile changed = event.inTime()
                ? file.change(List.of(event.before()), _ -> promise.open())
                : file.change(List.of(event.before()), deadline -> deadline.replaced(event.at()))
                        .add(List.of(promise));
        return new Promised(changed.add(revision), promise.id());
    }

    private static CaseFile assigned(CaseFile file, EnquiryAssigned event) {
        CaseFile changed = file.with(event.officer());
        for (EnquiryAssigned.Reassigned each : event.deadlines()) {
            changed = changed.change(
                    List.of(each.id()), deadline -> deadline.reassigned(event.officer(), people(each.climb())));
        }
        return changed;
    }

    /** What was withdrawn is not owed again by another calendar. */
    private static Known annulled(Known known, DeadlineAnnulled event) {
        CaseFile file = known.file().change(List.of(event.deadlineId()), deadline -> {
            var righted = deadline.annulled(event.proof(), event.dueAt());
            return righted.isOpen() && known.hasEnded() ? righted.withdrawn(event.at()) : righted;
        });
        return withFile(known, file.revisedInTime(event.deadlineId()));
    }

    private static Optional<Instant> answeredAt(Known known) {
        return switch (known) {
            case Answered answered -> Optional.of(answered.at());
            case Closed closed -> Optional.of(closed.answeredAt());
            case Received _, Acknowledged _, Held _, Promised _, Withdrawn _ -> Optional.empty();
        };
    }

    private static Known withFile(Known known, CaseFile file) {
        return switch (known) {
            case Received _ -> new Received(file);
            case Acknowledged _ -> new Acknowledged(file);
            case Held _ -> new Held(file);
            case Promised promised -> new Promised(file, promised.promise());
            case Answered answered -> new Answered(file, answered.at());
            case Closed closed -> new Closed(file, closed.answeredAt());
            case Withdrawn _ -> new Withdrawn(file);
        };
    }

    private static Letter letter(Letter.Kind kind, PersonId by, Instant at, String text, CaseFile file) {
        return new Letter(
                kind, by, at, text, Optional.empty(), false, file.round().number());
    }

    private static Set<PersonId> people(Climb climb) {
        return climb.told().stream().map(Told::person).collect(Collectors.toSet());
    }

    private static Known known(EnquiryState state) {
        return switch (state) {
            case Known known -> known;
            case NotReceived _ -> throw new IllegalStateException("An enquiry's first event is its receipt");
        };
    }

    private static Particulars particulars(EnquiryReceived received) {
        return new Particulars(
                received.id(),
                received.reference(),
                received.protocol(),
                received.kind(),
                Direction.MEMBER_TO_OFFICER,
                received.member(),
                received.officer(),
                received.loggedBy(),
                received.channel(),
                Optional.of(received.capacity()),
                received.factual(),
                received.receivedAt(),
                received.subject(),
                received.text(),
                received.targets());
    }

    private static Particulars particulars(EnquiryPutToMember asked) {
        return new Particulars(
                asked.id(),
                asked.reference(),
                asked.protocol(),
                asked.kind(),
                Direction.OFFICER_TO_MEMBER,
                asked.member(),
                asked.officer(),
                Optional.empty(),
                asked.channel(),
                Optional.empty(),
                asked.factual(),
                asked.receivedAt(),
                asked.subject(),
                asked.text(),
                asked.targets());
    }
}
