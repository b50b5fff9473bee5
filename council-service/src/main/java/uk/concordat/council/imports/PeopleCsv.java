package uk.concordat.council.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.PersonKind;
import uk.concordat.protocols.people.Username;

/** Reads who is a council's, and which of its officers are allocated to whom. */
final class PeopleCsv {

    private static final String USERNAME_REMEDY =
            "Use letters, digits and . _ @ ' + # - without spaces, a letter, a digit or _ first; at most 127.";

    private PeopleCsv() {}

    static List<PersonLine> people(CsvParts parts, List<ImportFault> faults) {
        return CsvTable.read(
                        parts,
                        "people",
                        List.of("username", "name", "kind", "group", "from", "to"),
                        List.of("email", "employment", "appointedTo"),
                        faults)
                .lines()
                .stream()
                .map(PeopleCsv::person)
                .toList();
    }

    private static PersonLine person(CsvLine line) {
        LocalDate from = line.day("from");
        return new PersonLine(
                line.number(),
                line.matching("username", Username.FORM, USERNAME_REMEDY),
                line.required("name"),
                line.requiredOneOf("kind", PersonKind.codes()),
                line.optional("group"),
                line.address("email"),
                from,
                line.lastDay(from),
                line.oneOf("employment", Person.EMPLOYMENTS),
                line.list("appointedTo"));
    }

    static Optional<List<AllocationLine>> allocations(CsvParts parts, List<ImportFault> faults) {
        return CsvTable.readIfThere(
                        parts,
                        "allocations",
                        List.of("username", "member", "group", "from", "to"),
                        CsvTable.WITHDRAWN,
                        faults)
                .map(table -> table.lines().stream().map(PeopleCsv::allocation).toList());
    }

    private static AllocationLine allocation(CsvLine line) {
        LocalDate from = line.day("from");
        Optional<String> member = line.optional("member");
        Optional<String> group = line.optional("group");
        if (member.isPresent() == group.isPresent()) {
            line.fault(
                    "member",
                    member.isPresent() ? "stands beside a group" : "is empty, and so is group",
                    "Name a member or a group, one of them.");
        }
        return new AllocationLine(
                line.number(), line.required("username"), member, group, from, line.lastDay(from), line.withdrawn());
    }
}
