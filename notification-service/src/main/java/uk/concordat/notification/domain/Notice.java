package uk.concordat.notification.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is told of a deadline, to whomever it is told: without a name and without a word of the case.
 *
 * @param reference of the case
 * @param rung the step of the ladder; 0 for the breach itself and for all that is no breach
 * @param dueOn its day, as it is now
 * @param before the day that was told before, where it has moved
 * @param ladderWorkingDays the local setting by which it came up the line, from rung 1
 */
public record Notice(
        About about,
        CaseReference of,
        String reference,
        UUID deadlineId,
        int revision,
        int rung,
        String kind,
        LocalDate dueOn,
        Optional<LocalDate> before,
        Basis basis,
        Optional<Integer> ladderWorkingDays) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    /** In a few words, such as {@code Late: acknowledgement of COL-E-2026-000001}. */
    public String subject() {
        String what = "%s of %s".formatted(kindInWords(), reference);
        return switch (about) {
            case BREACHED -> "Late: " + what;
            case REMINDER -> "Reminder: " + what;
            case MOVED -> "New date: " + what;
            case ANNULLED -> "No longer late: " + what;
        };
    }

    /** In a sentence or two. */
    public String text() {
        String what = "The %s of %s".formatted(kindInWords(), reference);
        return switch (about) {
            case BREACHED -> "%s was due by %s and was not done in time.%s".formatted(what, dueByWhat(), upTheLine());
            case REMINDER -> "%s is due by %s.".formatted(what, dueByWhat());
            case MOVED -> "%s is now due by %s%s.".formatted(what, DAY.format(dueOn), inBrackets());
            case ANNULLED ->
                "%s is no longer counted as missed: the date is now %s%s."
                        .formatted(what, DAY.format(dueOn), inBrackets());
        };
    }

    private String kindInWords() {
        return kind.replace('-', ' ');
    }

    private String dueByWhat() {
        return "%s (%s, %s; %s)"
                .formatted(DAY.format(dueOn), basis.source().replace('-', ' '), basis.paragraph(), basis.rule());
    }

    private String inBrackets() {
        return before.map(day -> " (before: %s)".formatted(DAY.format(day))).orElse("");
    }

    private String upTheLine() {
        return ladderWorkingDays
                .map(days ->
                        " It comes up the line to you because it is still not done: by the council's own local setting it climbs a step every %d working %s."
                                .formatted(days, days == 1 ? "day" : "days"))
                .orElse("");
    }
}
