package uk.concordat.notification.domain;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.concordat.protocols.ladder.ToldAs;

/**
 * What somebody is told of a deadline, in words: without a name and without a word of the case.
 *
 * @param toldAs why they are told, such as {@code responsible-officer}
 */
public record Wording(Notice notice, String toldAs) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    /** In a few words, such as {@code Late: acknowledgement of COL-E-2026-000001}. */
    public String subject() {
        String what = "%s of %s".formatted(kind(), notice.reference());
        return switch (notice.about()) {
            case BREACHED -> (isTarget() ? "Target passed: " : "Late: ") + what;
            case REMINDER -> "Reminder: " + what;
            case MOVED -> "New date: " + what;
            case ANNULLED -> (isTarget() ? "Target not passed: " : "No longer late: ") + what;
        };
    }

    /** In a sentence or two. */
    public String text() {
        return isTarget() ? ofTarget() : ofDeadline();
    }

    /** What is owed. */
    public String kind() {
        return notice.kind().replace('-', ' ');
    }

    public String dueOn() {
        return DAY.format(notice.dueOn());
    }

    /** Whose word the date is. */
    public String source() {
        if (notice.basis().isOfTheCouncil()) {
            return "the council's own target";
        }
        return isTarget() ? "a target" : notice.basis().source().replace('-', ' ');
    }

    /** Members try to answer in the time that officers have to: who is told as a member, or for a member, is told of a target. */
    private boolean isTarget() {
        return toldAs.equals(ToldAs.RESPONSIBLE_MEMBER.code()) || toldAs.equals(ToldAs.ASKING_OFFICER.code());
    }

    private String ofDeadline() {
        String what = "The %s of %s".formatted(kind(), notice.reference());
        return switch (notice.about()) {
            case BREACHED -> "%s was due by %s and was not done in time.%s".formatted(what, byWhat(), upTheLine());
            case REMINDER -> "%s is due by %s.".formatted(what, byWhat());
            case MOVED -> "%s is now due by %s%s.".formatted(what, dueOn(), before());
            case ANNULLED ->
                "%s is no longer counted as missed: the date is now %s%s.".formatted(what, dueOn(), before());
        };
    }

    private String ofTarget() {
        String what = notice.reference();
        return switch (notice.about()) {
            case BREACHED -> "%s was to be answered by %s and was not answered by then.".formatted(what, byWhat());
            case REMINDER -> "%s is to be answered by %s.".formatted(what, byWhat());
            case MOVED -> "%s is now to be answered by %s%s.".formatted(what, byWhat(), before());
            case ANNULLED ->
                "The target of %s is no longer counted as passed: it is now %s%s.".formatted(what, byWhat(), before());
        };
    }

    private String byWhat() {
        Basis basis = notice.basis();
        return "%s (%s, %s; %s)".formatted(dueOn(), source(), basis.paragraphInWords(), basis.rule());
    }

    private String before() {
        return notice.before()
                .map(day -> " (before: %s)".formatted(DAY.format(day)))
                .orElse("");
    }

    private String upTheLine() {
        return notice.ladderWorkingDays()
                .map(days ->
                        " It comes up the line to you because it is still not done: by the council's own local setting it climbs a step every %d working %s."
                                .formatted(days, days == 1 ? "day" : "days"))
                .orElse("");
    }
}
