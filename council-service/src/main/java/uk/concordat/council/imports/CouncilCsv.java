package uk.concordat.council.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.domain.CompositionFiles;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.CouncilFiles.ProfileLine;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.protocols.pack.PackId;

/** Reads a council's files: four that there must be, and those that there may be. */
public final class CouncilCsv {

    /** What came of reading: the files, or what is wrong with them. */
    public sealed interface Read {
        record Files(CouncilFiles files) implements Read {}

        record Faulty(List<ImportFault> faults) implements Read {}
    }

    /** The names of the files; the first four there must be. */
    public static final List<String> PARTS = List.of(
            "council",
            "people",
            "posts",
            "holders",
            "deputies",
            "allocations",
            "groups",
            "group-members",
            "wards",
            "ward-members",
            "bodies",
            "body-members",
            "elections");

    static final String KEY = "[a-z][a-z0-9-]{0,62}";
    static final String KEY_REMEDY = "Use small letters, digits and hyphens, a letter first.";

    private CouncilCsv() {}

    public static Read read(CsvParts parts) {
        List<ImportFault> faults = new ArrayList<>();
        Optional<ProfileLine> profile = profile(parts, faults);
        List<PersonLine> people = PeopleCsv.people(parts, faults);
        List<PostLine> posts = PostsCsv.posts(parts, faults);
        List<HolderLine> holders = PostsCsv.holders(parts, faults);
        Optional<List<DeputyLine>> deputies = PostsCsv.deputies(parts, faults);
        Optional<List<AllocationLine>> allocations = PeopleCsv.allocations(parts, faults);
        CompositionFiles composition = CompositionCsv.read(parts, faults);
        return profile.isPresent() && faults.isEmpty()
                ? new Read.Files(
                        new CouncilFiles(profile.get(), people, posts, holders, deputies, allocations, composition))
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

    private static Optional<ProfileLine> profile(CsvParts parts, List<ImportFault> faults) {
        CsvTable table = CsvTable.read(
                parts,
                "council",
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
        CsvLine line = table.lines().getFirst();
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
}
