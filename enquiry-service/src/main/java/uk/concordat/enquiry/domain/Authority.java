package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.Part.ABOVE;
import static uk.concordat.enquiry.domain.Part.ASKED_MEMBER;
import static uk.concordat.enquiry.domain.Part.ASKING_MEMBER;
import static uk.concordat.enquiry.domain.Part.ASKING_OFFICER;
import static uk.concordat.enquiry.domain.Part.HOLDER;
import static uk.concordat.enquiry.domain.Part.LOGGER;
import static uk.concordat.enquiry.domain.Part.NEAREST_ABOVE;
import static uk.concordat.enquiry.domain.Part.STANDS_FOR_ASKER;
import static uk.concordat.enquiry.domain.Part.STANDS_FOR_HOLDER;
import static uk.concordat.enquiry.domain.Standing.MEMBER;
import static uk.concordat.enquiry.domain.Standing.OFFICER;
import static uk.concordat.enquiry.domain.Standing.OFFICER_IN_POST;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Act;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.authority.AuthorityLine;
import uk.concordat.protocols.authority.CallerKind;
import uk.concordat.protocols.authority.Serves;

/**
 * Who may do what in this service. Decisions, lists and refusals go by this table, and so does what an enquiry shows as
 * {@code actions}. Officers work to the instructions of those above them in the line and not of single members (HAR-33,
 * WTC-23, COL-20): what is an officer's to do, those above may do too, and no member.
 */
public enum Authority implements AuthorityLine {
    @Serves("COL-01")
    ASK("ask an officer", "member-missing", MEMBER),
    @Serves("COL-27")
    LOG("log what a member has asked, by whatever channel", "only-officers-log", OFFICER),
    @Serves("HAR-38")
    ASK_MEMBER("ask a member", "asking-without-post", OFFICER_IN_POST),

    READ(
            "read an enquiry and its history, and find it in lists",
            "as if there were none",
            ASKING_MEMBER,
            LOGGER,
            ASKING_OFFICER,
            HOLDER,
            ABOVE,
            ASKED_MEMBER,
            STANDS_FOR_ASKER,
            STANDS_FOR_HOLDER),
    READ_EVENT(
            "read what a message about an enquiry leaves out",
            "as if there were none",
            ASKING_MEMBER,
            LOGGER,
            ASKING_OFFICER,
            HOLDER,
            ABOVE,
            ASKED_MEMBER,
            STANDS_FOR_ASKER,
            STANDS_FOR_HOLDER,
            Granted.EVENTS_READ),
    OWE("find it on one's desk while it is open", "is not on theirs", HOLDER, NEAREST_ABOVE, ASKED_MEMBER),
    LEFT_BEHIND(
            "find what is open and with a vacant post, or with somebody who has left",
            "is not among theirs",
            HOLDER,
            ABOVE,
            ASKING_OFFICER,
            STANDS_FOR_ASKER,
            STANDS_FOR_HOLDER),

    @Serves({"HAR-33", "HAR-38"})
    ACKNOWLEDGEMENT("acknowledge it", Reason.NOT_YOURS_TO_ANSWER, HOLDER, ABOVE, ASKED_MEMBER),
    @Serves("HAR-33")
    HOLDING_REPLY("send a holding reply", Reason.NOT_YOURS_TO_ANSWER, HOLDER, ABOVE, ASKED_MEMBER),
    @Serves("HAR-33")
    TIMESCALE("revise a promised date", Reason.NOT_YOURS_TO_ANSWER, HOLDER, ABOVE, ASKED_MEMBER),
    @Serves({"HAR-33", "HAR-38"})
    RESPONSE("answer it", Reason.NOT_YOURS_TO_ANSWER, HOLDER, ABOVE, ASKED_MEMBER),
    @Serves({"COL-20", "HAR-33", "WTC-23"})
    ASSIGNMENT("give it to another officer", Reason.NOT_YOURS_TO_ASSIGN, HOLDER, ABOVE, STANDS_FOR_HOLDER),
    FOLLOW_UP("ask on after an answer", Reason.NOT_YOURS_TO_FOLLOW_UP, ASKING_MEMBER, LOGGER, ASKING_OFFICER),
    REOPENING("reopen it after an answer", Reason.NOT_YOURS_TO_REOPEN, HOLDER, ABOVE, ASKING_OFFICER),
    CLOSURE(
            "close it after an answer",
            Reason.NOT_YOURS_TO_CLOSE,
            ASKING_MEMBER,
            LOGGER,
            ASKING_OFFICER,
            HOLDER,
            ABOVE,
            ASKED_MEMBER,
            STANDS_FOR_ASKER),
    WITHDRAWAL("take it back", Reason.NOT_YOURS_TO_WITHDRAW, ASKING_MEMBER, LOGGER, ASKING_OFFICER, STANDS_FOR_ASKER);

    private final String act;
    private final String toOthers;
    private final Optional<Reason> reason;
    private final List<Who> who;

    Authority(String act, String toOthers, Who... who) {
        this(act, toOthers, Optional.empty(), who);
    }

    Authority(String act, Reason reason, Who... who) {
        this(act, reason.code(), Optional.of(reason), who);
    }

    Authority(String act, String toOthers, Optional<Reason> reason, Who... who) {
        this.act = act;
        this.toOthers = toOthers;
        this.reason = reason;
        this.who = List.of(who);
    }

    /** The line of an act; its code is what the act's path ends with. */
    public static Authority of(Act act) {
        return switch (act) {
            case Acknowledge _ -> ACKNOWLEDGEMENT;
            case Hold _ -> HOLDING_REPLY;
            case Revise _ -> TIMESCALE;
            case Respond _ -> RESPONSE;
            case Assign _ -> ASSIGNMENT;
            case FollowUp _ -> FOLLOW_UP;
            case Reopen _ -> REOPENING;
            case Close _ -> CLOSURE;
            case Withdraw _ -> WITHDRAWAL;
        };
    }

    /** Whether somebody who is all this may do it. */
    public boolean isFor(Collection<? extends Who> somebody) {
        return who.stream().anyMatch(somebody::contains);
    }

    /** Why somebody may not do it, in whatever state the enquiry is; empty if they may. */
    Optional<Reason> refusal(Set<Part> parts) {
        if (isFor(parts)) {
            return Optional.empty();
        }
        // What a member was asked in person is no officer's, so it is not for want of authority that it stays.
        return this == ASSIGNMENT && parts.contains(ASKED_MEMBER) ? Optional.of(Reason.ASKED_OF_A_MEMBER) : reason;
    }

    /** Who may do what is refused for this reason; empty where it is refused for something else. */
    static Optional<List<Who>> whoInsteadOf(Reason reason) {
        return Arrays.stream(values())
                .filter(line -> line.reason.filter(reason::equals).isPresent())
                .map(line -> line.who)
                .findFirst();
    }

    /** The parts in an enquiry by which somebody may do it. */
    public List<Part> parts() {
        return who.stream().filter(Part.class::isInstance).map(Part.class::cast).toList();
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String act() {
        return act;
    }

    @Override
    public Set<CallerKind> callers() {
        return isFor(Set.of(Granted.values()))
                ? Set.of(CallerKind.PERSON, CallerKind.INTEGRATION)
                : Set.of(CallerKind.PERSON);
    }

    @Override
    public List<String> who() {
        return who.stream().map(Who::words).toList();
    }

    @Override
    public String toOthers() {
        return toOthers;
    }
}
