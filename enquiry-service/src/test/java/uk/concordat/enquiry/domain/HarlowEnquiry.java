package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.CityEnquiry.ASKS;
import static uk.concordat.enquiry.domain.CityEnquiry.HANDLES;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.LONDON;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.PutToMember;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryPutToMember;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.PromiseRevised;
import uk.concordat.enquiry.domain.EnquiryEvent.ReplyPromised;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.rules.Citation;
import uk.concordat.protocols.rules.Reading;
import uk.concordat.protocols.rules.Rulebook;

/** An enquiry of Harlow, received on the first of September 2026, under Harlow's real pack. */
public final class HarlowEnquiry {

    public static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales("harlow/1", List.of());
    public static final Pack PACK = PackLibrary.standard().latest("harlow").orElseThrow();
    public static final EnquiryProtocol PROTOCOL = EnquiryProtocol.of(PACK);
    public static final Enquiry DECIDER = new Enquiry(PROTOCOL);

    public static final EnquiryId ID = new EnquiryId(CityEnquiry.id(31));
    public static final DeadlineId FIRST_RESPONSE = new DeadlineId(CityEnquiry.id(32));
    public static final DeadlineId PROMISE = new DeadlineId(CityEnquiry.id(33));
    public static final DeadlineId SECOND_PROMISE = new DeadlineId(CityEnquiry.id(34));
    public static final DeadlineId THIRD_PROMISE = new DeadlineId(CityEnquiry.id(35));
    public static final DeadlineId SECOND_FIRST_RESPONSE = new DeadlineId(CityEnquiry.id(36));

    /** Tuesday 1 September 2026; five working days on is the 8th. */
    public static final Instant RECEIVED = Instant.parse("2026-09-01T08:15:00Z");

    public static final Instant FIRST_RESPONSE_DUE = Instant.parse("2026-09-08T23:00:00Z");
    public static final Instant IN_TIME = Instant.parse("2026-09-03T10:00:00Z");

    /** Friday 18 September 2026. */
    public static final LocalDate PROMISED = LocalDate.of(2026, 9, 18);

    public static final Instant PROMISE_DUE = Instant.parse("2026-09-18T23:00:00Z");
    public static final Instant BEFORE_PROMISE = Instant.parse("2026-09-15T10:00:00Z");
    public static final Instant AFTER_PROMISE = Instant.parse("2026-09-22T10:00:00Z");

    /** Wednesday 30 September 2026, eight working days after the promise. */
    public static final LocalDate LATER = LocalDate.of(2026, 9, 30);

    public static final String EXPLANATION = "Contractor delayed until autumn.";

    private static final Citation PROMISE_RULE = Rulebook.standard().cite("HAR-36", Reading.STATED);
    private static final Citation REVISION_RULE = Rulebook.standard().cite("HAR-37", Reading.STATED);

    private HarlowEnquiry() {}

    public static Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> given(EnquiryEvent... events) {
        return Scenario.given(DECIDER, events);
    }

    public static Receive receive() {
        return receive(RECEIVED, Channel.EMAIL);
    }

    public static Receive receive(Instant at, Channel channel) {
        return receive(at, channel, true, Optional.empty());
    }

    public static Receive receive(Instant at, Channel channel, boolean factual, Optional<Departure> departure) {
        return new Receive(
                ID,
                "HAR-E-2026-000001",
                EnquiryKind.QUESTION,
                MEMBER,
                RESPONSIBLE,
                Set.of(),
                Optional.empty(),
                channel,
                Capacity.WARD,
                factual,
                at,
                CityEnquiry.SUBJECT,
                CityEnquiry.TEXT,
                at,
                LONDON,
                CALENDAR,
                Map.of(DeadlineKind.FIRST_RESPONSE, FIRST_RESPONSE),
                departure);
    }

