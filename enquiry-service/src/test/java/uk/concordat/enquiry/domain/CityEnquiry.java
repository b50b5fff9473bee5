package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
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
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
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

    public static final Part ASKS = new Part(true, false);
    public static final Part HANDLES = new Part(false, true);
    public static final Part NEITHER = new Part(false, false);

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
    public static final String REASON = "My neighbour has told me already.";

    private CityEnquiry() {}

    private static UUID id(int number) {
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
        return new Receive(
                ID,
                "COL-E-2026-000001",
                EnquiryKind.QUESTION,
                MEMBER,
                RESPONSIBLE,
                Optional.of(MEMBER_SERVICES),
                channel,
                Capacity.WARD,
                true,
                receivedAt,
                SUBJECT,
                TEXT,
                now,
                LONDON,
                calendar,
                Map.of(DeadlineKind.ACKNOWLEDGEMENT, ACKNOWLEDGEMENT, DeadlineKind.FULL_RESPONSE, FULL_RESPONSE));
    }

    public static Acknowledge acknowledge(Instant now) {
        return new Acknowledge(OFFICER, HANDLES, now, LETTER);
    }

    public static Respond respond(Instant now) {
        return new Respond(OFFICER, HANDLES, now, LETTER);
    }

    public static Withdraw withdraw(Instant now) {
        return new Withdraw(MEMBER, ASKS, now, Optional.of(REASON));
    }

    public static Lapse lapse(DeadlineId deadline, Instant now) {
        return new Lapse(deadline, 1, 0, now);
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
                PROTOCOL.clocks().stream().map(clock -> clock.start(command)).toList());
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

    public static DeadlineBreached breached(DeadlineId deadline, Instant at) {
        return new DeadlineBreached(deadline, 1, 0, at);
    }

    public static DeadlineSpared spared(DeadlineId deadline, int revision, Instant at) {
        return new DeadlineSpared(deadline, revision, 0, at);
    }
}
