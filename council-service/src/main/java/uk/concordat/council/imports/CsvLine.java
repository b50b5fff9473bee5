package uk.concordat.council.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A line of a file, whose cells are read by column; what does not fit becomes a fault and reads as empty. */
final class CsvLine {

    interface Faults {
        void told(long line, String column, String problem, String remedy);
    }

    private final List<String> heading;
    private final List<String> cells;
    private final long number;
    private final Faults faults;

    CsvLine(List<String> heading, List<String> cells, long number, Faults faults) {
        this.heading = heading;
        this.cells = cells;
        this.number = number;
        this.faults = faults;
    }

    long number() {
        return number;
    }

    void fault(String column, String problem, String remedy) {
        faults.told(number, column, problem, remedy);
    }

    Optional<String> optional(String column) {
        int place = heading.indexOf(column);
        return place < 0
                ? Optional.empty()
                : Optional.of(cells.get(place).strip()).filter(value -> !value.isEmpty());
    }

    String required(String column) {
        return optional(column).orElseGet(() -> {
            fault(column, "is empty", "Fill it in.");
            return "";
        });
    }

    String matching(String column, String form, String remedy) {
        String value = required(column);
        if (!value.isEmpty() && !value.matches(form)) {
            fault(column, Cell.quoted(value) + " does not fit", remedy);
        }
        return value;
    }

    String requiredOneOf(String column, List<String> values) {
        required(column);
        return oneOf(column, values).orElse("");
    }

    Optional<String> oneOf(String column, List<String> values) {
        Optional<String> value = optional(column);
        if (value.filter(given -> !values.contains(given)).isPresent()) {
            fault(column, Cell.quoted(value.get()) + " does not fit", "Use one of " + String.join(", ", values) + ".");
        }
        return value;
    }

    /** Whether it takes back what was loaded before. */
    boolean withdrawn() {
        return isYes("withdrawn");
    }

    boolean isYes(String column) {
        return oneOf(column, List.of("yes", "no")).filter("yes"::equals).isPresent();
    }

    /** What stands in a cell with {@code ;} between. */
    List<String> list(String column) {
        return optional(column).stream()
                .flatMap(cell -> Arrays.stream(cell.split(";")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** An address of one mailbox. Cells that are too long are told as such, and not looked at again. */
    Optional<String> address(String column) {
        Optional<String> address = optional(column).filter(value -> value.length() <= Cell.LONGEST);
        if (address.filter(value -> !MailAddress.isOne(value)).isPresent()) {
            fault(
                    column,
                    Cell.quoted(address.get()) + " is no address",
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
                    column,
                    Cell.quoted(value) + " is no number of working days",
                    "Write a whole number from 1 to 60, or leave it empty.");
            return Optional.empty();
        });
    }

    ZoneId zone(String column) {
        String value = required(column);
        if (value.isEmpty() || ZoneId.getAvailableZoneIds().contains(value)) {
            return ZoneId.of(value.isEmpty() ? "UTC" : value);
        }
        fault(column, Cell.quoted(value) + " is no time zone", "Use a name such as Europe/London.");
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
                fault(
                        column,
                        Cell.quoted(value) + " is no day",
                        value.contains("/")
                                ? "Write a day such as 2026-05-07; a spreadsheet leaves it so in a column of text."
                                : "Write a day such as 2026-05-07.");
                return Optional.empty();
            }
        });
    }

    Optional<LocalDate> lastDay(LocalDate from) {
        Optional<LocalDate> to = optionalDay("to");
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            fault("to", "ends before it begins", "Let it end on or after its first day.");
        }
        return to;
    }
}
