package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.concordat.council.imports.CsvFiles.files;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.CouncilFiles.ProfileLine;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.protocols.pack.PackId;

/** Files that are as they should be, in all the forms that spreadsheets write them in. */
class CouncilCsvTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    @Test
    void four_files_are_read_with_the_line_that_each_thing_stands_in() {
        CouncilFiles read = files().read();

        assertThat(read.profile())
                .isEqualTo(new ProfileLine(
                        2,
                        "harlow",
                        "Harlow Council",
                        "HAR",
                        ZoneId.of("Europe/London"),
                        Optional.of(new PackId("harlow", "2024-05-16")),
                        FIRST,
                        LocalSettings.NONE));
        assertThat(read.people())
                .containsExactly(
                        new PersonLine(
                                2,
                                "member-red-1",
                                "Ruth Redfern",
                                "member",
                                Optional.of("red"),
                                Optional.empty(),
                                FIRST,
                                Optional.empty()),
                        new PersonLine(
                                3,
                                "officer-1",
                                "Olu Adeyemi",
                                "officer",
                                Optional.empty(),
                                Optional.empty(),
                                FIRST,
                                Optional.of(LocalDate.of(2030, 12, 31))));
        assertThat(read.posts())
                .containsExactly(
                        new PostLine(
                                2,
                                "manager",
                                "Manager",
                                List.of("line-manager", "proper-officer"),
                                Optional.empty(),
                                FIRST,
                                Optional.empty()),
                        new PostLine(3, "desk", "Desk", List.of(), Optional.of("manager"), FIRST, Optional.empty()));
        assertThat(read.holders())
                .containsExactly(new HolderLine(2, "desk", "officer-1", FIRST, Optional.of(LocalDate.of(2026, 6, 30))));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() {
        CouncilFiles plain = files().read();

        assertThat(files().people("\uFEFF" + CsvFiles.PEOPLE).read()).isEqualTo(plain);
        assertThat(files().council("\uFEFF" + CsvFiles.COUNCIL).read()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void lines_end_as_every_system_ends_them(String end) {
        CouncilFiles read = files().council(CsvFiles.COUNCIL.replace("\n", end))
                .people(CsvFiles.PEOPLE.replace("\n", end))
                .posts(CsvFiles.POSTS.replace("\n", end))
                .holders(CsvFiles.HOLDERS.replace("\n", end))
                .read();

        assertThat(read).isEqualTo(files().read());
    }

    @Test
    void the_last_line_may_end_without_a_line_end() {
        assertThat(files().people(CsvFiles.PEOPLE.strip())
                        .holders(CsvFiles.HOLDERS.strip())
                        .council(CsvFiles.COUNCIL.strip())
                        .read())
                .isEqualTo(files().read());
    }

    @Test
    void quoted_cells_hold_commas_and_quotes() {
        CouncilFiles read = files().people("""
                        username,name,kind,group,from,to
                        officer-1,"Adeyemi, Olu ""Ola""\",officer,,2000-01-01,
                        officer-2,Two,officer,,2000-01-01,
                        """).read();

        assertThat(read.people())
                .extracting(PersonLine::line, PersonLine::name)
                .containsExactly(tuple(2L, "Adeyemi, Olu \"Ola\""), tuple(3L, "Two"));
    }

    @Test
    void empty_lines_are_passed_over_and_counted() {
        CouncilFiles read = files().council("key,name,reference,zone,pack,packVersion,from\n\n\n"
                        + "harlow,Harlow Council,HAR,Europe/London,harlow,2024-05-16,2000-01-01\n")
                .people("username,name,kind,group,from,to\n\nofficer-1,Olu,officer,,2000-01-01,\n\n"
                        + "officer-2,Ann,officer,,2000-01-01,\n")
                .read();

        assertThat(read.profile().line()).isEqualTo(4);
        assertThat(read.people()).extracting(PersonLine::line).containsExactly(3L, 5L);
    }

    /** Excel writes a cell for every column, and a line for every row, in which something once stood. */
    @Test
    void cells_and_lines_that_a_spreadsheet_has_left_empty_say_nothing() {
        CouncilFiles read = files().people("username,name,kind,group,from,to,email,,\r\n"
                        + "officer-1,Olu,officer,,2000-01-01,,olu@harlow.example,,\r\n"
                        + ",,,,,,,,\r\n"
                        + "officer-2,Ann,officer,,2000-01-01,,,,\r\n"
                        + ",,,,,,,,\r\n")
                .read();

        assertThat(read.people())
                .extracting(PersonLine::line, PersonLine::username, PersonLine::email)
                .containsExactly(
                        tuple(2L, "officer-1", Optional.of("olu@harlow.example")),
                        tuple(4L, "officer-2", Optional.empty()));
    }

    @Test
    void cells_are_stripped_and_names_keep_every_letter() {
        CouncilFiles read = files().people("username,name,kind,group,from,to\n"
                        + " siân.o'neill ,Siân O’Neill-Żak 王,officer,,2000-01-01,\n".replace("siân.o'neill", "sian"))
                .read();

        assertThat(read.people().getFirst().username()).isEqualTo("sian");
        assertThat(read.people().getFirst().name()).isEqualTo("Siân O’Neill-Żak 王");
    }

    @Test
    void a_council_without_a_protocol_is_a_council() {
        CouncilFiles read = files().council("key,name,reference,zone,pack,packVersion,from\n"
                        + "harlow,Harlow Council,HAR,Europe/London,,,2000-01-01\n")
                .read();

        assertThat(read.profile().pack()).isEmpty();
    }

    @Test
    void what_the_council_has_set_for_itself_is_read_and_what_is_left_empty_is_not_set() {
        CouncilFiles read = files().council(
                        "key,name,reference,zone,pack,packVersion,from,reminderWorkingDays,rungWorkingDays,followUpWorkingDays\n"
                                + "harlow,Harlow Council,HAR,Europe/London,,,2000-01-01,1,,60\n")
                .read();

        assertThat(read.profile().settings())
                .isEqualTo(new LocalSettings(Optional.of(1), Optional.empty(), Optional.of(60)));
    }

    @Test
    void columns_that_may_follow_may_be_left_out_one_by_one() {
        CouncilFiles read = files().council("key,name,reference,zone,pack,packVersion,from,rungWorkingDays\n"
                        + "harlow,Harlow Council,HAR,Europe/London,,,2000-01-01,3\n")
                .read();

        assertThat(read.profile().settings())
                .isEqualTo(new LocalSettings(Optional.empty(), Optional.of(3), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "officer-1@harlow.example",
                "o'neill+members@mail.harlow.gov.example",
                "a@b.c",
                "1.2.3@x-y.example",
            })
    void an_address_is_read_as_it_stands(String address) {
        assertThat(addressed(address)).containsExactly(Optional.of(address), Optional.empty());
    }

    @Test
    void an_address_of_254_characters_is_the_longest() {
        String address = "o".repeat(64) + "@" + ("d".repeat(61) + ".").repeat(3) + "ex.x";

        assertThat(address).hasSize(255);
        assertThat(addressed(address.substring(1))).contains(Optional.of(address.substring(1)));
    }

    private static List<Optional<String>> addressed(String address) {
        return files()
                .people("username,name,kind,group,from,to,email\nofficer-1,Olu,officer,,2000-01-01,,%s\n"
                                .formatted(address)
                        + "officer-2,Ann,officer,,2000-01-01,,\n")
                .read()
                .people()
                .stream()
                .map(PersonLine::email)
                .toList();
    }

    @Test
    void a_council_may_have_nobody_yet() {
        CouncilFiles read = files().people("username,name,kind,group,from,to\n")
                .posts("post,title,roles,reportsTo,from,to\n")
                .holders("post,username,from,to\n")
                .read();

        assertThat(read.people()).isEmpty();
        assertThat(read.posts()).isEmpty();
        assertThat(read.holders()).isEmpty();
    }
}
