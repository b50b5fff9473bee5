package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.protocols.testing.Rule;

/** At Harlow a group is two or more who have told the Chief Executive; elsewhere nothing is said of it. */
class GroupOfTwoTest {

    private static final String GROUPS = "group,name,told,from,to,administration\n";
    private static final String MEMBERS = "group,username,part,from,to\n";
    private static final String RED = GROUPS + "red,Red,2020-05-10,2020-05-10,,\n";

    private static Sent group(String members) {
        return Sent.underHarlows().with("groups", RED).with("group-members", MEMBERS + members);
    }

    @Test
    @Rule("HAR-04")
    void two_who_have_told_are_a_group() {
        CouncilState state = group("red,ann,member,2020-05-10,\nred,bob,member,2020-05-10,\n")
                .taken();

        assertThat(state.wholeGroup("red"))
                .hasValueSatisfying(red -> assertThat(red.parts()).hasSize(2));
    }

    @Test
    @Rule("HAR-04")
    void a_group_of_one_is_refused_with_the_rule_and_what_to_do() {
        assertThat(group("red,ann,member,2020-05-10,\n").all(CouncilState.unknown()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("groups.csv");
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.column()).isEqualTo("group");
                    assertThat(fault.problem())
                            .isEqualTo(
                                    "the group red has 1 councillor on 2020-05-10; a group is 2 or more (HAR-04, paragraph 2.3)");
                    assertThat(fault.remedy()).contains("group-members.csv", "let it end");
                });
    }

    @Test
    @Rule("HAR-04")
    void one_who_is_leader_too_is_still_one() {
        assertThat(group("red,ann,member,2020-05-10,\nred,ann,leader,2020-05-10,\n")
                        .faults())
                .containsExactly("groups.csv 2 group");
    }

    @ParameterizedTest
    @Rule("HAR-04")
    @CsvSource({
        // told, from, whether it is a group
        "'', 2020-05-10, false",
        "2020-05-11, 2020-05-10, false",
        "2020-05-10, 2020-05-10, true",
        "2020-05-09, 2020-05-10, true",
    })
    void who_has_not_told_by_the_first_day_is_no_group_on_it(String told, String from, boolean isGroup) {
        Sent sent = group("red,ann,member,2020-05-10,\nred,bob,member,2020-05-10,\n")
                .with("groups", GROUPS + "red,Red,%s,%s,,\n".formatted(told, from));

        if (isGroup) {
            assertThat(sent.changes(CouncilState.unknown())).isNotEmpty();
        } else {
            assertThat(sent.faults()).containsExactly("groups.csv 2 told");
        }
    }

    @Test
    @Rule("HAR-04")
    void it_ends_when_one_is_left() {
        String members = "red,ann,member,2020-05-10,\nred,bob,member,2020-05-10,2023-03-01\n";

        assertThat(group(members).all(CouncilState.unknown()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("1 councillor on 2023-03-02"));
        assertThat(group(members)
                        .with("groups", GROUPS + "red,Red,2020-05-10,2020-05-10,2023-03-01,\n")
                        .changes(CouncilState.unknown()))
                .isNotEmpty();
    }

    @Test
    @Rule("HAR-04")
    void who_will_be_elected_is_not_known_so_terms_that_end_later_say_nothing() {
        Sent sent = group("red,ann,member,2020-05-10,\nred,bob,member,2020-05-10,\n");

        assertThat(sent.person("bob,Bob,member,,2020-05-08,", "bob,Bob,member,,2020-05-08,2026-07-01")
                        .changes(CouncilState.unknown()))
                .isNotEmpty();
        assertThat(sent.person("bob,Bob,member,,2020-05-08,", "bob,Bob,member,,2020-05-08,2026-06-30")
                        .faults())
                .containsExactly("groups.csv 2 group");
    }

    @Test
    @Rule("HAR-04")
    void who_is_shown_with_it_in_people_csv_counts() {
        assertThat(group("red,ann,member,2020-05-10,\n")
                        .person("bob,Bob,member,,", "bob,Bob,member,red,")
                        .changes(CouncilState.unknown()))
                .isNotEmpty();
    }

    @Test
    @Rule({"HAR-04", "HAR-08"})
    void a_co_optee_counts_as_a_councillor() {
        assertThat(group("red,ann,member,2020-05-10,\nred,verderer,member,2020-05-10,\n")
                        .changes(CouncilState.unknown()))
                .isNotEmpty();
    }

    @Test
    @Rule({"HAR-04", "HAR-08"})
    void an_independent_member_of_a_committee_does_not() {
        Sent sent = group("red,ann,member,2020-05-10,\nred,ingrid,member,2020-05-10,\n")
                .with(
                        "people",
                        "username,name,kind,group,from,to,email,employment,appointedTo\n"
                                + "ann,Ann,member,,2020-05-08,,,,\n"
                                + "ingrid,Ingrid,independent-member,,2020-05-08,,,,standards\n");

        assertThat(sent.all(CouncilState.unknown()))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.problem())
                                .isEqualTo(
                                        "the group red has 1 councillor on 2020-05-10; a group is 2 or more (HAR-04, paragraph 2.3)"));
    }

    @Test
    @Rule("HAR-04")
    void what_was_loaded_before_is_held_to_it_when_other_files_change_it() {
        Sent sent = group("red,ann,member,2020-05-10,\nred,bob,member,2020-05-10,\n");
        Sent withoutGroups = sent.without("groups")
                .without("group-members")
                .person("bob,Bob,member,,2020-05-08,", "bob,Bob,member,,2020-05-08,2026-06-30");

        assertThat(withoutGroups.all(sent.taken())).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("council.csv");
            assertThat(fault.problem())
                    .startsWith("what was loaded before no longer fits: the group red has 1 councillor");
        });
    }

    @Test
    @Rule("HAR-04")
    void that_one_has_left_since_is_told_and_keeps_no_file_out_that_has_not_made_it_so() {
        Sent sent = group("red,ann,member,2020-05-10,\nred,bob,member,2020-05-10,\n")
                .person("bob,Bob,member,,2020-05-08,", "bob,Bob,member,,2020-05-08,2026-07-01");
        CouncilState known = sent.taken();
        Sent later = sent.on(Sent.TODAY.plusDays(1));

        assertThat(sent.report(known).standing()).isEmpty();
        assertThat(later.events(known)).isEmpty();
        assertThat(later.without("groups").events(known)).isEmpty();
        assertThat(later.report(known).standing()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("groups.csv");
            assertThat(fault.problem()).startsWith("the group red has 1 councillor on 2026-07-02");
            assertThat(fault.remedy()).contains("let it end");
        });
        assertThat(later.with("groups", GROUPS + "red,Red,2020-05-10,2020-05-10,2026-07-01,\n")
                        .report(known)
                        .standing())
                .isEmpty();
    }

    @Test
    void under_a_protocol_that_does_not_say_what_a_group_is_one_who_told_nobody_is_one() {
        assertThat(Sent.underTheCitys()
                        .with("groups", GROUPS + "red,Red,,2020-05-10,,\n")
                        .with("group-members", MEMBERS + "red,ann,member,2020-05-10,\n")
                        .changes(CouncilState.unknown()))
                .hasSize(2);
    }

    @Test
    @Rule("HAR-04")
    void only_the_days_on_which_the_protocol_is_in_force_are_held_to_it() {
        Sent one = group("red,ann,member,2020-05-10,\n").with("groups", GROUPS + "red,Red,,2020-05-10,,\n");

        assertThat(one.with("adopted", "2026-07-02").changes(CouncilState.unknown()))
                .isNotEmpty();
        assertThat(one.with("adopted", "2026-07-01").faults())
                .containsExactly("groups.csv 2 told", "groups.csv 2 group");
    }

    @ParameterizedTest
    @CsvSource({"red", "''"})
    @Rule("HAR-04")
    void who_was_one_of_two_and_is_elected_again_was_one_of_them_in_those_days_whatever_they_are_now(String now) {
        Sent before = Sent.underHarlows()
                .with("groups", GROUPS + "red,Red,2020-05-10,2020-05-10,2024-05-06,\n")
                .person("ann,Ann,member,,2020-05-08,", "ann,Ann,member,red,2020-05-08,2024-05-06")
                .person("bob,Bob,member,,2020-05-08,", "bob,Bob,member,red,2020-05-08,");
        Sent again = before.person(
                "ann,Ann,member,red,2020-05-08,2024-05-06", "ann,Ann,member,%s,2026-05-11,".formatted(now));

        CouncilState state = again.taken(before.taken());

        assertThat(state.wholeGroup("red").orElseThrow().parts())
                .filteredOn(part -> part.person()
                        .equals(state.people().find("ann").orElseThrow().id()))
                .first()
                .satisfies(part -> assertThat(part.to()).contains(LocalDate.of(2024, 5, 6)));
        assertThat(again.events(state)).isEmpty();
    }
}
