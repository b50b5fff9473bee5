package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryEvent.HoldingReplySent;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.ladder.Told;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

/** An enquiry of the City of London, received on Christmas Eve 2026, under the City's real pack. */
public final class CityEnquiry {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales("city-of-london/1", List.of());
    public static final Pack PACK =
            PackLibrary.standard().latest("city-of-london").orElseThrow();
    public static final EnquiryProtocol PROTOCOL = EnquiryProtocol.of(PACK);
    public static final Enquiry DECIDER = new Enquiry(PROTOCOL);

    public static final EnquiryId ID = new EnquiryId(id(1));
    public static final PersonId MEMBER = new PersonId(id(2));
    public static final PersonId OFFICER = new PersonId(id(3));
    public static final PersonId MEMBER_SERVICES = new PersonId(id(4));
    public static final Responsible RESPONSIBLE = Responsible.officer(new PostId(id(5)), OFFICER);
    public static final DeadlineId ACKNOWLEDGEMENT = new DeadlineId(id(6));
    public static final DeadlineId FULL_RESPONSE = new DeadlineId(id(7));

    /** The clocks of a second round. */
    public static final DeadlineId SECOND_ACKNOWLEDGEMENT = new DeadlineId(id(8));

    public static final DeadlineId SECOND_FULL_RESPONSE = new DeadlineId(id(9));

    public static final PersonId MANAGER = new PersonId(id(11));
    public static final PersonId DIRECTOR = new PersonId(id(13));
    public static final PersonId HEAD_OF_PAID_SERVICE = new PersonId(id(15));
    public static final ReportingLine.Step MANAGER_STEP =
            new ReportingLine.Step(new PostId(id(10)), Optional.of(MANAGER), ToldAs.LINE_MANAGER);
    public static final ReportingLine.Step DIRECTOR_STEP =
            new ReportingLine.Step(new PostId(id(12)), Optional.of(DIRECTOR), ToldAs.DIRECTOR);
    public static final ReportingLine.Step HEAD_STEP =
            new ReportingLine.Step(new PostId(id(14)), Optional.of(HEAD_OF_PAID_SERVICE), ToldAs.HEAD_OF_PAID_SERVICE);

    /** The posts above the responsible officer's. */
    public static final ReportingLine LINE = new ReportingLine(List.of(MANAGER_STEP, DIRECTOR_STEP, HEAD_STEP));

    /** Another officer, whose manager is the director of the first. */
    public static final PersonId COLLEAGUE = new PersonId(id(17));

    public static final Responsible COLLEAGUES_POST = Responsible.officer(new PostId(id(16)), COLLEAGUE);
    public static final ReportingLine COLLEAGUES_LINE = new ReportingLine(List.of(DIRECTOR_STEP, HEAD_STEP));

    public static final Set<Part> ASKS = Set.of(Part.ASKING_MEMBER);
    public static final Set<Part> HANDLES = Set.of(Part.HOLDER);
    public static final Set<Part> NEITHER = Set.of();

    /** Thursday 24 December 2026; two working days on is the 30th, ten is 12 January. */
    public static final Instant RECEIVED = Instant.parse("2026-12-24T09:15:00Z");

    public static final Instant ACKNOWLEDGEMENT_DUE = Instant.parse("2026-12-31T00:00:00Z");
    public static final Instant FULL_RESPONSE_DUE = Instant.parse("2027-01-13T00:00:00Z");
    public static final Instant IN_TIME = Instant.parse("2026-12-29T11:00:00Z");
    public static final Instant BETWEEN = Instant.parse("2027-01-05T11:00:00Z");
    public static final Instant AFTER_ALL = Instant.parse("2027-01-14T11:00:00Z");

    public static final String SUBJECT = "Lighting in Golden Lane";
    public static final String TEXT = "When will the broken lamps be mended?";
    public static final String LETTER = "They will be mended on Monday, says the surveyor.";
    public static final String DELAY = "The surveyor awaits a delivery of cables.";
    public static final String REASON = "My neighbour knew it already.";

    private CityEnquiry() {}

