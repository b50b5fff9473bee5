package uk.concordat.council.imports;

import java.util.function.BiConsumer;

/** What may stand in any cell of any file. */
public final class Cell {

    /** Stands where bytes were no UTF-8. */
    static final char NOT_UTF_8 = '\uFFFD';

    /** The longest address that mail can be sent to (RFC 5321) must fit in. */
    public static final int LONGEST = 254;

    /** A spreadsheet takes what begins so for a formula, wherever the value is shown in one later. */
    private static final String FORMULA = "=+-@";

    private static final int SHOWN = 100;

    private Cell() {}

    /** @param fault is told each problem with its remedy */
    public static void check(String cell, BiConsumer<String, String> fault) {
        if (cell.indexOf(NOT_UTF_8) >= 0) {
            fault.accept(
                    "holds a character that is not UTF-8",
                    "Save the file as UTF-8 (CSV UTF-8 in a spreadsheet) and send it again.");
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            fault.accept("holds a line break or another control character", "Write it on one line, as plain text.");
        }
        String value = cell.strip();
        if (!value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 && !value.matches("[+-][0-9.]+")) {
            fault.accept(
                    "begins with %s, as a formula does".formatted(value.charAt(0)),
                    "Write it so that it begins with another character.");
        }
        if (cell.length() > LONGEST) {
            fault.accept("has %d characters".formatted(cell.length()), "Use at most " + LONGEST + ".");
        }
    }

    /** A faulty file may be one endless cell; its beginning is enough to know it by. */
    static String quoted(String value) {
        return value.length() > SHOWN ? "'" + value.substring(0, SHOWN) + "…'" : "'" + value + "'";
    }
}
