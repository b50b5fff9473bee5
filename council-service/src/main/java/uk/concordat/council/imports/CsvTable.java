package uk.concordat.council.imports;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.ImportFault;

/** A CSV file (RFC 4180, UTF-8 with or without byte order mark) with exactly the columns it should have. */
final class CsvTable {

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
            return Optional.of(record.get(column).strip()).filter(value -> !value.isEmpty());
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
                fault(number, column, "'" + value + "' does not fit", remedy);
            }
            return value;
        }

        LocalDate day(String column) {
            return optionalDay(column).orElseGet(() -> {
                required(column);
                return LocalDate.EPOCH;
            });
        }

        Optional<LocalDate> optionalDay(String column) {
            return optional(column).flatMap(value -> {
                try {
                    return Optional.of(LocalDate.parse(value));
                } catch (DateTimeParseException unreadable) {
                    fault(number, column, "'" + value + "' is no day", "Write a day such as 2026-05-07.");
                    return Optional.of(LocalDate.EPOCH);
                }
            });
        }

        Optional<LocalDate> lastDay(LocalDate from) {
            Optional<LocalDate> to = optionalDay("to");
            if (to.filter(last -> last.isBefore(from)).isPresent()) {
                fault(number, "to", "ends before it begins", "Let it end on or after its first day.");
            }
            return to;
        }
    }

    private final String file;
    private final List<ImportFault> faults;
    private final List<Line> lines = new ArrayList<>();

    private CsvTable(String file, List<ImportFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads a file; what is wrong with it is added to the faults. */
    static CsvTable read(String file, @Nullable String content, List<String> columns, List<ImportFault> faults) {
        CsvTable table = new CsvTable(file, faults);
        if (content == null) {
            table.fault(1, "", "is missing", "Send the file as a part of the form.");
            return table;
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(content.replaceFirst("^\uFEFF", "")), format)) {
            if (!parser.getHeaderNames().equals(columns)) {
                table.fault(
                        1,
                        "",
                        "has the columns " + parser.getHeaderNames(),
                        "Use exactly " + String.join(",", columns) + ".");
                return table;
            }
            for (CSVRecord record : parser) {
                table.add(record, parser.getCurrentLineNumber(), columns.size());
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException | java.io.UncheckedIOException broken) {
            table.fault(1, "", "is not CSV: " + broken.getMessage(), "Save it as CSV (comma delimited, UTF-8).");
        }
        return table;
    }

    private void add(CSVRecord record, long line, int columns) {
        if (record.isConsistent()) {
            lines.add(new Line(record, line));
        } else {
            fault(
                    line,
                    "",
                    "has %d cells instead of %d".formatted(record.size(), columns),
                    "Mend the line; quote cells that hold a comma.");
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    void fault(long line, String column, String problem, String remedy) {
        faults.add(new ImportFault(file, line, column, problem, remedy));
    }
}
