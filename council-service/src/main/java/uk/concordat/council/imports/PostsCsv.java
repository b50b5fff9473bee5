package uk.concordat.council.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.GenericRole;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.Post;

/** Reads a council's posts, who holds them, and who stands in. */
final class PostsCsv {

    private static final List<String> TENURE = List.of("post", "username", "from", "to");

    private PostsCsv() {}

    static List<PostLine> posts(CsvParts parts, List<ImportFault> faults) {
        return CsvTable.read(
                        parts,
                        "posts",
                        List.of("post", "title", "roles", "reportsTo", "from", "to"),
                        List.of("directorate", "grade", "politicallyRestricted", "external"),
                        faults)
                .lines()
                .stream()
                .map(PostsCsv::post)
                .toList();
    }

    private static PostLine post(CsvLine line) {
        LocalDate from = line.day("from");
        return new PostLine(
                line.number(),
                line.matching("post", CouncilCsv.KEY, CouncilCsv.KEY_REMEDY),
                line.required("title"),
                roles(line),
                line.optional("reportsTo"),
                from,
                line.lastDay(from),
                new Post.Terms(
                        line.optional("directorate"),
                        line.oneOf("grade", Post.Terms.GRADES),
                        line.isYes("politicallyRestricted"),
                        line.optional("external")));
    }

    private static List<String> roles(CsvLine line) {
        List<String> roles = line.list("roles");
        roles.stream()
                .filter(role -> !GenericRole.codes().contains(role))
                .forEach(role -> line.fault(
                        "roles",
                        Cell.quoted(role) + " is no generic role",
                        "Use those of %s; what the council itself calls the post is its title."
                                .formatted(String.join(", ", GenericRole.codes()))));
        return roles;
    }

    static List<HolderLine> holders(CsvParts parts, List<ImportFault> faults) {
        return CsvTable.read(parts, "holders", TENURE, CsvTable.WITHDRAWN, faults).lines().stream()
                .map(line -> {
                    LocalDate from = line.day("from");
                    return new HolderLine(
                            line.number(),
                            line.required("post"),
                            line.required("username"),
                            from,
                            line.lastDay(from),
                            line.withdrawn());
                })
                .toList();
    }

    static Optional<List<DeputyLine>> deputies(CsvParts parts, List<ImportFault> faults) {
        return CsvTable.readIfThere(parts, "deputies", TENURE, CsvTable.WITHDRAWN, faults)
                .map(table -> table.lines().stream()
                        .map(line -> {
                            LocalDate from = line.day("from");
                            return new DeputyLine(
                                    line.number(),
                                    line.required("post"),
                                    line.required("username"),
                                    from,
                                    line.lastDay(from),
                                    line.withdrawn());
                        })
                        .toList());
    }
}
