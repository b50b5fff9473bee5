package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.ImportFiles;
import uk.concordat.council.domain.ImportRefusal;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.testing.Repository;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;

/** The files of the local stack's councils fit together, and with the protocols that they adopt. */
class LocalCouncilsTest {

    private static final Council COUNCIL = new Council();

    static Stream<Path> councils() throws IOException {
        try (Stream<Path> all = Files.list(Repository.root().resolve("deploy/local/councils"))) {
            return all.filter(council -> Files.exists(council.resolve("council.csv"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("councils")
    void are_taken_in_whole_without_a_fault_and_change_nothing_when_they_come_again(Path directory) {
        CouncilFiles files = switch (read(directory)) {
            case CouncilCsv.Read.Files(var all) -> all;
            case CouncilCsv.Read.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
        CouncilState known = COUNCIL.initial();

        List<CouncilEvent> events = taken(files, known);
        for (CouncilEvent event : events) {
            known = COUNCIL.evolve(known, event);
        }

        assertThat(known.people().all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(known.composition().groups().all()).hasSizeGreaterThan(1);
        assertThat(known.composition().wards().all()).isNotEmpty();
        assertThat(known.composition().bodies().all()).isNotEmpty();
        assertThat(known.composition().elections().all()).isNotEmpty();
        assertThat(taken(files, known)).isEmpty();
    }

    private static CouncilCsv.Read read(Path directory) {
        return CouncilCsv.read(part -> text(directory, part).map(StringReader::new));
    }

    private static Optional<String> text(Path directory, String name) {
        Path file = directory.resolve(name + ".csv");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<CouncilEvent> taken(CouncilFiles files, CouncilState known) {
        PackLibrary packs = PackLibrary.standard();
        Map<PackId, GroupTerms> terms = new HashMap<>();
        packs.ids().forEach(id -> packs.pack(id).groups().ifPresent(groups -> terms.put(id, groups)));
        Map<String, UUID> ids = new HashMap<>();
        files.people().forEach(person -> ids.put("person " + person.username(), UUID.randomUUID()));
        files.posts().forEach(post -> ids.put("post " + post.post(), UUID.randomUUID()));
        return switch (COUNCIL.take(new ImportFiles(files, packs.ids(), terms, LocalDate.of(2026, 7, 1), ids), known)) {
            case Decision.Accepted<CouncilEvent, ImportRefusal>(var events) -> events;
            case Decision.Refused<CouncilEvent, ImportRefusal>(var refusal) ->
                throw new AssertionError(refusal.faults().toString());
        };
    }
}
