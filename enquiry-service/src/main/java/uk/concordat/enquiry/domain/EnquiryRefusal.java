package uk.concordat.enquiry.domain;

import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.refusal.Refusal;
import uk.concordat.protocols.rules.Citation;

/** Why something was not done to an enquiry, and the rule behind it where there is one. */
public record EnquiryRefusal(Reason reason, Optional<Citation> citation) implements Refusal {

    private static final String ONLY = "Only %s may do this.";

    /** Each reason's code is stable: portals go by it. */
    public enum Reason {
        ALREADY_RECEIVED("already-received", Ground.STATE, "This enquiry has been received before."),
        RECEIVED_IN_THE_FUTURE(
                "received-in-the-future",
                Ground.CONTENT,
                "An enquiry cannot have been received later than now. Correct receivedAt."),
        RECEIVED_TOO_LONG_AGO(
                "received-too-long-ago",
                Ground.CONTENT,
                "An enquiry received before the year 2000 cannot be logged. Correct receivedAt."),
        ADDRESSEE_TOO_JUNIOR(
                "addressee-too-junior",
                Ground.CONTENT,
                "What does not ask for facts alone goes to a more senior officer first. Address one above in the line, or say in departure why this officer is asked."),
        DEPARTURE_WITHOUT_REASON(
                "departure-without-reason",
                Ground.CONTENT,
                "A departure from what the protocol says should be needs a reason, which is recorded. Give it in departure.reason."),
        NOTHING_TO_DEPART_FROM(
                "nothing-to-depart-from",
                Ground.CONTENT,
                "Nothing here departs from that rule, so no departure can be recorded. Leave departure out."),
        ACKNOWLEDGEMENT_WITHOUT_DATE(
                "acknowledgement-without-date",
                Ground.CONTENT,
                "An acknowledgement says by when the answer will come. Give the day in replyBy."),
        PROTOCOL_KNOWS_NO_PROMISE(
                "protocol-knows-no-promise",
                Ground.STATE,
                "The protocol of this enquiry knows no promised dates, so none can be revised."),
        REPLY_DATE_NOT_IN_PROTOCOL(
                "reply-date-not-in-protocol",
                Ground.CONTENT,
                "No date is promised in this: the protocol knows no promised dates, or none in an answer of a member. Leave replyBy out."),
        PROTOCOL_KNOWS_NO_HOLDING_REPLY(
                "protocol-knows-no-holding-reply",
                Ground.STATE,
                "The protocol of this enquiry knows no holding reply."),
        HOLDING_REPLY_WITHOUT_REASONS(
                "holding-reply-without-reasons",
                Ground.CONTENT,
                "A holding reply sets out the reasons for the delay. Give them in reasons."),
        NOTHING_PROMISED(
                "nothing-promised",
                Ground.STATE,
                "No date has been promised that could be revised. Where it has been acknowledged without one, answer it."),
        TIMESCALE_WITHOUT_EXPLANATION(
                "timescale-without-explanation",
                Ground.CONTENT,
                "A revised date comes with an explanation of why the one before cannot be kept. Give it in explanation."),
        TIMESCALE_WITHOUT_DATE(
                "timescale-without-date", Ground.CONTENT, "A revised timescale names the new day. Give it in replyBy."),
        REPLY_DATE_IN_THE_PAST(
                "reply-date-in-the-past", Ground.CONTENT, "An answer cannot be promised by a day that has gone."),
        REPLY_DATE_NOT_A_WORKING_DAY(
                "reply-date-not-a-working-day",
                Ground.CONTENT,
                "The council does not work on that day. Promise the answer by a working day."),
        REPLY_DATE_TOO_FAR(
                "reply-date-too-far",
                Ground.CONTENT,
                "An answer cannot be promised for more than a year ahead. Check the year."),
        REPLY_DATE_UNCHANGED(
                "reply-date-unchanged",
                Ground.CONTENT,
                "The answer is promised by that very day already. Give another."),
        NOT_YOURS_TO_ANSWER("not-yours-to-answer", Ground.ACTOR, ONLY),
        NOT_YOURS_TO_WITHDRAW("not-yours-to-withdraw", Ground.ACTOR, ONLY),
        NOT_YOURS_TO_ASSIGN("not-yours-to-assign", Ground.ACTOR, ONLY),
        NOT_YOURS_TO_FOLLOW_UP("not-yours-to-follow-up", Ground.ACTOR, ONLY),
        NOT_YOURS_TO_CLOSE("not-yours-to-close", Ground.ACTOR, ONLY),
        NOT_YOURS_TO_REOPEN("not-yours-to-reopen", Ground.ACTOR, ONLY),
        ASKED_OF_A_MEMBER(
                "asked-of-a-member", Ground.STATE, "A member was asked in person: it cannot be given to an officer."),
        ALREADY_WITH_OFFICER(
                "already-with-officer", Ground.CONTENT, "The enquiry is with that officer already. Choose another."),
        ASSIGNED_TO_ONESELF(
                "assigned-to-oneself",
                Ground.CONTENT,
                "Nobody gives an enquiry to themselves. Whoever is above in the line may answer it as it is."),
        NOT_ANSWERED_YET("not-answered-yet", Ground.STATE, "The enquiry has not been answered yet: it is still open."),
        NO_FOLLOW_UP_WINDOW(
                "no-follow-up-window",
                Ground.STATE,
                "Your council has set no time in which a follow-up reopens an enquiry. Send a new one."),
        FOLLOW_UP_WINDOW_OVER(
                "follow-up-window-over",
                Ground.STATE,
                "The council's time for a follow-up is over. Ask an officer to reopen it, or send a new enquiry."),
        CLOSED("closed", Ground.STATE, "The enquiry has been closed."),
        ALREADY_ACKNOWLEDGED("already-acknowledged", Ground.STATE, "The enquiry has been acknowledged before."),
        ALREADY_ANSWERED("already-answered", Ground.STATE, "The enquiry has been answered."),
        WITHDRAWN("withdrawn", Ground.STATE, "The enquiry has been withdrawn; nothing is owed in it any more.");

        private final String code;
        private final Ground ground;
        private final String detail;

        Reason(String code, Ground ground, String detail) {
            this.code = code;
            this.ground = ground;
            this.detail = detail;
        }

        String code() {
            return code;
        }
    }

    static EnquiryRefusal because(Reason reason) {
        return new EnquiryRefusal(reason, Optional.empty());
    }

    static EnquiryRefusal because(Reason reason, Citation citation) {
        return new EnquiryRefusal(reason, Optional.of(citation));
    }

    @Override
    public String code() {
        return reason.code;
    }

    @Override
    public Ground ground() {
        return reason.ground;
    }

    @Override
    public String detail() {
        return Authority.whoInsteadOf(reason)
                .map(EnquiryRefusal::either)
                .map(ONLY::formatted)
                .orElse(reason.detail);
    }

    private static String either(List<Who> who) {
        List<String> words = who.stream().map(Who::words).toList();
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
