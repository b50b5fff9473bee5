package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;

/** What happened to an enquiry. What people wrote stands apart from the facts, under the person who wrote it. */
public sealed interface EnquiryEvent {

    /** @param deadlines the clocks that started, each with its proof */
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
            List<DeadlineSet> deadlines)
            implements EnquiryEvent {}

    /** @param settles the deadlines that this meets, in time or late */
    record EnquiryAcknowledged(
            PersonId by, Instant at, @Personal(of = "by") String text, List<DeadlineId> settles)
            implements EnquiryEvent {}

    /** @param settles the deadlines that this meets, in time or late */
    record EnquiryAnswered(
            PersonId by, Instant at, @Personal(of = "by") String text, List<DeadlineId> settles)
            implements EnquiryEvent {}

    /** @param releases the deadlines that are no longer owed */
    record EnquiryWithdrawn(
            PersonId by, Instant at, @Personal(of = "by") Optional<String> reason, List<DeadlineId> releases)
            implements EnquiryEvent {}

    /** A deadline's moment came and what was owed had not been done. */
    record DeadlineBreached(DeadlineId deadlineId, int revision, int rung, Instant at) implements EnquiryEvent {}

    /** The clock reported a lapse, but what was owed had been done, moved or withdrawn in time: nobody is told. */
    record DeadlineSpared(DeadlineId deadlineId, int revision, int rung, Instant at) implements EnquiryEvent {}
}
