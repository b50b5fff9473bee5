package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;

/** What can be asked of an enquiry. Time, ids and what the directory knows come with it. */
public sealed interface EnquiryCommand {

    /**
     * An enquiry has reached the council.
     *
     * @param zone the council's time zone, which says what day it was
     * @param calendar the council's working days as they are known now
     * @param deadlineIds an id for each clock the protocol may start
     */
    record Receive(
            EnquiryId id,
            String reference,
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
            Instant now,
            ZoneId zone,
            WorkingCalendar calendar,
            Map<DeadlineKind, DeadlineId> deadlineIds)
            implements EnquiryCommand {}

    /** @param part what the person is to the enquiry today */
    record Acknowledge(PersonId by, Part part, Instant now, String text) implements EnquiryCommand {}

    /** @param part what the person is to the enquiry today */
    record Respond(PersonId by, Part part, Instant now, String text) implements EnquiryCommand {}

    /** @param part what the person is to the enquiry today */
    record Withdraw(PersonId by, Part part, Instant now, Optional<String> reason) implements EnquiryCommand {}

    /** The clock reports that a deadline's moment has come; what that means is for the enquiry to say. */
    record Lapse(DeadlineId deadlineId, int revision, int rung, Instant now) implements EnquiryCommand {}
}