    static UUID id(int number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    public static Receive receive() {
        return receive(RECEIVED, RECEIVED, Channel.PORTAL);
    }

    /** @param now when it is logged; @param receivedAt when it reached the council */
    public static Receive receive(Instant receivedAt, Instant now, Channel channel) {
        return receive(receivedAt, now, channel, CALENDAR);
    }

    public static Receive receive(Instant receivedAt, Instant now, Channel channel, WorkingCalendar calendar) {
        return receive(receivedAt, now, channel, calendar, true, Set.of(), Optional.empty());
    }

    /** Asked of an officer whose posts have these roles. */
    public static Receive addressed(boolean factual, Set<String> roles, Optional<Departure> departure) {
        return receive(RECEIVED, RECEIVED, Channel.PORTAL, CALENDAR, factual, roles, departure);
    }

    private static Receive receive(
            Instant receivedAt,
            Instant now,
            Channel channel,
            WorkingCalendar calendar,
            boolean factual,
            Set<String> roles,
            Optional<Departure> departure) {
        return new Receive(
                ID,
                "COL-E-2026-000001",
                EnquiryKind.QUESTION,
                MEMBER,
                RESPONSIBLE,
                roles,
                Optional.of(MEMBER_SERVICES),
                channel,
                Capacity.WARD,
                factual,
                receivedAt,
                SUBJECT,
                TEXT,
                now,
                LONDON,
                calendar,
                Map.of(DeadlineKind.ACKNOWLEDGEMENT, ACKNOWLEDGEMENT, DeadlineKind.FULL_RESPONSE, FULL_RESPONSE),
                departure);
    }

    /** Somebody who acts, under the line as it is held and the calendar as it is known. */
    public static Acting acting(PersonId person, Set<Part> parts, Instant now) {
        return acting(person, parts, now, LINE);
    }

    public static Acting acting(PersonId person, Set<Part> parts, Instant now, ReportingLine line) {
        return new Acting(
                person,
                parts,
                now,
                LONDON,
                CALENDAR,
                line,
                Map.of(
                        DeadlineKind.ACKNOWLEDGEMENT,
                        SECOND_ACKNOWLEDGEMENT,
                        DeadlineKind.FULL_RESPONSE,
                        SECOND_FULL_RESPONSE),
                Optional.empty());
    }

    /** The officer it is with acts. */
    public static Acting officer(Instant now) {
        return acting(OFFICER, HANDLES, now);
    }

    /** The member who asked acts. */
    public static Acting member(Instant now) {
        return acting(MEMBER, ASKS, now);
    }

    public static Acknowledge acknowledge(Instant now) {
        return new Acknowledge(officer(now), LETTER, Optional.empty());
    }

    public static Hold hold(Instant now) {
        return new Hold(officer(now), LETTER, Optional.of(DELAY), false);
    }

    public static Respond respond(Instant now) {
        return new Respond(officer(now), LETTER);
    }

    public static Assign assign(Acting acting) {
        return new Assign(acting, COLLEAGUES_POST, COLLEAGUES_LINE, Optional.of(REASON));
    }

    public static FollowUp followUp(Instant now, int window) {
        return new FollowUp(member(now), TEXT, Channel.PORTAL, Optional.of(window));
    }

    public static Withdraw withdraw(Instant now) {
        return new Withdraw(member(now), Optional.of(REASON));
    }

    public static Lapse lapse(DeadlineId deadline, Instant now) {
        return lapse(deadline, 0, now);
    }

    public static Lapse lapse(DeadlineId deadline, int rung, Instant now) {
        return new Lapse(deadline, 1, rung, now, LINE);
    }

    public static EnquiryReceived received() {
        return received(Optional.of(MEMBER_SERVICES));
    }

    /** A member's own, which nobody logged for them. */
    public static EnquiryReceived receivedFromTheMember() {
        return received(Optional.empty());
    }

    private static EnquiryReceived received(Optional<PersonId> loggedBy) {
        Receive command = receive();
        return new EnquiryReceived(
                command.id(),
                command.reference(),
                PACK.id(),
                command.kind(),
                command.member(),
                command.officer(),
                loggedBy,
                command.channel(),
                command.capacity(),
                command.factual(),
                command.receivedAt(),
                command.subject(),
                command.text(),
                PROTOCOL.start(
                        Direction.MEMBER_TO_OFFICER,
                        command.channel(),
                        new ClockStart(RECEIVED, LONDON, CALENDAR, command.deadlineIds(), RESPONSIBLE)));
    }

    public static EnquiryAcknowledged acknowledged(Instant at) {
        return new EnquiryAcknowledged(OFFICER, at, LETTER, List.of(ACKNOWLEDGEMENT));
    }

    public static EnquiryAnswered answered(Instant at, DeadlineId... settles) {
        return new EnquiryAnswered(OFFICER, at, LETTER, List.of(settles));
    }

    public static EnquiryWithdrawn withdrawn(Instant at, DeadlineId... releases) {
        return new EnquiryWithdrawn(MEMBER, at, Optional.of(REASON), List.of(releases));
    }

    public static HoldingReplySent held(Instant at) {
        return new HoldingReplySent(OFFICER, at, LETTER, DELAY, false, List.of());
    }

    /** The breach itself, of which the officer and their manager are told. */
    public static DeadlineBreached breached(DeadlineId deadline, Instant at) {
        return breached(
                deadline,
                0,
                at,
                new Climb(
                        List.of(
                                new Told(RESPONSIBLE.postId(), OFFICER, ToldAs.RESPONSIBLE_OFFICER),
                                told(MANAGER_STEP)),
                        List.of(),
                        true));
    }

    public static DeadlineBreached breached(DeadlineId deadline, int rung, Instant at, Climb climb) {
        return new DeadlineBreached(deadline, 1, rung, at, climb);
    }

    /** Whoever holds a post of the line, told by that post. */
    public static Told told(ReportingLine.Step step) {
        return new Told(Optional.of(step.post()), step.holder().orElseThrow(), step.as());
    }

    public static DeadlineSpared spared(DeadlineId deadline, int revision, Instant at) {
        return new DeadlineSpared(deadline, revision, 0, at);
    }
}
