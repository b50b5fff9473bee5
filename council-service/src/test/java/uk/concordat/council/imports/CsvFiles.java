package uk.concordat.council.imports;

import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.ImportFault;

/** A council's files, good unless a test says otherwise. */
record CsvFiles(Map<String, String> parts) {

    static final String COUNCIL = """
            key,name,reference,zone,pack,packVersion,from
            harlow,Harlow Council,HAR,Europe/London,harlow,2024-05-16,2000-01-01
            """;
    static final String PEOPLE = """
            username,name,kind,group,from,to
            member-red-1,Ruth Redfern,member,red,2000-01-01,
            officer-1,Olu Adeyemi,officer,,2000-01-01,2030-12-31
            """;
    static final String POSTS = """
            post,title,roles,reportsTo,from,to
            manager,Manager,line-manager; proper-officer,,2000-01-01,
            desk,Desk,,manager,2000-01-01,
            """;
    static final String HOLDERS = """
            post,username,from,to
            desk,officer-1,2000-01-01,2026-06-30
            """;

    static CsvFiles files() {
        return new CsvFiles(Map.of("council", COUNCIL, "people", PEOPLE, "posts", POSTS, "holders", HOLDERS));
    }

    CsvFiles council(@Nullable String content) {
        return with("council", content);
    }

    CsvFiles people(@Nullable String content) {
        return with("people", content);
    }

    CsvFiles posts(@Nullable String content) {
        return with("posts", content);
    }

    CsvFiles holders(@Nullable String content) {
        return with("holders", content);
    }

    CsvFiles deputies(@Nullable String content) {
        return with("deputies", content);
    }

    CsvFiles allocations(@Nullable String content) {
        return with("allocations", content);
    }

    private CsvFiles with(String part, @Nullable String content) {
        Map<String, String> changed = new HashMap<>(parts);
        if (content == null) {
            changed.remove(part);
        } else {
            changed.put(part, content);
        }
        return new CsvFiles(changed);
    }

    private Optional<Reader> open(String part) {
        return Optional.ofNullable(parts.get(part)).map(StringReader::new);
    }

    CouncilCsv.Read outcome() {
        return CouncilCsv.read(this::open);
    }

    CouncilFiles read() {
        return switch (outcome()) {
            case CouncilCsv.Read.Files(CouncilFiles files) -> files;
            case CouncilCsv.Read.Faulty(List<ImportFault> faults) -> throw new AssertionError("Faulty: " + faults);
        };
    }

    List<ImportFault> faults() {
        return switch (outcome()) {
            case CouncilCsv.Read.Files(CouncilFiles files) ->
                throw new AssertionError("Read without a fault: " + files);
            case CouncilCsv.Read.Faulty(List<ImportFault> faults) -> faults;
        };
    }
}
