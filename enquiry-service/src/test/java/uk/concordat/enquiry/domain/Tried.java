package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUES_LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.HANDLES;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.NEITHER;
import static uk.concordat.enquiry.domain.CityEnquiry.RECEIVED;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.TEXT;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.acting;
import static uk.concordat.enquiry.domain.CityEnquiry.addressed;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.assign;
import static uk.concordat.enquiry.domain.CityEnquiry.followUp;
import static uk.concordat.enquiry.domain.CityEnquiry.hold;
import static uk.concordat.enquiry.domain.CityEnquiry.member;
import static uk.concordat.enquiry.domain.CityEnquiry.officer;
import static uk.concordat.enquiry.domain.CityEnquiry.receive;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.CityEnquiry.withdraw;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.HarlowEnquiry.LATER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryClosed;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.people.Responsible;
import uk.concordat.protocols.refusal.Ground;

/** What was done before, what is tried, and why it is refused. */
record Tried(
        Reason reason, String code, Ground ground, Enquiry decider, List<EnquiryEvent> before, EnquiryCommand command) {

    private static final Instant HARLOW_IN_TIME = HarlowEnquiry.IN_TIME;

    private static final EnquiryEvent ACKNOWLEDGED = acknowledged(IN_TIME);
    private static final EnquiryEvent ANSWERED = answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE);
    private static final EnquiryEvent CLOSED = new EnquiryClosed(MEMBER, IN_TIME, Optional.empty());
    private static final EnquiryEvent WITHDRAWN = withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE);

    static Stream<Tried> all() {
        return Stream.of(receipts(), actors(), states(), departures(), TriedDates.all(), courses())
                .flatMap(cases -> cases);
    }

    private static Stream<Tried> receipts() {
        return Stream.of(
                city(Reason.ALREADY_RECEIVED, "already-received", Ground.STATE, receive(), received()),
                city(
                        Reason.RECEIVED_IN_THE_FUTURE,
                        "received-in-the-future",
                        Ground.CONTENT,
                        receive(RECEIVED.plusNanos(1), RECEIVED, Channel.LETTER)),
                city(
                        Reason.RECEIVED_TOO_LONG_AGO,
                        "received-too-long-ago",
                        Ground.CONTENT,
                        receive(Instant.parse("1999-12-31T23:59:59.999Z"), RECEIVED, Channel.LETTER)));
    }

    private static Stream<Tried> actors() {
        Acting stranger = acting(MEMBER, NEITHER, BETWEEN);
        return Stream.of(
                actor(Reason.NOT_YOURS_TO_ANSWER, "not-yours-to-answer", new Respond(stranger, LETTER)),
                actor(Reason.NOT_YOURS_TO_ANSWER, "not-yours-to-answer", new Respond(member(BETWEEN), LETTER)),
                actor(
                        Reason.NOT_YOURS_TO_ANSWER,
                        "not-yours-to-answer",
                        new Acknowledge(member(BETWEEN), LETTER, Optional.empty())),
                actor(
                        Reason.NOT_YOURS_TO_ANSWER,
                        "not-yours-to-answer",
                        new Hold(member(BETWEEN), LETTER, Optional.of(TEXT), false)),
                actor(
                        Reason.NOT_YOURS_TO_ANSWER,
                        "not-yours-to-answer",
                        new Revise(member(BETWEEN), Optional.of(LATER), Optional.of(TEXT))),
                actor(
                        Reason.NOT_YOURS_TO_WITHDRAW,
                        "not-yours-to-withdraw",
                        new Withdraw(officer(BETWEEN), Optional.empty())),
                actor(Reason.NOT_YOURS_TO_WITHDRAW, "not-yours-to-withdraw", new Withdraw(stranger, Optional.empty())),
                actor(Reason.NOT_YOURS_TO_ASSIGN, "not-yours-to-assign", assign(member(BETWEEN))),
                actor(
                        Reason.NOT_YOURS_TO_FOLLOW_UP,
                        "not-yours-to-follow-up",
                        new FollowUp(officer(BETWEEN), TEXT, Channel.EMAIL, Optional.of(5))),
                actor(Reason.NOT_YOURS_TO_CLOSE, "not-yours-to-close", new Close(stranger, Optional.empty())),
                actor(Reason.NOT_YOURS_TO_REOPEN, "not-yours-to-reopen", new Reopen(member(BETWEEN), TEXT)));
    }

    private static Stream<Tried> states() {
        return Stream.of(
                state(
                        Reason.ALREADY_ACKNOWLEDGED,
                        "already-acknowledged",
                        acknowledge(BETWEEN),
                        received(),
                        ACKNOWLEDGED),
                state(Reason.ALREADY_ANSWERED, "already-answered", respond(BETWEEN), received(), ANSWERED),
                state(Reason.ALREADY_ANSWERED, "already-answered", hold(BETWEEN), received(), ANSWERED),
                state(Reason.ALREADY_ANSWERED, "already-answered", acknowledge(BETWEEN), received(), ANSWERED),
                state(Reason.ALREADY_ANSWERED, "already-answered", withdraw(BETWEEN), received(), ANSWERED),
                state(Reason.ALREADY_ANSWERED, "already-answered", assign(officer(BETWEEN)), received(), ANSWERED),
                state(Reason.CLOSED, "closed", respond(BETWEEN), received(), ANSWERED, CLOSED),
                state(Reason.CLOSED, "closed", hold(BETWEEN), received(), ANSWERED, CLOSED),
                state(Reason.CLOSED, "closed", withdraw(BETWEEN), received(), ANSWERED, CLOSED),
                state(
                        Reason.CLOSED,
                        "closed",
                        new Close(member(BETWEEN), Optional.empty()),
                        received(),
                        ANSWERED,
                        CLOSED),
                state(Reason.WITHDRAWN, "withdrawn", acknowledge(BETWEEN), received(), WITHDRAWN),
                state(Reason.WITHDRAWN, "withdrawn", respond(BETWEEN), received(), WITHDRAWN),
                state(Reason.WITHDRAWN, "withdrawn", withdraw(BETWEEN), received(), WITHDRAWN),
                state(Reason.WITHDRAWN, "withdrawn", hold(BETWEEN), received(), WITHDRAWN),
                state(Reason.WITHDRAWN, "withdrawn", followUp(BETWEEN, 5), received(), WITHDRAWN),
                state(Reason.WITHDRAWN, "withdrawn", new Reopen(officer(BETWEEN), TEXT), received(), WITHDRAWN),
                state(
                        Reason.WITHDRAWN,
                        "withdrawn",
                        new Close(officer(BETWEEN), Optional.empty()),
                        received(),
                        WITHDRAWN));
    }

    private static Stream<Tried> departures() {
        Set<String> junior = Set.of();
        return Stream.of(
                city(
                        Reason.ADDRESSEE_TOO_JUNIOR,
                        "addressee-too-junior",
                        Ground.CONTENT,
                        addressed(false, junior, Optional.empty())),
                city(
                        Reason.ADDRESSEE_TOO_JUNIOR,
                        "addressee-too-junior",
                        Ground.CONTENT,
                        addressed(false, junior, Optional.of(new Departure("COL-30", TEXT)))),
                city(
                        Reason.DEPARTURE_WITHOUT_REASON,
                        "departure-without-reason",
                        Ground.CONTENT,
                        addressed(false, junior, Optional.of(new Departure("COL-24", " \t\n")))),
                city(
                        Reason.NOTHING_TO_DEPART_FROM,
                        "nothing-to-depart-from",
                        Ground.CONTENT,
                        addressed(true, junior, Optional.of(new Departure("COL-24", TEXT)))));
    }

    private static Stream<Tried> courses() {
        return Stream.of(
                harlow(
                        Reason.PROTOCOL_KNOWS_NO_HOLDING_REPLY,
                        "protocol-knows-no-holding-reply",
                        Ground.STATE,
                        new Hold(HarlowEnquiry.officer(HARLOW_IN_TIME), LETTER, Optional.of(TEXT), false)),
                city(
                        Reason.HOLDING_REPLY_WITHOUT_REASONS,
                        "holding-reply-without-reasons",
                        Ground.CONTENT,
                        new Hold(officer(BETWEEN), LETTER, Optional.empty(), false),
                        received()),
                city(
                        Reason.ALREADY_WITH_OFFICER,
                        "already-with-officer",
                        Ground.CONTENT,
                        new Assign(acting(MANAGER, HANDLES, BETWEEN), RESPONSIBLE, LINE, Optional.empty()),
                        received()),
                city(
                        Reason.ASSIGNED_TO_ONESELF,
                        "assigned-to-oneself",
                        Ground.CONTENT,
                        new Assign(
                                acting(MANAGER, HANDLES, BETWEEN),
                                Responsible.officer(MANAGER_STEP.post(), MANAGER),
                                COLLEAGUES_LINE,
                                Optional.empty()),
                        received()),
                new Tried(
                        Reason.ASKED_OF_A_MEMBER,
                        "asked-of-a-member",
                        Ground.STATE,
                        HarlowEnquiry.DECIDER,
                        List.of(HarlowEnquiry.askedOfTheMember()),
                        assign(acting(MEMBER, Set.of(Part.ASKED_MEMBER), HARLOW_IN_TIME))),
                state(Reason.NOT_ANSWERED_YET, "not-answered-yet", followUp(IN_TIME, 5), received()),
                state(Reason.NOT_ANSWERED_YET, "not-answered-yet", new Reopen(officer(IN_TIME), TEXT), received()),
                state(
                        Reason.NOT_ANSWERED_YET,
                        "not-answered-yet",
                        new Close(member(IN_TIME), Optional.empty()),
                        received()),
                state(
                        Reason.NO_FOLLOW_UP_WINDOW,
                        "no-follow-up-window",
                        new FollowUp(member(BETWEEN), TEXT, Channel.EMAIL, Optional.empty()),
                        received(),
                        ANSWERED),
                state(
                        Reason.FOLLOW_UP_WINDOW_OVER,
                        "follow-up-window-over",
                        followUp(BETWEEN, 1),
                        received(),
                        ANSWERED));
    }

    static Tried city(Reason reason, String code, Ground ground, EnquiryCommand command, EnquiryEvent... before) {
        return new Tried(reason, code, ground, CityEnquiry.DECIDER, List.of(before), command);
    }

    static Tried state(Reason reason, String code, EnquiryCommand command, EnquiryEvent... before) {
        return city(reason, code, Ground.STATE, command, before);
    }

    private static Tried actor(Reason reason, String code, EnquiryCommand command) {
        return city(reason, code, Ground.ACTOR, command, received());
    }

    static Tried harlow(Reason reason, String code, Ground ground, EnquiryCommand command) {
        return new Tried(reason, code, ground, HarlowEnquiry.DECIDER, List.of(HarlowEnquiry.received()), command);
    }
}
