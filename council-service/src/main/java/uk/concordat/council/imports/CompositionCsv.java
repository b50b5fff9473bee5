package uk.concordat.council.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import uk.concordat.council.domain.CompositionFiles;
import uk.concordat.council.domain.CompositionFiles.BodyLine;
import uk.concordat.council.domain.CompositionFiles.ElectionLine;
import uk.concordat.council.domain.CompositionFiles.GroupLine;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CompositionFiles.WardLine;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.Span;

/** Reads who makes up a council; each file may be left out. */
final class CompositionCsv {

    private static final String GROUP_PARTS = "member|leader|whip|leader-of-the-opposition";
    private static final String BODY_PARTS = "chair|deputy-chair|member|co-opted-member|independent-member";
    private static final String BODY_KINDS =
            "council|committee|sub-committee|scrutiny|standards|cabinet|working-party|outside-body";

    private CompositionCsv() {}

    static CompositionFiles read(CsvParts parts, List<ImportFault> faults) {
        return new CompositionFiles(
                lines(
                        parts,
                        "groups",
                        List.of("group", "name", "told", "from", "to"),
                        List.of("administration"),
                        faults,
                        CompositionCsv::group),
                dated(parts, "group-members", "group", GROUP_PARTS, faults),
                lines(parts, "wards", List.of("ward", "name", "from", "to"), List.of(), faults, CompositionCsv::ward),
                lines(
                        parts,
                        "ward-members",
                        List.of("ward", "username", "from", "to"),
                        CsvTable.WITHDRAWN,
                        faults,
                        (line, at) -> part(line, at, "ward", "member")),
                lines(
                        parts,
                        "bodies",
                        List.of("body", "name", "kind", "from", "to"),
                        List.of(),
                        faults,
                        CompositionCsv::body),
                dated(parts, "body-members", "body", BODY_PARTS, faults),
                lines(
                        parts,
                        "elections",
                        List.of("election", "name", "day", "preElectionFrom", "preElectionTo"),
                        CsvTable.WITHDRAWN,
                        faults,
                        CompositionCsv::election));
    }

    private static <L> Optional<List<L>> lines(
            CsvParts parts,
            String part,
            List<String> columns,
            List<String> optional,
            List<ImportFault> faults,
            BiFunction<CsvLine, Place, L> read) {
        return CsvTable.readIfThere(parts, part, columns, optional, faults)
                .map(table -> table.lines().stream()
                        .map(line -> read.apply(line, new Place(part + ".csv", line.number())))
                        .toList());
    }

    private static Optional<List<PartLine>> dated(
            CsvParts parts, String part, String of, String kinds, List<ImportFault> faults) {
        return lines(
                parts,
                part,
                List.of(of, "username", "part", "from", "to"),
                CsvTable.WITHDRAWN,
                faults,
                (line, at) -> part(line, at, of, oneOf(line, "part", kinds)));
    }

    private static PartLine part(CsvLine line, Place at, String of, String part) {
        LocalDate from = line.day("from");
        return new PartLine(
                at, line.required(of), line.required("username"), part, from, line.lastDay(from), line.withdrawn());
    }

    private static GroupLine group(CsvLine line, Place at) {
        LocalDate from = line.day("from");
        return new GroupLine(
                at,
                key(line, "group"),
                line.required("name"),
                line.optionalDay("told"),
                line.optional("administration").map(cell -> spans(line, cell)).orElse(List.of()),
                from,
                line.lastDay(from));
    }

    /** Such as {@code 2024-05-20/2026-05-11;2026-06-01/}. */
    private static List<Span> spans(CsvLine line, String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .flatMap(text -> {
                    Optional<Span> span = span(text);
                    if (span.isEmpty()) {
                        line.fault(
                                "administration",
                                "holds something that is not two days with / between",
                                "Write such as 2024-05-20/2026-05-11, with ; before the next; leave the last day out while it lasts.");
                    }
                    return span.stream();
                })
                .toList();
    }

    private static Optional<Span> span(String text) {
        String[] days = text.split("/", -1);
        try {
            Optional<LocalDate> to =
                    days.length == 2 && !days[1].isEmpty() ? Optional.of(LocalDate.parse(days[1])) : Optional.empty();
            Span span = new Span(LocalDate.parse(days[0]), to);
            return Optional.of(span)
                    .filter(_ -> days.length == 2)
                    .filter(_ -> to.filter(last -> last.isBefore(span.from())).isEmpty());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static WardLine ward(CsvLine line, Place at) {
        LocalDate from = line.day("from");
        return new WardLine(at, key(line, "ward"), line.required("name"), from, line.lastDay(from));
    }

    private static BodyLine body(CsvLine line, Place at) {
        LocalDate from = line.day("from");
        return new BodyLine(
                at,
                key(line, "body"),
                line.required("name"),
                oneOf(line, "kind", BODY_KINDS),
                from,
                line.lastDay(from));
    }

    private static ElectionLine election(CsvLine line, Place at) {
        LocalDate day = line.day("day");
        LocalDate from = line.day("preElectionFrom");
        LocalDate to = line.day("preElectionTo");
        if (to.isBefore(from)) {
            line.fault("preElectionTo", "ends before it begins", "Let it end on or after its first day.");
        } else if (to.isAfter(day)) {
            line.fault(
                    "preElectionTo",
                    "ends after the day of the election",
                    "Let the period end on the day of the election or before.");
        }
        return new ElectionLine(at, key(line, "election"), line.required("name"), day, from, to, line.withdrawn());
    }

    private static String key(CsvLine line, String column) {
        return line.matching(column, CouncilCsv.KEY, CouncilCsv.KEY_REMEDY);
    }

    private static String oneOf(CsvLine line, String column, String values) {
        return line.matching(column, values, "Use one of " + values.replace("|", ", ") + ".");
    }
}
