package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.concordat.council.imports.CsvFiles.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.GenericRole;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.PersonKind;
import uk.concordat.council.domain.Post;
import uk.concordat.protocols.testing.Rule;

/** The columns and parts that need not be there. */
class RegisterCsvTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final String PEOPLE = "username,name,kind,group,from,to,email,employment,appointedTo\n";
    private static final String POSTS =
            "post,title,roles,reportsTo,from,to,directorate,grade,politicallyRestricted,external\n";
    private static final String DEPUTIES = "post,username,from,to\n";
    private static final String ALLOCATIONS = "username,member,group,from,to\n";

    @Test
    @Rule({"COL-42", "HAC-03"})
    void people_are_read_with_how_they_are_employed_and_what_they_are_appointed_to() {
        List<PersonLine> people = files().people(PEOPLE
                        + "teacher,Ann Baker,officer,,2000-01-01,,,employment-based,\n"
                        + "lay,Olu Adeyemi,independent-member,,2000-01-01,,,,standards-committee; audit-committee\n")
                .read()
                .people();

        assertThat(people)
                .extracting(PersonLine::kind, PersonLine::employment, PersonLine::appointedTo)
                .containsExactly(
                        tuple("officer", Optional.of("employment-based"), List.of()),
                        tuple(
                                "independent-member",
                                Optional.empty(),
                                List.of("standards-committee", "audit-committee")));
    }

    @Test
    @Rule({"CC-32", "WTC-06"})
    void posts_are_read_with_what_they_are_whoever_holds_them() {
        List<PostLine> posts = files().posts(POSTS
                        + "manager,Manager,line-manager,,2000-01-01,,Housing,middle-manager,yes,\n"
                        + "monitor,Monitoring Officer,monitoring-officer,,2000-01-01,,,,no,Looking Glass Borough Council\n"
                        + "desk,Desk,officer,,2000-01-01,,,,,\n")
                .holders("post,username,from,to\n")
                .read()
                .posts();

        assertThat(posts)
                .extracting(PostLine::terms)
                .containsExactly(
                        new Post.Terms(Optional.of("Housing"), Optional.of("middle-manager"), true, Optional.empty()),
                        new Post.Terms(
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.of("Looking Glass Borough Council")),
                        Post.Terms.NONE);
    }

    @Test
    void without_the_parts_nothing_is_said_and_with_empty_ones_that_there_are_none() {
        assertThat(files().read().deputies()).isEmpty();
        assertThat(files().read().allocations()).isEmpty();
        assertThat(files().deputies(DEPUTIES).read().deputies()).contains(List.of());
        assertThat(files().allocations(ALLOCATIONS).read().allocations()).contains(List.of());
    }

    @Test
    @Rule("HAR-17")
    void deputies_and_allocations_are_read_with_their_days() {
        var read = files().deputies(DEPUTIES + "desk,officer-1,2026-07-01,2026-07-31\n")
                .allocations(
                        ALLOCATIONS + "officer-1,member-red-1,,2000-01-01,\nofficer-1,,red,2000-01-01,2026-12-31\n")
                .read();

        assertThat(read.deputies())
                .contains(List.of(new DeputyLine(
                        2, "desk", "officer-1", LocalDate.of(2026, 7, 1), Optional.of(LocalDate.of(2026, 7, 31)))));
        assertThat(read.allocations())
                .contains(List.of(
                        new AllocationLine(
                                2, "officer-1", Optional.of("member-red-1"), Optional.empty(), FIRST, Optional.empty()),
                        new AllocationLine(
                                3,
                                "officer-1",
                                Optional.empty(),
                                Optional.of("red"),
                                FIRST,
                                Optional.of(LocalDate.of(2026, 12, 31)))));
    }

    @ParameterizedTest
    @EnumSource(PersonKind.class)
    void every_kind_of_person_is_taken(PersonKind kind) {
        assertThat(files().people(PEOPLE + "ann,Ann,%s,,2000-01-01,,,,\n".formatted(kind.code()))
                        .holders("post,username,from,to\n")
                        .read()
                        .people())
                .extracting(PersonLine::kind)
                .containsExactly(kind.code());
    }

    @ParameterizedTest
    @EnumSource(GenericRole.class)
    void every_generic_role_is_taken(GenericRole role) {
        assertThat(files().posts("post,title,roles,reportsTo,from,to\ndesk,Desk,%s,,2000-01-01,\n"
                                .formatted(role.code()))
                        .read()
                        .posts())
                .extracting(PostLine::roles)
                .containsExactly(List.of(role.code()));
    }

    @Test
    void the_readme_lists_every_generic_role_and_no_other() throws IOException {
        List<String> listed = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.matches("\\| (statutory officers|other officers|members) \\|.*"))
                .flatMap(line -> Pattern.compile("`([a-z-]+)`").matcher(line).results())
                .map(result -> result.group(1))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(GenericRole.codes());
    }

    @Test
    void what_is_no_role_no_grade_and_no_yes_is_told_with_what_there_is() {
        List<ImportFault> faults = files().posts(POSTS
                        + "desk,Desk,officer;boss,,2000-01-01,,,director,perhaps,\n"
                        + "till,Till,Officer,,2000-01-01,,,,,\n")
                .faults();

        assertThat(places(faults))
                .containsExactly(
                        "posts.csv 2 roles",
                        "posts.csv 2 grade",
                        "posts.csv 2 politicallyRestricted",
                        "posts.csv 3 roles");
        assertThat(faults.getFirst().problem()).isEqualTo("'boss' is no generic role");
        assertThat(faults.getFirst().remedy()).contains("head-of-paid-service", "member-services");
        assertThat(faults.get(1).remedy()).contains("senior-manager", "middle-manager", "junior");
    }

    @Test
    void what_is_no_kind_of_employment_is_told() {
        assertThat(places(files().people(PEOPLE + "ann,Ann,officer,,2000-01-01,,,volunteer,\n")
                        .faults()))
                .containsExactly("people.csv 2 employment");
    }

    @ParameterizedTest
    @CsvSource({"'officer-1,,,2000-01-01,'", "'officer-1,member-red-1,red,2000-01-01,'"})
    void an_allocation_names_a_member_or_a_group_and_not_both(String line) {
        assertThat(places(files().allocations(ALLOCATIONS + line + "\n").faults()))
                .containsExactly("allocations.csv 2 member");
    }

    @Test
    void deputies_and_allocations_that_end_before_they_begin_are_told() {
        assertThat(places(files().deputies(DEPUTIES + "desk,officer-1,2026-07-01,2026-06-30\n")
                        .allocations(ALLOCATIONS + "officer-1,member-red-1,,2026-07-01,2026-06-30\n")
                        .faults()))
                .containsExactly("deputies.csv 2 to", "allocations.csv 2 to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44 20", "-Ann", "@SUM(A1)", "  =HYPERLINK(1)"})
    void what_a_spreadsheet_would_take_for_a_formula_is_not_taken(String name) {
        List<ImportFault> faults = files().people(PEOPLE + "ann,%s,officer,,2000-01-01,,,,\n".formatted(name))
                .faults();

        assertThat(places(faults)).containsExactly("people.csv 2 name");
        assertThat(faults.getFirst().problem()).contains("as a formula does");
    }

    @Test
    void of_very_many_faults_a_thousand_of_each_file_are_told() {
        assertThat(files().people("username,name,kind,group,from,to\n" + "x\n".repeat(5_000))
                        .faults())
                .hasSize(1_000);
    }

    @Test
    void a_file_of_more_lines_than_are_kept_in_memory_is_told_where_it_goes_on() {
        String line = "officer-1,Olu,officer,,2000-01-01,\n";

        assertThat(files().people("username,name,kind,group,from,to\n" + line.repeat(100_001))
                        .faults())
                .extracting(ImportFault::line, ImportFault::problem)
                .containsExactly(tuple(100_002L, "goes on"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username;name;kind;group;from;to | has semicolons between its cells",
                "'username\tname\tkind\tgroup\tfrom\tto' | has tabs between its cells",
                "'u\0s\0e\0r\0' | is not UTF-8",
                "'\uFFFD\uFFFDusername,name' | is not UTF-8",
            })
    void another_delimiter_and_another_encoding_are_told_as_such(String heading, String problem) {
        assertThat(files().people(heading + "\n").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.problem()).isEqualTo(problem);
            assertThat(fault.remedy()).contains("commas", "UTF-8");
        });
    }

    private static List<String> places(List<ImportFault> faults) {
        return faults.stream()
                .map(fault -> "%s %d %s".formatted(fault.file(), fault.line(), fault.column()))
                .toList();
    }
}
