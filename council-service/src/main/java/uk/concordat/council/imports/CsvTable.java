package uk.concordat.council.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.concordat.council.domain.ImportFault;

/**
 * A CSV file (RFC 4180, UTF-8 with or without byte order mark) with exactly the columns it should have. Of those at its
 * end any may be left out, which says the same as leaving their cells empty.
 */
final class CsvTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What is read lies in memory together. */
    private static final int MOST_LINES = 100_000;

    /** The column by which lines take back what was loaded before. */
    static final List<String> WITHDRAWN = List.of("withdrawn");

    /** Whoever has so many to mend does not read more. */
    private static final int MOST_FAULTS = 1_000;

    /** Empty lines come as records of one empty cell, so that each record begins in the line after the last one's end. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final String file;
    private final List<ImportFault> faults;
    private final List<CsvLine> lines = new ArrayList<>();
    private List<String> heading = List.of();

    /** How many cells each line has: those of the heading, and as many empty ones as that ends with. */
    private int width;

    private int told;

    private CsvTable(String part, List<ImportFault> faults) {
        this.file = part + ".csv";
        this.faults = faults;
    }

    /** Reads a file that has to be there; what is wrong with it is added to the faults. */
    static CsvTable read(
            CsvParts parts, String part, List<String> columns, List<String> optional, List<ImportFault> faults) {
        return readIfThere(parts, part, columns, optional, faults).orElseGet(() -> {
            CsvTable missing = new CsvTable(part, faults);
            missing.fault(1, "", "is missing", "Send the file as a part of the form.");
            return missing;
        });
    }

    /** Reads a file; empty if there is none. */
    static Optional<CsvTable> readIfThere(
            CsvParts parts, String part, List<String> columns, List<String> optional, List<ImportFault> faults) {
        return parts.open(part).map(content -> {
            CsvTable table = new CsvTable(part, faults);
            table.read(content, columns, optional);
            return table;
        });
    }

    private void read(Reader content, List<String> columns, List<String> optional) {
        try (CSVParser parser = CSVParser.parse(withoutByteOrderMark(content), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> first = records.hasNext() ? records.next().toList() : List.of();
            width = first.size();
            heading = withoutEmptyEnd(first);
            if (hasColumns(heading, columns, optional)) {
                add(parser, records);
            } else {
                fault(
                        1,
                        "",
                        Heading.problem(heading),
                        "Use exactly " + String.join(",", columns) + ", separated by commas, saved as UTF-8"
                                + (optional.isEmpty()
                                        ? "."
                                        : "; %s may follow.".formatted(String.join(",", optional))));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            notCsv(1);
        }
    }

    private static Reader withoutByteOrderMark(Reader content) throws IOException {
        Reader reader = new BufferedReader(content);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** A spreadsheet writes empty cells for columns in which something once stood. */
    private static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static boolean hasColumns(List<String> heading, List<String> columns, List<String> optional) {
        List<String> expected = new ArrayList<>(columns);
        optional.stream().filter(heading::contains).forEach(expected::add);
        return heading.equals(expected);
    }

    private void add(CSVParser parser, Iterator<CSVRecord> records) {
        long ended = parser.getCurrentLineNumber();
        try {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (lines.size() == MOST_LINES) {
                    fault(ended + 1, "", "goes on", "Send at most %,d lines.".formatted(MOST_LINES));
                    return;
                }
                if (told >= MOST_FAULTS) {
                    return;
                }
                if (!withoutEmptyEnd(record.toList()).isEmpty()) {
                    add(record, ended + 1);
                }
                ended = parser.getCurrentLineNumber();
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            notCsv(ended + 1);
        }
    }

    private void add(CSVRecord record, long line) {
        if (record.size() != width || withoutEmptyEnd(record.toList()).size() > heading.size()) {
            fault(
                    line,
                    "",
                    "has %d cells instead of %d".formatted(record.size(), heading.size()),
                    "Mend the line; quote cells that hold a comma.");
            return;
        }
        for (int place = 0; place < heading.size(); place++) {
            String column = heading.get(place);
            Cell.check(record.get(place), (problem, remedy) -> fault(line, column, problem, remedy));
        }
        lines.add(new CsvLine(heading, record.toList(), line, this::fault));
    }

    /** What the parser says may quote the file, so only the place is told. */
    private void notCsv(long line) {
        fault(line, "", "is not CSV from here on", "Close every quote, and save it as CSV (comma delimited, UTF-8).");
    }

    List<CsvLine> lines() {
        return List.copyOf(lines);
    }

    /** Whether nothing at all is wrong with the file as such, so that only its lines are left to judge. */
    boolean isWhole() {
        return faults.stream().noneMatch(fault -> fault.file().equals(file));
    }

    void fault(long line, String column, String problem, String remedy) {
        if (told++ < MOST_FAULTS) {
            faults.add(new ImportFault(file, line, column, problem, remedy));
        }
    }
}
