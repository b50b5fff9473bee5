package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;

/** What can be asked of an enquiry. Time, ids and what the directory knows come with it. */
public sealed interface EnquiryCommand {

    /** What a person does to an enquiry that exists. */
    sealed interface Act extends EnquiryCommand {
        Acting acting();
    }

    /**
     * A member's enquiry has reached the council.
     *
     * @param addresseeRoles the generic roles of the post that is asked
     * @param zone the council's time zone, which says what day it was
     * @param calendar the council's working days as they are known now
     * @param deadlineIds an id for each clock the protocol may start
     * @param targets the council's own that are in force on the day of receipt
     */
    record Receive(
            EnquiryId id,
            String reference,
            EnquiryKind kind,
            PersonId member,
            Responsible officer,
            Set<String> addresseeRoles,
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
            Map<DeadlineKind, DeadlineId> deadlineIds,
            Optional<Departure> departure,
            List<LocalTarget> targets)
            implements EnquiryCommand {

        /** In a council without targets of its own. */
        public Receive(
                EnquiryId id,
                String reference,
                EnquiryKind kind,
                PersonId member,
                Responsible officer,
                Set<String> addresseeRoles,
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
                Map<DeadlineKind, DeadlineId> deadlineIds,
                Optional<Departure> departure) {
            this(
                    id,
                    reference,
                    kind,
                    member,
                    officer,
                    addresseeRoles,
                    loggedBy,
                    channel,
                    capacity,
                    factual,
                    receivedAt,
                    subject,
                    text,
                    now,
                    zone,
                    calendar,
                    deadlineIds,
                    departure,
                    List.of());
        }
    }

    /** An officer asks a member. */
    record PutToMember(
            EnquiryId id,
            String reference,
            EnquiryKind kind,
            Responsible officer,
            PersonId member,
            Channel channel,
            boolean factual,
            String subject,
            String text,
            Instant now,
            ZoneId zone,
            WorkingCalendar calendar,
            Map<DeadlineKind, DeadlineId> deadlineIds,
            Optional<Departure> departure,
            List<LocalTarget> targets)
            implements EnquiryCommand {

        /** In a council without targets of its own. */
        public PutToMember(
                EnquiryId id,
                String reference,
                EnquiryKind kind,
                Responsible officer,
                PersonId member,
                Channel channel,
                boolean factual,
                String subject,
                String text,
                Instant now,
                ZoneId zone,
                WorkingCalendar calendar,
                Map<DeadlineKind, DeadlineId> deadlineIds,
                Optional<Departure> departure) {
            this(
                    id,
                    reference,
                    kind,
                    officer,
                    member,
                    channel,
                    factual,
                    subject,
                    text,
                    now,
                    zone,
                    calendar,
                    deadlineIds,
                    departure,
                    List.of());
        }
    }

    /** @param replyBy the day by which an answer is promised */
    record Acknowledge(Acting acting, String text, Optional<LocalDate> replyBy) implements Act {}

    /**
     * @param reasons those for the delay
     * @param acknowledges whether it also tells that the enquiry has arrived
     */
    record Hold(Acting acting, String text, Optional<String> reasons, boolean acknowledges) implements Act {}

    /** A promised date cannot be kept, and another is given. */
    record Revise(Acting acting, Optional<LocalDate> replyBy, Optional<String> explanation) implements Act {}

    record Respond(Acting acting, String text) implements Act {}

    /**
     * The enquiry is given to another officer.
     *
     * @param officersLine the posts above that officer's
     */
    record Assign(Acting acting, Responsible officer, ReportingLine officersLine, Optional<String> reason)
            implements Act {}

    /**
     * Who asked asks on after an answer.
     *
     * @param window the working days after an answer in which the council lets a follow-up reopen; empty if it has set none
     */
    record FollowUp(Acting acting, String text, Channel channel, Optional<Integer> window) implements Act {}

    record Reopen(Acting acting, String reason) implements Act {}

    record Close(Acting acting, Optional<String> reason) implements Act {}

    record Withdraw(Acting acting, Optional<String> reason) implements Act {}

    /**
     * The clock reports that a deadline's moment has come; what that means is for the enquiry to say.
     *
     * @param line the posts above the one the enquiry is with
     */
    record Lapse(DeadlineId deadlineId, int revision, int rung, Instant now, ReportingLine line)
            implements EnquiryCommand {}

    /** The council's calendar is another than the one that some dates were counted in. */
    record Reconcile(Instant now, ZoneId zone, WorkingCalendar calendar) implements EnquiryCommand {}
}
