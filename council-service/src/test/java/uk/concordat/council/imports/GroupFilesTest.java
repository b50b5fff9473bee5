package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Group;
import uk.concordat.council.domain.WholeGroup;
import uk.concordat.protocols.testing.Rule;

/** Groups, who is in them and who leads them, as files say it. */
class GroupFilesTest {

    private static final String GROUPS = """
            group,name,told,from,to,administration
            red,Red,2020-05-10,2020-05-10,,2020-05-20/2024-05-06;2026-05-12/
            blue,Blue,2020-05-10,2020-05-10,,
            """;
    private static final String MEMBERS = """
            group,username,part,from,to
            red,ann,member,2020-05-10,
            red,bob,member,2020-05-10,
            blue,cat,member,2020-05-10,
            blue,dan,member,2020-05-10,
            """;
    private static final Sent GOOD = Sent.underTheCitys().with("groups", GROUPS).with("group-members", MEMBERS);

    private static Sent also(String... lines) {
        return GOOD.with("group-members", MEMBERS + String.join("\n", lines) + "\n");
    }

    @Test
    void the_same_files_again_change_nothing_and_neither_do_their_lines_in_another_order() {
        CouncilState known = GOOD.taken();

        assertThat(GOOD.events(known)).isEmpty();
        assertThat(GOOD.with("group-members", """
                        group,username,part,from,to
                        blue,dan,member,2020-05-10,
                        red,bob,member,2020-05-10,
                        blue,cat,member,2020-05-10,
                        red,ann,member,2020-05-10,
                        """).events(known)).isEmpty();
    }

    @Test
    void a_file_that_is_not_sent_says_nothing_and_what_is_known_stays() {
        CouncilState known = GOOD.taken();

        assertThat(GOOD.without("group-members").events(known)).isEmpty();
        assertThat(GOOD.without("groups").events(known)).isEmpty();
        assertThat(GOOD.without("groups").without("group-members").events(known))
                .isEmpty();
        assertThat(GOOD.without("groups")
                        .with("group-members", "group,username,part,from,to\nred,ann,member,2020-05-10,\n")
                        .taken(known)
                        .wholeGroup("blue"))
                .isEqualTo(known.wholeGroup("blue"));
    }

    @Test
    void who_changes_the_group_is_told_once_and_both_groups_are_told_again_whole() {
        CouncilState known = GOOD.taken();
        Sent moved = GOOD.with(
                "group-members",
                MEMBERS.replace("red,bob,member,2020-05-10,", "red,bob,member,2020-05-10,2025-12-31")
                        + "blue,bob,member,2026-01-01,\n");

        assertThat(moved.changes(known))
                .satisfiesExactlyInAnyOrder(
                        bob -> assertThat(bob).isInstanceOf(GroupMembershipsRecorded.class),
                        red -> assertThat(red).isInstanceOf(GroupRecorded.class),
                        blue -> assertThat(blue).isInstanceOf(GroupRecorded.class));
        assertThat(moved.taken(known).wholeGroup("blue").map(WholeGroup::parts))
                .hasValueSatisfying(parts -> assertThat(parts).hasSize(3));
    }

    @Test
    void who_is_shown_with_a_group_in_people_csv_is_in_it_for_all_their_time_in_office() {
        Sent shown = GOOD.person("lone,Lone,member,,", "lone,Lone,member,red,");
        CouncilState known = GOOD.taken();

        assertThat(shown.changes(known)).singleElement().isInstanceOf(GroupRecorded.class);
        CouncilState state = shown.taken(known);
        assertThat(state.wholeGroup("red").orElseThrow().parts()).hasSize(3).anySatisfy(part -> {
            assertThat(part.person())
                    .isEqualTo(state.people().find("lone").orElseThrow().id());
            assertThat(part.part()).isEqualTo("member");
            assertThat(part.from()).isEqualTo("2020-05-08");
        });
    }

