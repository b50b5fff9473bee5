package uk.concordat.council.imports;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.council.domain.CompositionEvent;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.ImportFiles;
import uk.concordat.council.domain.ImportRefusal;
import uk.concordat.council.domain.ImportReport;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;

/**
 * A council's files as they are sent: five members, of whom lone is in no group, a co-opted member and an officer, and
 * whatever a test says of groups, wards, bodies and elections.
 */
record Sent(Map<String, String> parts) {

    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final Council COUNCIL = new Council();
    private static final String PEOPLE = """
            username,name,kind,group,from,to
            ann,Ann,member,,2020-05-08,
            bob,Bob,member,,2020-05-08,
            cat,Cat,member,,2020-05-08,
            dan,Dan,member,,2020-05-08,2026-05-11
            lone,Lone,member,,2020-05-08,
            verderer,Vera,co-opted-voting,,2020-05-08,
            officer,Olu,officer,,2020-05-08,
            """;

    /** Under a protocol that says what a group is. */
    static Sent underHarlows() {
        return new Sent(Map.of("pack", "harlow,2024-01-01.1", "people", PEOPLE));
    }

    /** Under one that does not. */
    static Sent underTheCitys() {
        return new Sent(Map.of("pack", "city-of-london,2006-04-13.1", "people", PEOPLE));
    }

    Sent with(String part, String lines) {
        Map<String, String> all = new HashMap<>(parts);
        all.put(part, lines);
        return new Sent(all);
    }

    Sent without(String part) {
        Map<String, String> all = new HashMap<>(parts);
        all.remove(part);
        return new Sent(all);
    }

    /** Sent on another day than {@link #TODAY}. */
    Sent on(LocalDate day) {
        return with("today", day.toString());
    }

    /** With a person's line of people.csv as another. */
    Sent person(String line, String other) {
        String people = text("people");
        if (!people.contains(line)) {
            throw new IllegalArgumentException("There is no line " + line);
        }
        return with("people", people.replace(line, other));
    }

    private String text(String part) {
        return parts.getOrDefault(part, "");
    }

    /** What is wrong within the files, or between them and what is known: file, line and column. */
    List<String> faults(CouncilState known) {
        return all(known).stream()
                .map(fault -> "%s %d %s".formatted(fault.file(), fault.line(), fault.column()))
                .toList();
    }

    List<String> faults() {
        return faults(COUNCIL.initial());
    }

    List<ImportFault> all(CouncilState known) {
        return switch (read()) {
            case CouncilCsv.Read.Faulty(var faults) -> faults;
            case CouncilCsv.Read.Files(var files) ->
                switch (decide(files, known)) {
                    case Decision.Refused<CouncilEvent, ImportRefusal>(var refusal) -> refusal.faults();
                    case Decision.Accepted<CouncilEvent, ImportRefusal>(var events) ->
                        throw new AssertionError("Taken in: " + events);
                };
        };
    }

    List<CouncilEvent> events(CouncilState known) {
        return switch (read()) {
            case CouncilCsv.Read.Faulty(var faults) -> throw new AssertionError("Faulty: " + faults);
            case CouncilCsv.Read.Files(var files) ->
                switch (decide(files, known)) {
                    case Decision.Refused<CouncilEvent, ImportRefusal>(var refusal) ->
                        throw new AssertionError("Refused: " + refusal.faults());
                    case Decision.Accepted<CouncilEvent, ImportRefusal>(var events) -> events;
                };
        };
    }

    /** What is told of them beside what is known. */
    ImportReport report(CouncilState known) {
        return switch (read()) {
            case CouncilCsv.Read.Faulty(var faults) -> throw new AssertionError("Faulty: " + faults);
            case CouncilCsv.Read.Files(var files) -> ImportReport.of(events(known), command(files), known);
        };
    }

    /** Those of who makes up the council. */
    List<CompositionEvent> changes(CouncilState known) {
        return events(known).stream()
                .filter(CompositionEvent.class::isInstance)
                .map(CompositionEvent.class::cast)
                .toList();
    }

    CouncilState taken() {
        return taken(COUNCIL.initial());
    }

    CouncilState taken(CouncilState known) {
        CouncilState state = known;
        for (CouncilEvent event : events(known)) {
            state = COUNCIL.evolve(state, event);
        }
        return state;
    }

    private CouncilCsv.Read read() {
        Map<String, String> all = new HashMap<>(parts);
        all.put(
                "council",
                "key,name,reference,zone,pack,packVersion,from\nharlow,Harlow Council,HAR,Europe/London,%s,%s\n"
                        .formatted(text("pack"), parts.getOrDefault("adopted", "2000-01-01")));
        all.putIfAbsent("posts", "post,title,roles,reportsTo,from,to\n");
        all.putIfAbsent("holders", "post,username,from,to\n");
        return CouncilCsv.read(part -> Optional.ofNullable(all.get(part)).map(StringReader::new));
    }

    private Decision<CouncilEvent, ImportRefusal> decide(CouncilFiles files, CouncilState known) {
        return COUNCIL.take(command(files), known);
    }

    private ImportFiles command(CouncilFiles files) {
        PackLibrary packs = PackLibrary.standard();
        Map<PackId, GroupTerms> terms = new HashMap<>();
        packs.ids().forEach(id -> packs.pack(id).groups().ifPresent(groups -> terms.put(id, groups)));
        Map<String, UUID> ids = new HashMap<>();
        files.people().forEach(person -> ids.put("person " + person.username(), UUID.randomUUID()));
        files.posts().forEach(post -> ids.put("post " + post.post(), UUID.randomUUID()));
        return new ImportFiles(
                files, packs.ids(), terms, LocalDate.parse(parts.getOrDefault("today", TODAY.toString())), ids);
    }
}
