package uk.concordat.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.messaging.Topics;

/** A council of the local stack, from the same files, as council-service would publish it. Ids follow from the names. */
public final class Cast {

    private final String council;

    private Cast(String council) {
        this.council = council;
    }

    public static Cast of(String council) {
        return new Cast(council);
    }

    public UUID person(String username) {
        return id("person " + username);
    }

    public UUID post(String key) {
        return id("post " + key);
    }

    /** Creates the council's topics and publishes its profile, people and posts. */
    public void publishTo(String bootstrapServers) {
        try (Topic topic = Topic.on(bootstrapServers)) {
            topic.createCompacted(Topics.COUNCILS);
            Topics.of(new Tenant(council)).forEach(topic::create);
            topic.send(message(DocumentKind.COUNCIL, council, profile()));
            lines("people").forEach(line -> {
                PersonDocument person = person(line);
                topic.send(message(DocumentKind.PERSON, person.id().toString(), person));
            });
            lines("posts").forEach(line -> {
                PostDocument post = post(line);
                topic.send(message(DocumentKind.POST, post.id().toString(), post));
            });
        }
    }

    private Topic.Message message(DocumentKind kind, String id, Object document) {
        return new Topic.Message(
                Topics.COUNCILS,
                "/councils/" + council,
                kind.eventType(),
                kind.code() + "/" + id,
                1,
                Topic.json(document));
    }

    private CouncilDocument profile() {
        CSVRecord line = lines("council").getFirst();
        return new CouncilDocument(
                council,
                line.get("name"),
                line.get("reference"),
                line.get("zone"),
                optional(line, "pack")
                        .map(pack -> new CouncilDocument.ProtocolInForce(
                                pack, line.get("packVersion"), LocalDate.parse(line.get("from"))))
                        .stream()
                        .toList(),
                new CouncilDocument.CalendarDocument("1", List.of()),
                new LocalSettings(
                        workingDays(line, "reminderWorkingDays"),
                        workingDays(line, "rungWorkingDays"),
                        workingDays(line, "followUpWorkingDays")));
    }

    private PersonDocument person(CSVRecord line) {
        return new PersonDocument(
                person(line.get("username")),
                line.get("username"),
                line.get("name"),
                PersonKind.of(line.get("kind")),
                optional(line, "group"),
                optional(line, "email"),
                LocalDate.parse(line.get("from")),
                optional(line, "to").map(LocalDate::parse),
                optional(line, "employment"),
                optional(line, "appointedTo").map(Cast::list).orElse(List.of()),
                ofUsername("allocations", line).map(this::allocation).toList());
    }

    private PersonDocument.Allocation allocation(CSVRecord line) {
        return new PersonDocument.Allocation(
                optional(line, "member").map(this::person),
                optional(line, "group"),
                LocalDate.parse(line.get("from")),
                optional(line, "to").map(LocalDate::parse));
    }

    private Stream<CSVRecord> ofUsername(String file, CSVRecord person) {
        return lines(file).stream().filter(line -> line.get("username").equals(person.get("username")));
    }

    private PostDocument post(CSVRecord line) {
        return new PostDocument(
                post(line.get("post")),
                line.get("post"),
                line.get("title"),
                list(line.get("roles")),
                optional(line, "reportsTo").map(this::post),
                holders("holders", line),
                LocalDate.parse(line.get("from")),
                optional(line, "to").map(LocalDate::parse),
                holders("deputies", line),
                new PostDocument.Terms(
                        optional(line, "directorate"),
                        optional(line, "grade"),
                        optional(line, "politicallyRestricted")
                                .filter("yes"::equals)
                                .isPresent(),
                        optional(line, "external")));
    }

    private List<PostDocument.Holder> holders(String file, CSVRecord post) {
        return lines(file).stream()
                .filter(holder -> holder.get("post").equals(post.get("post")))
                .map(holder -> new PostDocument.Holder(
                        person(holder.get("username")),
                        LocalDate.parse(holder.get("from")),
                        optional(holder, "to").map(LocalDate::parse)))
                .toList();
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(";")).toList();
    }

    private static Optional<Integer> workingDays(CSVRecord line, String column) {
        return optional(line, column).map(Integer::valueOf);
    }

    private UUID id(String of) {
        return UUID.nameUUIDFromBytes((council + " " + of).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> optional(CSVRecord line, String column) {
        return Optional.of(line.get(column)).filter(value -> !value.isEmpty());
    }

    private List<CSVRecord> lines(String file) {
        Path csv = Repository.root().resolve("deploy/local/councils/%s/%s.csv".formatted(council, file));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(Files.newBufferedReader(csv))) {
            return parser.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The ids of all people by username. */
    public Map<String, UUID> people() {
        Map<String, UUID> people = new LinkedHashMap<>();
        lines("people").forEach(line -> people.put(line.get("username"), person(line.get("username"))));
        return people;
    }
}
