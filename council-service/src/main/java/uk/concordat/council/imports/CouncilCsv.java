package uk.concordat.council.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.CompositionFiles;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.CouncilFiles.ProfileLine;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.protocols.pack.PackId;

/** Reads a council's files: four that are always there, and those of {@link CompositionCsv}. */
public final class CouncilCsv {

    /** What came of reading: the files, or what is wrong with them. */
    public sealed interface Read {
        record Files(CouncilFiles files) implements Read {}

        record Faulty(List<ImportFault> faults) implements Read {}
    }

    static final String KEY = "[a-z][a-z0-9-]{0,62}";
    static final String KEY_REMEDY = "Use small letters, digits and hyphens, a letter first.";
    private static final String KINDS = "member|officer|co-opted-voting|co-opted-non-voting";

    private CouncilCsv() {}

    public static Read read(
            @Nullable String council, @Nullable String people, @Nullable String posts, @Nullable String holders) {
        return read(council, people, posts, holders, CompositionCsv.NONE);
    }

    public static Read read(
            @Nullable String council,
            @Nullable String people,
            @Nullable String posts,
            @Nullable String holders,
            CompositionCsv composition) {
        List<ImportFault> faults = new ArrayList<>();
        Optional<ProfileLine> profile = profile(council, faults);
        List<PersonLine> persons = people(people, faults);
        List<PostLine> allPosts = posts(posts, faults);
        List<HolderLine> allHolders = holders(holders, faults);
        CompositionFiles whole = composition.read(faults);
        return profile.isPresent() && faults.isEmpty()
                ? new Read.Files(new CouncilFiles(profile.get(), persons, allPosts, allHolders, whole))
                : new Read.Faulty(inTheOrderOfTheirLines(faults));
    }

    /** Whoever mends a file goes through it from the top. */
    private static List<ImportFault> inTheOrderOfTheirLines(List<ImportFault> faults) {
        List<String> files = faults.stream().map(ImportFault::file).distinct().toList();
        return faults.stream()
                .sorted(Comparator.<ImportFault>comparingInt(fault -> files.indexOf(fault.file()))
                        .thenComparingLong(ImportFault::line))
                .toList();
    }

    private static Optional<ProfileLine> profile(@Nullable String content, List<ImportFault> faults) {
        CsvTable table = CsvTable.read(
                "council.csv",
                content,
                List.of("key", "name", "reference", "zone", "pack", "packVersion", "from"),
                List.of("reminderWorkingDays", "rungWorkingDays", "followUpWorkingDays"),
                faults);
        if (table.lines().size() != 1) {
            if (table.isWhole()) {
                table.fault(
                        2,
                        "",
                        "has %d lines under its heading".formatted(table.lines().size()),
                        "Give one line: the council.");
            }
            return Optional.empty();
        }
        CsvTable.Line line = table.lines().getFirst();
        if (line.optional("pack").isPresent() != line.optional("packVersion").isPresent()) {
            table.fault(
                    line.number(),
                    "packVersion",
                    "goes with pack",
                    "Give both, or neither while no protocol is in force.");
        }
        return Optional.of(new ProfileLine(
                line.number(),
                line.matching("key", KEY, KEY_REMEDY),
                line.required("name"),
                line.matching("reference", "[A-Z]{2,5}", "Use two to five capital letters."),
                line.zone("zone"),
                line.optional("pack")
                        .map(pack ->
                                new PackId(pack, line.optional("packVersion").orElse(""))),
                line.day("from"),
                new LocalSettings(
                        line.workingDays("reminderWorkingDays"),
                        line.workingDays("rungWorkingDays"),
                        line.workingDays("followUpWorkingDays"))));
    }

    private static List<PersonLine> people(@Nullable String content, List<ImportFault> faults) {
        return CsvTable.read(
                        "people.csv",
                        content,
                        List.of("username", "name", "kind", "group", "from", "to"),
                        List.of("email"),
                        faults)
                .lines()
                .stream()
                .map(line -> {
                    LocalDate from = line.day("from");
                    return new PersonLine(
                            line.number(),
                            line.matching("username", "[a-z][a-z0-9._-]{0,62}", KEY_REMEDY),
                            line.required("name"),
                            line.matching("kind", KINDS, "Use one of " + KINDS.replace("|", ", ") + "."),
                            line.optional("group"),
                            line.address("email"),
                            from,
                            line.lastDay(from));
                })
                .toList();
    }

    private static List<PostLine> posts(@Nullable String content, List<ImportFault> faults) {
        return CsvTable.read(
                        "posts.csv",
                        content,
                        List.of("post", "title", "roles", "reportsTo", "from", "to"),
                        List.of(),
                        faults)
                .lines()
                .stream()
                .map(line -> {
                    LocalDate from = line.day("from");
                    return new PostLine(
                            line.number(),
                            line.matching("post", KEY, KEY_REMEDY),
                            line.required("title"),
                            line.optional("roles").map(CouncilCsv::roles).orElse(List.of()),
                            line.optional("reportsTo"),
                            from,
                            line.lastDay(from));
                })
                .toList();
    }

    private static List<String> roles(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }

    private static List<HolderLine> holders(@Nullable String content, List<ImportFault> faults) {
        return CsvTable.read("holders.csv", content, List.of("post", "username", "from", "to"), List.of(), faults)
                .lines()
                .stream()
                .map(line -> {
                    LocalDate from = line.day("from");
                    return new HolderLine(
                            line.number(), line.required("post"), line.required("username"), from, line.lastDay(from));
                })
                .toList();
    }
}
