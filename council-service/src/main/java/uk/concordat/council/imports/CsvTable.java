package uk.concordat.council.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.ImportFault;

/**
 * A CSV file (RFC 4180, UTF-8 with or without byte order mark) with exactly the columns it should have. Of those at its
 * end any may be left out, which says the same as leaving their cells empty.
 */
final class CsvTable {

    /** Stands where bytes were no UTF-8. */
    private static final char NOT_UTF_8 = '\uFFFD';

    /** The longest address that mail can be sent to (RFC 5321) must fit in. */
    private static final int LONGEST = 254;

    private static final int SHOWN = 100;

    /** A dot-atom at a domain of at least two labels (RFC 5321, without quoted local parts and address literals). */
    private static final String ADDRESS = "(?=[^@]{1,64}@)ATOM(\\.ATOM)*@(LABEL\\.)+LABEL"
            .replace("ATOM", "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+")
            .replace("LABEL", "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** A line whose cells are read by column; what does not fit becomes a fault and reads as empty. */
    final class Line {

        private final CSVRecord record;
        private final long number;

        private Line(CSVRecord record, long number) {
            this.record = record;
            this.number = number;
        }

        long number() {
            return number;
        }

        Optional<String> optional(String column) {
            return record.isMapped(column)
                    ? Optional.of(record.get(column).strip()).filter(value -> !value.isEmpty())
                    : Optional.empty();
        }

        String required(String column) {
            return optional(column).orElseGet(() -> {
                fault(number, column, "is empty", "Fill it in.");
                return "";
            });
        }

        String matching(String column, String form, String remedy) {
            String value = required(column);
            if (!value.isEmpty() && !value.matches(form)) {
                fault(number, column, quoted(value) + " does not fit", remedy);
            }
            return value;
        }

        /** An address of one mailbox. Cells that are too long are told as such, and not looked at again. */
        Optional<String> address(String column) {
            Optional<String> address = optional(column).filter(value -> value.length() <= LONGEST);
            if (address.filter(value -> !value.matches(ADDRESS)).isPresent()) {
                fault(
                        number,
                        column,
                        quoted(address.get()) + " is no address",
                        "Write one address such as officer@council.example, or leave it empty.");
            }
            return address;
        }

        /** So many working days that the council has set; empty where it has set none. */
        Optional<Integer> workingDays(String column) {
            return optional(column).flatMap(value -> {
                if (value.matches("[1-9]|[1-5][0-9]|60")) {
                    return Optional.of(Integer.valueOf(value));
                }
                fault(
                        number,
                        column,
                        quoted(value) + " is no number of working days",
                        "Write a whole number from 1 to 60, or leave it empty.");
                return Optional.empty();
            });
        }

        ZoneId zone(String column) {
            String value = required(column);
            if (value.isEmpty() || ZoneId.getAvailableZoneIds().contains(value)) {
                return ZoneId.of(value.isEmpty() ? "UTC" : value);
            }
            fault(number, column, quoted(value) + " is no time zone", "Use a name such as Europe/London.");
            return ZoneOffset.UTC;
        }

        LocalDate day(String column) {
            required(column);
            return optionalDay(column).orElse(LocalDate.EPOCH);
        }

        Optional<LocalDate> optionalDay(String column) {
            return optional(column).flatMap(value -> {
                try {
                    return Optional.of(LocalDate.parse(value));
                } catch (DateTimeParseException unreadable) {
                    fault(number, column, quoted(value) + " is no day", "Write a day such as 2026-05-07.");
                    return Optional.empty();
                }
            });
        }

        void isWrong(String column, String problem, String remedy) {
            fault(number, column, problem, remedy);
        }

        Optional<LocalDate> lastDay(LocalDate from) {
            Optional<LocalDate> to = optionalDay("to");
            if (to.filter(last -> last.isBefore(from)).isPresent()) {
                fault(number, "to", "ends before it begins", "Let it end on or after its first day.");
            }
            return to;
        }
    }

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final String file;
    private final List<ImportFault> faults;
    private final List<Line> lines = new ArrayList<>();

    private CsvTable(String file, List<ImportFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads a file; what is wrong with it is added to the faults. */
    static CsvTable read(
            String file,
            @Nullable String content,
            List<String> columns,
            List<String> optional,
            List<ImportFault> faults) {
        CsvTable table = new CsvTable(file, faults);
        if (content == null) {
            table.fault(1, "", "is missing", "Send the file as a part of the form.");
            return table;
        }
        String text = content.replaceFirst("^\uFEFF", "");
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            if (hasColumns(parser.getHeaderNames(), columns, optional)) {
                table.add(parser, text.lines().toList());
            } else {
                table.fault(
                        1,
                        "",
                        "has the columns " + quoted(String.join(",", parser.getHeaderNames())),
                        "Use exactly " + String.join(",", columns) + ", separated by commas"
                                + (optional.isEmpty()
                                        ? "."
                                        : "; %s may follow.".formatted(String.join(",", optional))));
            }
        } catch (IOException | IllegalArgumentException broken) {
            table.notCsv(1);
        }
        return table;
    }

    private static boolean hasColumns(List<String> heading, List<String> columns, List<String> optional) {
        List<String> expected = new ArrayList<>(columns);
        optional.stream().filter(heading::contains).forEach(expected::add);
        return heading.equals(expected);
    }

    private void add(CSVParser parser, List<String> text) {
        long ended = parser.getCurrentLineNumber();
        try {
            for (CSVRecord record : parser) {
                add(record, beginning(ended, text));
                ended = parser.getCurrentLineNumber();
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            notCsv(beginning(ended, text));
        }
    }

    /** The parser knows where a record ends; it begins in the first line after the last one's end that is not empty. */
    private static long beginning(long ended, List<String> text) {
        int line = Math.toIntExact(ended);
        while (line < text.size() && text.get(line).isEmpty()) {
            line++;
        }
        return line + 1L;
    }

    private void add(CSVRecord record, long line) {
        List<String> columns = record.getParser().getHeaderNames();
        if (!record.isConsistent()) {
            fault(
                    line,
                    "",
                    "has %d cells instead of %d".formatted(record.size(), columns.size()),
                    "Mend the line; quote cells that hold a comma.");
            return;
        }
        columns.forEach(column -> check(line, column, record.get(column)));
        lines.add(new Line(record, line));
    }

    /** What the parser says may quote the file, so only the place is told. */
    private void notCsv(long line) {
        fault(line, "", "is not CSV from here on", "Close every quote, and save it as CSV (comma delimited, UTF-8).");
    }

    /** A faulty file may be one endless cell; its beginning is enough to know it by. */
    private static String quoted(String value) {
        return value.length() > SHOWN ? "'" + value.substring(0, SHOWN) + "…'" : "'" + value + "'";
    }

    private void check(long line, String column, String cell) {
        if (cell.indexOf(NOT_UTF_8) >= 0) {
            fault(
                    line,
                    column,
                    "holds a character that is not UTF-8",
                    "Save the file as UTF-8 (CSV UTF-8 in a spreadsheet) and send it again.");
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            fault(
                    line,
                    column,
                    "holds a line break or another control character",
                    "Write it on one line, as plain text.");
        }
        if (cell.length() > LONGEST) {
            fault(line, column, "has %d characters".formatted(cell.length()), "Use at most " + LONGEST + ".");
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Whether nothing at all is wrong with the file as such, so that only its lines are left to judge. */
    boolean isWhole() {
        return faults.stream().noneMatch(fault -> fault.file().equals(file));
    }

    void fault(long line, String column, String problem, String remedy) {
        faults.add(new ImportFault(file, line, column, problem, remedy));
    }
}
