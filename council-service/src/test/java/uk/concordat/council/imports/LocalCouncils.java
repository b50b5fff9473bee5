package uk.concordat.council.imports;

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

/** The councils of the local stack, by their files, as {@code ./concordat up} sends them. */
final class LocalCouncils {

    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final Council COUNCIL = new Council();

    private LocalCouncils() {}

    static List<String> keys() {
        try (var all = Files.list(directory())) {
            return all.filter(council -> Files.exists(council.resolve("council.csv")))
                    .map(council -> council.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path directory() {
        return Repository.root().resolve("deploy/local/councils");
    }

    static CouncilFiles files(String council) {
        return switch (CouncilCsv.read(part -> text(council, part).map(StringReader::new))) {
            case CouncilCsv.Read.Files(var all) -> all;
            case CouncilCsv.Read.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static Optional<String> text(String council, String name) {
        Path file = directory().resolve(council).resolve(name + ".csv");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The council as it is once its files have been taken in. */
    static CouncilState loaded(String council) {
        CouncilState known = COUNCIL.initial();
        for (CouncilEvent event : taken(files(council), known)) {
            known = COUNCIL.evolve(known, event);
        }
        return known;
    }

    static List<CouncilEvent> taken(CouncilFiles files, CouncilState known) {
        PackLibrary packs = PackLibrary.standard();
        Map<PackId, GroupTerms> terms = new HashMap<>();
        packs.ids().forEach(id -> packs.pack(id).groups().ifPresent(groups -> terms.put(id, groups)));
        Map<String, UUID> ids = new HashMap<>();
        files.people().forEach(person -> ids.put("person " + person.username(), UUID.randomUUID()));
        files.posts().forEach(post -> ids.put("post " + post.post(), UUID.randomUUID()));
        return switch (COUNCIL.take(new ImportFiles(files, packs.ids(), terms, TODAY, ids), known)) {
            case Decision.Accepted<CouncilEvent, ImportRefusal>(var events) -> events;
            case Decision.Refused<CouncilEvent, ImportRefusal>(var refusal) ->
                throw new AssertionError(refusal.faults().toString());
        };
    }
}
