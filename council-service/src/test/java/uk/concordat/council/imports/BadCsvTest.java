package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.concordat.council.imports.CsvFiles.files;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.council.domain.ImportFault;

/** Files that are not as they should be: each fault with its file, line and column, and never an exception. */
class BadCsvTest {

    private static final String HEADING = "username,name,kind,group,from,to\n";
    private static final String GOOD = "officer-1,Olu,officer,,2000-01-01,\n";

    @Test
    void a_missing_file_is_one_fault() {
        assertThat(files().council(null).faults()).containsExactly(missing("council.csv"));
        assertThat(files().people(null).faults()).containsExactly(missing("people.csv"));
        assertThat(files().posts(null).faults()).containsExactly(missing("posts.csv"));
        assertThat(files().holders(null).faults()).containsExactly(missing("holders.csv"));
        assertThat(new CsvFiles(Map.of()).faults())
                .extracting(ImportFault::file)
                .containsExactly("council.csv", "people.csv", "posts.csv", "holders.csv");
    }

    private static ImportFault missing(String file) {
        return new ImportFault(file, 1, "", "is missing", "Send the file as a part of the form.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty | ''",
                "only line ends | '\\n\\n'",
                "a column too few | 'username,name,kind,group,from\\nofficer-1,Olu,officer,,2000-01-01\\n'",
                "a column misspelt | 'user,name,kind,group,from,to\\n'",
                "another order | 'name,username,kind,group,from,to\\n'",
                "a column twice | 'username,username,kind,group,from,to\\n'",
                "a column without a name | 'username,,kind,group,from,to\\n'",
                "semicolons | 'username;name;kind;group;from;to\\nofficer-1;Olu;officer;;2000-01-01;\\n'",
                "no heading | 'officer-1,Olu,officer,,2000-01-01,\\n'",
                "another format | '{\"username\": \"officer-1\"}'",
                "a quote that nobody closes | '\"username,name,kind\\n'",
                "null characters | '\\0\\0\\0\\0'",
            })
    void a_file_without_the_right_columns_is_one_fault_of_its_first_line(String what, String content) {
        List<ImportFault> faults = files().people(content.replace("\\n", "\n").replace("\\0", "\0"))
                .faults();

        assertThat(faults).as(what).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("people.csv");
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.remedy()).contains("comma").doesNotContain("Exception");
        });
    }

    @Test
    void a_line_with_too_few_or_too_many_cells_is_named_by_its_number() {
        List<ImportFault> faults = files().people(
                        HEADING + GOOD + "officer-2,Ann\n" + "officer-3,Bea,officer,,2000-01-01,,more\n" + "x\n")
                .faults();

        assertThat(faults)
                .extracting(ImportFault::line, ImportFault::problem)
                .containsExactly(
                        tuple(3L, "has 2 cells instead of 6"),
                        tuple(4L, "has 7 cells instead of 6"),
                        tuple(5L, "has 1 cells instead of 6"));
    }

    @Test
    void numbers_are_right_after_cells_that_span_lines_and_after_empty_lines_and_at_the_end() {
        List<ImportFault> faults = files().people(HEADING
                        + "officer-1,\"Olu\nof the\r\nHill\",officer,,2000-01-01,\r\n"
                        + "\r\n"
                        + "officer 9,Olu,officer,,2000-01-01,\n"
                        + "officer-3,\"A\nB\",officer,,soon,\n"
                        + "officer-4,Olu,mayor,,2000-01-01,")
                .faults();

        assertThat(faults)
                .extracting(ImportFault::line, ImportFault::column)
                .containsExactly(
                        tuple(2L, "name"),
                        tuple(6L, "username"),
                        tuple(7L, "name"),
                        tuple(7L, "from"),
                        tuple(9L, "kind"));
    }

    @Test
    void a_quote_that_nobody_closes_is_told_where_its_line_begins() {
        List<ImportFault> faults = files().people(HEADING + GOOD + "\nofficer-2,\"Ann,officer,,2000-01-01,\n" + GOOD)
                .faults();

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(4);
            assertThat(fault.remedy()).contains("quote");
        });
    }

    @Test
    void text_after_a_closing_quote_is_told_in_its_line_and_is_not_repeated() {
        List<ImportFault> faults = files().people(
                        HEADING + GOOD + GOOD + "officer-2,\"Ann\" Bea,officer,,2000-01-01,\n")
                .faults();

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(4);
            assertThat(fault.toString()).doesNotContain("Ann", "Bea");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",Olu,officer,,2000-01-01, | username",
                "officer-1,,officer,,2000-01-01, | name",
                "officer-1,Olu,,,2000-01-01, | kind",
                "officer-1,Olu,officer,,, | from",
                "officer-1,Olu,officer,,2026-02-30, | from",
                "officer-1,Olu,officer,,01/02/2026, | from",
                "officer-1,Olu,officer,,2000-01-01,soon | to",
                "officer-1,Olu,officer,,2026-05-07,2026-05-06 | to",
                "officer-1,Olu,Officer,,2000-01-01, | kind",
                "Officer 1,Olu,officer,,2000-01-01, | username",
                ".officer,Olu,officer,,2000-01-01, | username",
            })
    void a_bad_cell_is_one_fault_of_its_column(String line, String column) {
        assertThat(files().people(HEADING + GOOD + line + "\n").faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.column()).isEqualTo(column);
                    assertThat(fault.remedy()).endsWith(".");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username,name,kind,group,email,from,to\n",
                "username,name,kind,group,from,to,telephone\n",
                "username,name,kind,group,from,to,email,email\n",
                "username,name,kind,from,to,email\n",
            })
    void a_column_that_may_follow_stands_at_the_end_once(String heading) {
        assertThat(files().people(heading).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.remedy()).contains("; email,").endsWith(" may follow.");
        });
    }

    @Test
    void one_day_long_is_long_enough() {
        assertThat(files().people(HEADING + "officer-1,Olu,officer,,2026-05-07,2026-05-07\n")
                        .read()
                        .people())
                .hasSize(1);
    }

    @Test
    void every_fault_of_a_line_and_of_every_file_is_told_at_once() {
        List<ImportFault> faults = files().council(
                        "key,name,reference,zone,pack,packVersion,from\n" + "HARLOW,,har,Nowhere/Land,harlow,,soon\n")
                .people(HEADING + ".x,,mayor,,soon,later\n")
                .posts("post,title,roles,reportsTo,from,to\nThe Desk,,,,soon,later\n")
                .holders("post,username,from,to\n,,soon,later\n")
                .faults();

        assertThat(faults)
                .extracting(fault -> fault.file() + " " + fault.line() + " " + fault.column())
                .containsExactlyInAnyOrder(
                        "council.csv 2 key",
                        "council.csv 2 name",
                        "council.csv 2 reference",
                        "council.csv 2 zone",
                        "council.csv 2 packVersion",
                        "council.csv 2 from",
                        "people.csv 2 username",
                        "people.csv 2 name",
                        "people.csv 2 kind",
                        "people.csv 2 from",
                        "people.csv 2 to",
                        "posts.csv 2 post",
                        "posts.csv 2 title",
                        "posts.csv 2 from",
                        "posts.csv 2 to",
                        "holders.csv 2 post",
                        "holders.csv 2 username",
                        "holders.csv 2 from",
                        "holders.csv 2 to");
    }

    static LongStream seeds() {
        long first = new Random().nextLong();
        return LongStream.concat(LongStream.rangeClosed(1, 200), LongStream.range(first, first + 50));
    }

    /** Characters changed, put in and taken out anywhere: it is read, or it has faults, and nothing else comes of it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_is_done_to_a_file_it_is_never_an_exception(long seed) {
        Random random = new Random(seed);
        CouncilCsv.Read read = files().council(mangled(CsvFiles.COUNCIL, random))
                .people(mangled(CsvFiles.PEOPLE, random))
                .posts(mangled(CsvFiles.POSTS, random))
                .holders(mangled(CsvFiles.HOLDERS, random))
                .deputies(mangled(CsvFiles.HOLDERS, random))
                .outcome();

        switch (read) {
            case CouncilCsv.Read.Files(var files) ->
                assertThat(files.profile().key()).isNotEmpty();
            case CouncilCsv.Read.Faulty(var faults) ->
                assertThat(faults)
                        .isNotEmpty()
                        .allSatisfy(fault -> assertThat(fault.line()).isPositive());
        }
    }

    private static String mangled(String content, Random random) {
        StringBuilder text = new StringBuilder(content);
        String alphabet = "\"\",;\n\r\0\uFEFF\uD800x-2 ";
        for (int change = random.nextInt(5); change > 0; change--) {
            int place = random.nextInt(text.length());
            char character = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(place, character);
                case 1 -> text.insert(place, character);
                default -> text.deleteCharAt(place);
            }
        }
        return text.toString();
    }
}
