package uk.concordat.enquiry.application;

import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.refusal.Refusal;
import uk.concordat.protocols.rules.Citation;

/** Why an enquiry could not be taken in because of whom it names: the directory's facts, before the protocol is asked. */
public enum ReceiptRefusal implements Refusal {
    NO_PROTOCOL(
            "no-protocol-in-force",
            Ground.STATE,
            "Your council has no protocol in force here, so no enquiry can be dated."),
    UNKNOWN_OFFICER(
            "unknown-officer",
            Ground.CONTENT,
            "The one named is not an officer of your council in office today. Send an officer's username."),
    OFFICER_WITHOUT_POST(
            "officer-without-post",
            Ground.CONTENT,
            "The officer named holds no post today, so nobody could answer for the date. Choose another officer."),
    UNKNOWN_MEMBER(
            "unknown-member",
            Ground.CONTENT,
            "onBehalfOf was not a member of your council in office on the day of receipt. Send a member's username."),
    ONLY_OFFICERS_LOG(
            "only-officers-log",
            Ground.ACTOR,
            "Only an officer logs an enquiry for a member. Send your own without onBehalfOf."),
    RECEIPT_NOT_YOURS_TO_STATE(
            "receipt-not-yours-to-state",
            Ground.ACTOR,
            "Your own enquiry is received when it is sent. Only an officer who logs one for a member states receivedAt."),
    CAPACITY_IS_A_MEMBERS(
            "capacity-is-a-members",
            Ground.CONTENT,
            "An officer who asks a member asks in no member's capacity. Leave capacity out."),
    ASKING_WITHOUT_POST(
            "asking-without-post", Ground.ACTOR, "You hold no post today, by which alone an officer asks a member."),
    MEMBER_MISSING(
            "member-missing",
            Ground.CONTENT,
            "An officer logs an enquiry for a member: name the member in onBehalfOf.");

    private final String code;
    private final Ground ground;
    private final String detail;

    ReceiptRefusal(String code, Ground ground, String detail) {
        this.code = code;
        this.ground = ground;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public String detail() {
        return detail;
    }

    @Override
    public Optional<Citation> citation() {
        return Optional.empty();
    }
}
