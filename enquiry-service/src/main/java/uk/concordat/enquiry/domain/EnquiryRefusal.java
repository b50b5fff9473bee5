package uk.concordat.enquiry.domain;

import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.refusal.Refusal;
import uk.concordat.protocols.rules.Citation;

/** Why something was not done to an enquiry, and the rule behind it where there is one. */
public record EnquiryRefusal(Reason reason, Optional<Citation> citation) implements Refusal {

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
        CHANNEL_STARTS_NO_CLOCK(
                "channel-not-in-protocol", Ground.CONTENT, "The protocol in force does not know this channel."),
        NOT_YOURS_TO_ANSWER(
                "not-yours-to-answer",
                Ground.ACTOR,
                "Only the officer it is with, or someone above in the line, may do this."),
        NOT_YOURS_TO_WITHDRAW(
                "not-yours-to-withdraw",
                Ground.ACTOR,
                "Only the member who asked, or the officer who logged it for the member, may withdraw it."),
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
        return reason.detail;
    }
}
