package uk.concordat.council.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.ImportFault;

/** A council's four files, good unless a test says otherwise. */
record CsvFiles(
        @Nullable String council,
        @Nullable String people,
        @Nullable String posts,
        @Nullable String holders) {

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
        return new CsvFiles(COUNCIL, PEOPLE, POSTS, HOLDERS);
    }

    CsvFiles council(@Nullable String content) {
        return new CsvFiles(content, people, posts, holders);
    }

    CsvFiles people(@Nullable String content) {
        return new CsvFiles(council, content, posts, holders);
    }

    CsvFiles posts(@Nullable String content) {
        return new CsvFiles(council, people, content, holders);
    }

    CsvFiles holders(@Nullable String content) {
        return new CsvFiles(council, people, posts, content);
    }

    CouncilFiles read() {
        return switch (CouncilCsv.read(council, people, posts, holders)) {
            case CouncilCsv.Read.Files(CouncilFiles files) -> files;
            case CouncilCsv.Read.Faulty(List<ImportFault> faults) -> throw new AssertionError("Faulty: " + faults);
        };
    }

    List<ImportFault> faults() {
        return switch (CouncilCsv.read(council, people, posts, holders)) {
            case CouncilCsv.Read.Files(CouncilFiles files) ->
                throw new AssertionError("Read without a fault: " + files);
            case CouncilCsv.Read.Faulty(List<ImportFault> faults) -> faults;
        };
    }
}