    @Test
    void the_days_in_the_administration_are_the_groups_own() {
        assertThat(GOOD.taken().composition().groups().find("red").map(Group::administration))
                .hasValueSatisfying(days -> {
                    assertThat(days).hasSize(2);
                    assertThat(days.getFirst().to().map(Object::toString)).contains("2024-05-06");
                    assertThat(days.getLast().to()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        // line of group-members.csv, line and column at fault
        "'green,ann,whip,2020-05-10,', group-members.csv 6 group",
        "'red,nobody,member,2020-05-10,', group-members.csv 6 username",
        "'red,officer,member,2020-05-10,', group-members.csv 6 username",
        "'red,lone,member,2020-05-09,', group-members.csv 6 from",
        "'red,lone,member,2026-02-02,2026-02-01', group-members.csv 6 to",
        "'red,lone,boss,2020-05-10,', group-members.csv 6 part",
    })
    void a_line_that_fits_nothing_is_told(String line, String fault) {
        assertThat(also(line).faults()).containsExactly(fault);
    }

    @Test
    @Rule("HAR-05")
    void a_leader_is_in_the_group_on_all_days_of_leading_it() {
        assertThat(also("red,ann,leader,2020-05-10,").taken().wholeGroup("red")).isPresent();
        assertThat(also("red,lone,leader,2020-05-10,").all(CouncilState.unknown()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.column()).isEqualTo("username");
                    assertThat(fault.problem()).isEqualTo("lone is not in the group red on 2020-05-10");
                });
        assertThat(also("red,cat,leader,2020-05-10,").faults()).containsExactly("group-members.csv 6 username");
        assertThat(also(
                                "red,lone,member,2020-05-10,2021-01-01",
                                "red,lone,member,2021-01-02,2022-01-01",
                                "red,lone,leader,2020-06-01,2022-01-02")
                        .all(CouncilState.unknown()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).endsWith("on 2022-01-02"));
    }

    @Test
    void whoever_leaves_office_need_not_be_written_out_of_the_group() {
        assertThat(also("blue,dan,leader,2020-05-10,", "blue,cat,leader,2026-05-12,")
                        .faults())
                .containsExactly("group-members.csv 7 from");
        assertThat(also("blue,dan,leader,2020-05-10,2026-05-11", "blue,cat,leader,2026-05-12,")
                        .taken()
                        .wholeGroup("blue"))
                .isPresent();
        assertThat(also("blue,dan,whip,2020-05-10,").taken().wholeGroup("blue")).isPresent();
    }

    @Test
    @Rule("HAR-05")
    void a_group_has_one_leader_at_a_time_and_as_many_whips_as_it_likes() {
        assertThat(also("red,ann,leader,2020-05-10,", "red,bob,leader,2026-01-01,")
                        .faults())
                .containsExactly("group-members.csv 7 from");
        assertThat(also(
                                "red,ann,leader,2020-05-10,2025-12-31",
                                "red,bob,leader,2026-01-01,",
                                "red,ann,whip,2020-05-10,",
                                "red,bob,whip,2020-05-10,")
                        .taken()
                        .wholeGroup("red"))
                .isPresent();
    }

    @Test
    @Rule("HAR-06")
    void one_person_at_a_time_is_named_leader_of_the_opposition_whatever_the_group() {
        assertThat(also(
                                "blue,cat,leader-of-the-opposition,2020-05-10,",
                                "red,ann,leader-of-the-opposition,2024-05-07,2026-05-11")
                        .faults())
                .containsExactly("group-members.csv 7 from");
        assertThat(also("blue,lone,leader-of-the-opposition,2020-05-10,").faults())
                .containsExactly("group-members.csv 6 username");
    }

    @ParameterizedTest
    @Rule("HAR-06")
    @CsvSource({
        // when ann of the red group leads the opposition, and the first day on which that is the administration
        "'2024-05-06,', 2024-05-06",
        "'2024-05-07,', 2026-05-12",
        "'2020-05-10,2020-05-20', 2020-05-20",
        "'2020-05-10,2020-05-19', ",
        "'2024-05-07,2026-05-11', ",
    })
    void nobody_of_the_administration_leads_the_opposition(String days, @Nullable String firstDay) {
        Sent sent = also("red,ann,leader-of-the-opposition," + days);

        if (firstDay == null) {
            assertThat(sent.changes(CouncilState.unknown())).isNotEmpty();
        } else {
            assertThat(sent.all(CouncilState.unknown())).singleElement().satisfies(fault -> {
                assertThat(fault.file()).isEqualTo("group-members.csv");
                assertThat(fault.line()).isEqualTo(6);
                assertThat(fault.column()).isEqualTo("group");
                assertThat(fault.problem())
                        .isEqualTo("the group red is of the administration on %s, so ann cannot lead the opposition"
                                .formatted(firstDay));
                assertThat(fault.remedy()).contains("outside");
            });
        }
    }

    @Test
    void nobody_is_in_two_groups_on_one_day() {
        assertThat(also("blue,ann,member,2026-01-01,").all(CouncilState.unknown()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(6);
                    assertThat(fault.problem()).isEqualTo("ann is in the group red on some of these days");
                });
    }

    @Test
    void once_there_are_groups_people_csv_names_one_of_them_and_the_one_that_dated_lines_name() {
        assertThat(GOOD.person("lone,Lone,member,,", "lone,Lone,member,green,").faults())
                .containsExactly("people.csv 6 group");
        assertThat(GOOD.person("officer,Olu,officer,,", "officer,Olu,officer,red,")
                        .faults())
                .containsExactly("people.csv 8 group");
        assertThat(GOOD.person("ann,Ann,member,,", "ann,Ann,member,blue,").faults())
                .containsExactly("people.csv 2 group");
        assertThat(GOOD.person("ann,Ann,member,,", "ann,Ann,member,red,")
                        .taken()
                        .wholeGroup("red")
                        .orElseThrow()
                        .parts())
                .hasSize(2);
    }

    @Test
    void an_officer_is_in_no_group_also_before_a_council_has_any() {
        assertThat(Sent.underTheCitys()
                        .person("officer,Olu,officer,,", "officer,Olu,officer,red,")
                        .all(CouncilState.unknown()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("people.csv");
                    assertThat(fault.line()).isEqualTo(8);
                    assertThat(fault.column()).isEqualTo("group");
                    assertThat(fault.remedy()).startsWith("Leave it empty");
                });
    }

    @Test
    void before_a_council_has_groups_people_csv_names_what_it_likes() {
        assertThat(Sent.underHarlows()
                        .person("lone,Lone,member,,", "lone,Lone,member,green,")
                        .changes(CouncilState.unknown()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-20",
        "/2020-05-20",
        "2020-05-20/2020-05-19",
        "2020-05-20/then",
        "2020-05-20/2021-01-01/2022-01-01",
    })
    void days_in_the_administration_are_two_days_in_order(String cell) {
        assertThat(GOOD.with("groups", GROUPS.replace("2020-05-20/2024-05-06;2026-05-12/", cell))
                        .faults())
                .containsExactly("groups.csv 2 administration");
    }

    @Test
    void a_group_is_there_once_and_ends_after_it_begins() {
        assertThat(GOOD.with("groups", GROUPS + "red,Other,,2020-05-10,,\n").faults())
                .containsExactly("groups.csv 4 group");
        assertThat(GOOD.with("groups", GROUPS + "old,Old,,2020-05-10,2020-05-09,\n")
                        .faults())
                .containsExactly("groups.csv 4 to");
    }
}
