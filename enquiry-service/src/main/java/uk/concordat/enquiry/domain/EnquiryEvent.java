package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;

/** What happened to an enquiry. What people wrote stands apart from the facts, under the person who wrote it. */
public sealed interface EnquiryEvent {

    /**
     * @param deadlines the clocks that started, each with its proof
     * @param targets the council's own that count, kept for later rounds
     */
    record EnquiryReceived(
            EnquiryId id,
            String reference,
            PackId protocol,
            EnquiryKind kind,
            PersonId member,
            Responsible officer,
            Optional<PersonId> loggedBy,
            Channel channel,
            Capacity capacity,
            boolean factual,
            Instant receivedAt,
            @Personal(of = "member") String subject,
            @Personal(of = "member") String text,
            List<DeadlineSet> deadlines,
            List<LocalTarget> targets)
            implements EnquiryEvent {

        public EnquiryReceived {
            // Of what came in before councils had targets none are kept.
            targets = List.copyOf(Objects.requireNonNullElse(targets, List.of()));
        }

        /** Where no target of the council's own counts. */
        public EnquiryReceived(
                EnquiryId id,
                String reference,
                PackId protocol,
                EnquiryKind kind,
                PersonId member,
                Responsible officer,
                Optional<PersonId> loggedBy,
                Channel channel,
                Capacity capacity,
                boolean factual,
                Instant receivedAt,
                String subject,
                String text,
                List<DeadlineSet> deadlines) {
            this(
                    id,
                    reference,
                    protocol,
                    kind,
                    member,
                    officer,
                    loggedBy,
                    channel,
                    capacity,
                    factual,
                    receivedAt,
                    subject,
                    text,
                    deadlines,
                    List.of());
        }
    }

    /**
     * An officer asked a member.
     *
     * @param by the officer
     * @param officer the officer in the post by which they ask
     * @param targets the council's own that count, kept for later rounds
     */
    record EnquiryPutToMember(
            EnquiryId id,
            String reference,
            PackId protocol,
            EnquiryKind kind,
            PersonId by,
            Responsible officer,
            PersonId member,
            Channel channel,
            boolean factual,
            Instant receivedAt,
            @Personal(of = "by") String subject,
            @Personal(of = "by") String text,
            List<DeadlineSet> deadlines,
            List<LocalTarget> targets)
            implements EnquiryEvent {

        public EnquiryPutToMember {
            // Of what came in before councils had targets none are kept.
            targets = List.copyOf(Objects.requireNonNullElse(targets, List.of()));
        }

        /** Where no target of the council's own counts. */
        public EnquiryPutToMember(
                EnquiryId id,
                String reference,
                PackId protocol,
                EnquiryKind kind,
                PersonId by,
                Responsible officer,
                PersonId member,
                Channel channel,
                boolean factual,
                Instant receivedAt,
                String subject,
                String text,
                List<DeadlineSet> deadlines) {
            this(
                    id,
                    reference,
                    protocol,
                    kind,
                    by,
                    officer,
                    member,
                    channel,
                    factual,
                    receivedAt,
                    subject,
                    text,
                    deadlines,
                    List.of());
        }
    }

    /** Somebody departed, with a reason, from what the protocol says should be. */
    record DepartureRecorded(
            PersonId by,
            Instant at,
            String rule,
            @Personal(of = "by") String reason) implements EnquiryEvent {}

    /** @param settles the deadlines that this meets, in time or late */
    record EnquiryAcknowledged(
            PersonId by, Instant at, @Personal(of = "by") String text, List<DeadlineId> settles)
            implements EnquiryEvent {}

    /** @param promise the promised date, which is a deadline (HAR-36) */
    record ReplyPromised(PersonId by, Instant at, DeadlineSet promise) implements EnquiryEvent {}

    /**
     * @param acknowledges whether it also told that the enquiry had arrived
     * @param settles the deadlines that this meets, in time or late
     */
    record HoldingReplySent(
            PersonId by,
            Instant at,
            @Personal(of = "by") String text,
            @Personal(of = "by") String reasons,
            boolean acknowledges,
            List<DeadlineId> settles)
            implements EnquiryEvent {}

    /**
     * A promised date was revised (HAR-37): in time, and the deadline moves; or late, and there is a new deadline while
     * the one before stays missed.
     *
     * @param before the deadline of the promise before
     * @param slippage working days from the date before to the new one
     */
    record PromiseRevised(
            PersonId by,
            Instant at,
            @Personal(of = "by") String explanation,
            DeadlineId before,
            DeadlineSet promise,
            int slippage)
            implements EnquiryEvent {

        /** Whether the date before had not yet gone. */
        public boolean inTime() {
            return promise.id().equals(before);
        }
    }

    /** @param settles the deadlines that this meets, in time or late */
    record EnquiryAnswered(
            PersonId by, Instant at, @Personal(of = "by") String text, List<DeadlineId> settles)
            implements EnquiryEvent {}

    /** @param deadlines those that fall to the new officer; who is told of one that was missed stands with it */
    record EnquiryAssigned(
            PersonId by,
            Instant at,
            Responsible officer,
            @Personal(of = "by") Optional<String> reason,
            List<Reassigned> deadlines)
            implements EnquiryEvent {

        /** A deadline that falls to somebody else. */
        public record Reassigned(DeadlineId id, Climb climb) {}
    }

    /** @param deadlines the clocks that started anew */
    record EnquiryFollowedUp(
            PersonId by, Instant at, @Personal(of = "by") String text, List<DeadlineSet> deadlines)
            implements EnquiryEvent {}

    /** @param deadlines the clocks that started anew */
    record EnquiryReopened(
            PersonId by, Instant at, @Personal(of = "by") String reason, List<DeadlineSet> deadlines)
            implements EnquiryEvent {}

    record EnquiryClosed(
            PersonId by, Instant at, @Personal(of = "by") Optional<String> reason) implements EnquiryEvent {}

    /** @param releases the deadlines that are no longer owed */
    record EnquiryWithdrawn(
            PersonId by, Instant at, @Personal(of = "by") Optional<String> reason, List<DeadlineId> releases)
            implements EnquiryEvent {}

    /**
     * A deadline's moment came and what was owed had not been done; or it has still not been done a rung later.
     *
     * @param rung 0 for the breach itself
     * @param climb who is told now, and which posts were passed over
     */
    record DeadlineBreached(DeadlineId deadlineId, int revision, int rung, Instant at, Climb climb)
            implements EnquiryEvent {}

    /** The clock reported a lapse, but what was owed had been done, moved or withdrawn in time: nobody is told. */
    record DeadlineSpared(DeadlineId deadlineId, int revision, int rung, Instant at) implements EnquiryEvent {}

    /** The calendar changed, and with it the day. */
    record DeadlineMoved(
            DeadlineId deadlineId, int revision, WorkingDays proof, Instant dueAt, CalendarChange because, Instant at)
            implements EnquiryEvent {}

    /** The calendar changed, and by it what counted as missed was not. */
    record DeadlineAnnulled(
            DeadlineId deadlineId, int revision, WorkingDays proof, Instant dueAt, CalendarChange because, Instant at)
            implements EnquiryEvent {}
}
