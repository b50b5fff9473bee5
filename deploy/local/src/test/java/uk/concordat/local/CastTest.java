package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"city-of-london", "county", "wonderland", "hackney", "harlow"})
class CastTest {

    private static final List<String> CAST = List.of(
            "officer-1",
            "officer-2",
            "officer-3",
            "manager-1",
            "manager-2",
            "director-1",
            "director-2",
            "head-of-paid-service",
            "monitoring-officer",
            "finance-officer",
            "member-services",
            "member-red-1",
            "member-red-2",
            "member-red-3",
            "leader-red",
            "member-blue-1",
            "member-blue-2",
            "leader-blue",
            "member-lone",
            "coopted-voting",
            "coopted-nonvoting",
            "chair-scrutiny",
            "chair-standards");

    private final String council;
    private final List<CSVRecord> people;
    private final List<CSVRecord> posts;
    private final List<CSVRecord> holders;
    private final List<CSVRecord> deputies;

    CastTest(String council) throws IOException {
        this.council = council;
        this.people = lines(
                "people", "username", "name", "kind", "group", "from", "to", "email", "employment", "appointedTo");
        this.posts = lines(
                "posts",
                "post",
                "title",
                "roles",
                "reportsTo",
                "from",
                "to",
                "directorate",
                "grade",
                "politicallyRestricted",
                "external");
        this.holders = lines("holders", "post", "username", "from", "to");
        this.deputies = lines("deputies", "post", "username", "from", "to");
    }

    @Test
    void everyone_of_the_cast_is_there_once_with_a_name() {
        assertThat(column(people, "username")).doesNotHaveDuplicates().containsAll(CAST);
        assertThat(column(people, "name")).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(people)
                .allSatisfy(person ->
                        assertThat(person.get("email")).isEqualTo(person.get("username") + "@" + council + ".example"));
        assertThat(people).hasSizeBetween(40, 50);
        assertThat(column(people, "kind"))
                .contains("member", "officer", "co-opted-voting", "co-opted-non-voting", "independent-member");
    }

    @Test
    void the_council_is_one_line_with_its_protocol_and_its_local_settings() throws IOException {
        List<CSVRecord> profile = lines(
                "council",
                "key",
                "name",
                "reference",
                "zone",
                "pack",
                "packVersion",
                "from",
                "reminderWorkingDays",
                "rungWorkingDays",
                "followUpWorkingDays");
        assertThat(profile).hasSize(1);
        assertThat(profile.getFirst().get("key")).isEqualTo(council);
        assertThat(profile.getFirst().get("pack")).isIn(council, "");
        assertThat(List.of("reminderWorkingDays", "rungWorkingDays", "followUpWorkingDays"))
                .allSatisfy(
                        setting -> assertThat(profile.getFirst().get(setting)).matches("[1-9]"));
    }

    @Test
    void every_post_reports_to_a_post_that_exists_up_to_the_head_of_paid_service() {
        Set<String> known = Set.copyOf(column(posts, "post"));
        assertThat(column(posts, "post")).doesNotHaveDuplicates();
        assertThat(column(posts, "reportsTo").stream().filter(post -> !post.isEmpty()))
                .allMatch(known::contains);
        assertThat(line("officer-1")).containsExactly("manager-1", "director-1", "head-of-paid-service");
        assertThat(line("officer-2")).containsExactly("manager-2", "director-2", "head-of-paid-service");
        assertThat(line("monitoring-officer"))
                .as("another council's is outside the line")
                .isIn(List.of("head-of-paid-service"), List.of());
    }

    @Test
    void whoever_decides_has_somebody_else_to_decide_for_them() {
        assertThat(column(deputies, "post"))
                .contains("head-of-paid-service", "monitoring-officer", "finance-officer", "director-1");
        assertThat(column(deputies, "post")).allMatch(column(posts, "post")::contains);
        assertThat(column(deputies, "username")).allMatch(column(people, "username")::contains);
        assertThat(deputies)
                .noneMatch(deputy -> holders.stream()
                        .anyMatch(holder -> holder.get("post").equals(deputy.get("post"))
                                && holder.get("username").equals(deputy.get("username"))));
    }

    @Test
    void every_holder_exists_and_every_officer_holds_a_post() {
        assertThat(column(holders, "post")).doesNotHaveDuplicates().allMatch(column(posts, "post")::contains);
        assertThat(column(holders, "username")).allMatch(column(people, "username")::contains);
        assertThat(people.stream()
                        .filter(person -> person.get("kind").equals("officer"))
                        .map(person -> person.get("username")))
                .allMatch(column(holders, "username")::contains);
    }

    @Test
    void officer_3_has_a_manager_whose_post_is_vacant_and_director_1_above() {
        List<String> above = line("officer-3");
        assertThat(column(holders, "post")).doesNotContain(above.getFirst());
        assertThat(above.get(1)).isEqualTo("director-1");
    }

    @Test
    void the_statutory_posts_have_their_roles() {
        assertThat(column(posts, "roles").stream().flatMap(roles -> List.of(roles.split(";")).stream()))
                .contains(
                        "head-of-paid-service",
                        "monitoring-officer",
                        "chief-finance-officer",
                        "director",
                        "line-manager",
                        "member-services",
                        "officer");
    }

    @Test
    void all_are_in_force_from_2000() {
        assertThat(List.of(people, posts, holders))
                .allSatisfy(file -> assertThat(file)
                        .extracting(line -> LocalDate.parse(line.get("from")))
                        .containsOnly(LocalDate.of(2000, 1, 1)));
    }

    private List<String> line(String post) {
        return java.util.stream.Stream.iterate(above(post), Optional::isPresent, next -> next.flatMap(this::above))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> above(String post) {
        return posts.stream()
                .filter(line -> line.get("post").equals(post))
                .map(line -> line.get("reportsTo"))
                .filter(above -> !above.isEmpty())
                .findFirst();
    }

    private static List<String> column(List<CSVRecord> lines, String column) {
        return lines.stream().map(line -> line.get(column)).collect(Collectors.toList());
    }

    private List<CSVRecord> lines(String file, String... columns) throws IOException {
        Path path = Path.of("councils", council, file + ".csv");
        try (Reader reader = Files.newBufferedReader(path);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            assertThat(parser.getHeaderNames()).containsExactly(columns);
            List<CSVRecord> lines = parser.getRecords();
            assertThat(lines).allMatch(CSVRecord::isConsistent);
            return lines;
        }
    }
}