    public static PutToMember putToMember() {
        return new PutToMember(
                ID,
                "HAR-E-2026-000001",
                EnquiryKind.QUESTION,
                RESPONSIBLE,
                MEMBER,
                Channel.EMAIL,
                true,
                CityEnquiry.SUBJECT,
                CityEnquiry.TEXT,
                RECEIVED,
                LONDON,
                CALENDAR,
                Map.of(DeadlineKind.FIRST_RESPONSE, FIRST_RESPONSE),
                Optional.empty());
    }

    public static Acting officer(Instant now) {
        return officer(now, PROMISE);
    }

    /** @param promise the id of a deadline, should one be promised */
    public static Acting officer(Instant now, DeadlineId promise) {
        return new Acting(
                OFFICER,
                HANDLES,
                now,
                LONDON,
                CALENDAR,
                LINE,
                Map.of(DeadlineKind.PROMISED_RESPONSE, promise, DeadlineKind.FIRST_RESPONSE, SECOND_FIRST_RESPONSE),
                Optional.empty());
    }

    public static Acting member(Instant now) {
        return new Acting(
                MEMBER,
                ASKS,
                now,
                LONDON,
                CALENDAR,
                LINE,
                Map.of(DeadlineKind.FIRST_RESPONSE, SECOND_FIRST_RESPONSE),
                Optional.empty());
    }

    public static Acknowledge acknowledge(Instant now) {
        return acknowledge(now, PROMISED);
    }

    public static Acknowledge acknowledge(Instant now, LocalDate replyBy) {
        return new Acknowledge(officer(now), LETTER, Optional.of(replyBy));
    }

    public static Acknowledge acknowledgeWithoutDate(Instant now) {
        return new Acknowledge(officer(now), LETTER, Optional.empty());
    }

    public static Revise revise(Instant now, LocalDate replyBy) {
        return revise(now, replyBy, SECOND_PROMISE);
    }

    public static Revise revise(Instant now, LocalDate replyBy, DeadlineId promise) {
        return new Revise(officer(now, promise), Optional.of(replyBy), Optional.of(EXPLANATION));
    }

    public static Respond respond(Instant now) {
        return new Respond(officer(now), LETTER);
    }

    public static Lapse lapse(DeadlineId deadline, int revision, int rung, Instant now) {
        return new Lapse(deadline, revision, rung, now, LINE);
    }

    public static EnquiryReceived received() {
        return only(EnquiryReceived.class, receive());
    }

    public static EnquiryPutToMember askedOfTheMember() {
        return only(EnquiryPutToMember.class, putToMember());
    }

    private static DeadlineSet promise(DeadlineId id, int revision, LocalDate replyBy, Citation rule) {
        return PromisedDate.promise(id, revision, replyBy, officer(RECEIVED), rule, RESPONSIBLE);
    }

    private static <E extends EnquiryEvent> E only(Class<E> type, EnquiryCommand command) {
        return type.cast(given().when(command).events().getFirst());
    }

    public static EnquiryAcknowledged acknowledged(Instant at) {
        return new EnquiryAcknowledged(OFFICER, at, LETTER, List.of(FIRST_RESPONSE));
    }

    public static ReplyPromised promised(Instant at) {
        return new ReplyPromised(OFFICER, at, promise(PROMISE, 1, PROMISED, PROMISE_RULE));
    }

    /** In time: the same deadline under its next revision. */
    public static PromiseRevised revised(Instant at, int revision, LocalDate replyBy, int slippage) {
        return new PromiseRevised(
                OFFICER, at, EXPLANATION, PROMISE, promise(PROMISE, revision, replyBy, REVISION_RULE), slippage);
    }

    /** After the day had gone: a deadline of its own. */
    public static PromiseRevised revisedLate(Instant at, LocalDate replyBy, int slippage) {
        return new PromiseRevised(
                OFFICER, at, EXPLANATION, PROMISE, promise(SECOND_PROMISE, 1, replyBy, REVISION_RULE), slippage);
    }

    public static EnquiryAnswered answered(Instant at, DeadlineId... settles) {
        return new EnquiryAnswered(OFFICER, at, LETTER, List.of(settles));
    }

    public static DeadlineBreached breached(DeadlineId deadline, Instant at) {
        return CityEnquiry.breached(deadline, at);
    }
}
