package uk.concordat.council.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.StrictJson;

/** What is read alike wherever days are proclaimed or offices closed. */
final class Lines {

    private Lines() {}

    /** Proofs and mails show it on one line. */
    static String line(String name, @Nullable String value) {
        String text = Fields.text(name, value, CalendarBodies.LINE);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedRequest(
                    "field-not-one-line",
                    "The field /%s holds a line break or another control character.".formatted(name));
        }
        return text;
    }

    /** A reason that may be left out, or blank. */
    static Optional<String> reason(Optional<String> reason) {
        return reason.filter(words -> !words.isBlank()).map(words -> Fields.text("reason", words, CalendarBodies.TEXT));
    }

    /** The reason that is sent when a day or a closure is withdrawn. */
    static String whyWithdrawn(byte[] body) {
        return Fields.text(
                "reason", StrictJson.read(body, CalendarBodies.Withdrawal.class).reason(), CalendarBodies.TEXT);
    }

    /** What is no day in a path is one of which nothing is known. */
    static Optional<LocalDate> day(String day) {
        try {
            return day.matches("[0-9]{4}-.*") ? Optional.of(LocalDate.parse(day)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
