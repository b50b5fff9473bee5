package uk.concordat.enquiry.domain;

import java.util.List;
import java.util.function.UnaryOperator;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryState.Acknowledged;
import uk.concordat.enquiry.domain.EnquiryState.Answered;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.Letter;
import uk.concordat.enquiry.domain.EnquiryState.NotReceived;
import uk.concordat.enquiry.domain.EnquiryState.Received;
import uk.concordat.enquiry.domain.EnquiryState.Withdrawn;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;

/** What an enquiry's events make of it; no protocol is asked, so the past reads the same for ever. */
public final class EnquiryHistory {

    private EnquiryHistory() {}

    /** The state of an enquiry that nobody has sent. */
    public static EnquiryState initial() {
        return new NotReceived();
    }

    public static EnquiryState evolve(EnquiryState state, EnquiryEvent event) {
        return switch (event) {
            case EnquiryReceived received ->
                new Received(
                        particulars(received),
                        received.deadlines().stream().map(DeadlineSet::open).toList());
            case EnquiryAcknowledged(var by, var at, var text, var settles) -> {
                Known known = known(state);
                yield new Acknowledged(
                        known.particulars(),
                        change(known.deadlines(), settles, deadline -> deadline.done(at)),
                        new Letter(by, at, text));
            }
            case EnquiryAnswered(var by, var at, var text, var settles) -> {
                Known known = known(state);
                yield new Answered(
                        known.particulars(),
                        change(known.deadlines(), settles, deadline -> deadline.done(at)),
                        known.acknowledged(),
                        new Letter(by, at, text));
            }
            case EnquiryWithdrawn(var by, var at, var _, var releases) -> {
                Known known = known(state);
                yield new Withdrawn(
                        known.particulars(),
                        change(known.deadlines(), releases, deadline -> deadline.withdrawn(at)),
                        known.acknowledged(),
                        by,
                        at);
            }
            case DeadlineBreached(var deadlineId, var _, var _, var at) ->
                withDeadlines(
                        known(state),
                        change(known(state).deadlines(), List.of(deadlineId), deadline -> deadline.missed(at)));
            case DeadlineSpared _ -> state;
        };
    }

    private static Known withDeadlines(Known known, List<Deadline> deadlines) {
        return switch (known) {
            case Received it -> new Received(it.particulars(), deadlines);
            case Acknowledged it -> new Acknowledged(it.particulars(), deadlines, it.acknowledgement());
            case Answered it -> new Answered(it.particulars(), deadlines, it.acknowledgement(), it.response());
            case Withdrawn it -> new Withdrawn(it.particulars(), deadlines, it.acknowledgement(), it.by(), it.at());
        };
    }

    private static List<Deadline> change(
            List<Deadline> deadlines, List<DeadlineId> which, UnaryOperator<Deadline> change) {
        return deadlines.stream()
                .map(deadline -> which.contains(deadline.id()) ? change.apply(deadline) : deadline)
                .toList();
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
                received.member(),
                received.officer(),
                received.loggedBy(),
                received.channel(),
                received.capacity(),
                received.factual(),
                received.receivedAt(),
                received.subject(),
                received.text());
    }
}
