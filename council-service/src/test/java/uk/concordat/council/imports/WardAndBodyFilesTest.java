package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.protocols.testing.Rule;

/** Wards, bodies and elections, as files say them. */
class WardAndBodyFilesTest {

    private static final String WARDS = "ward,name,from,to\nmark-hall,Mark Hall,2020-05-08,\n";
    private static final String WARD_MEMBERS = "ward,username,from,to\n";
    private static final String BODIES = "body,name,kind,from,to\nforest,Epping Forest,committee,2020-05-08,\n";
    private static final String SEATS = "body,username,part,from,to\nforest,ann,chair,2020-05-10,\n";
    private static final String ELECTIONS = "election,name,day,preElectionFrom,preElectionTo\n";
    private static final Sent GOOD = Sent.underHarlows()
            .with("wards", WARDS)
            .with("ward-members", WARD_MEMBERS + "mark-hall,ann,2020-05-08,\nmark-hall,dan,2020-05-08,\n")
            .with("bodies", BODIES)
            .with("body-members", SEATS)
            .with("elections", ELECTIONS + "district,District,2027-05-06,2027-03-25,2027-05-06\n");

    @Test
    void what_is_new_is_told_once_and_the_same_files_again_change_nothing() {
        assertThat(GOOD.changes(CouncilState.unknown()))
                .hasSize(3)
                .hasAtLeastOneElementOfType(WardRecorded.class)
                .hasAtLeastOneElementOfType(BodyRecorded.class)
                .hasAtLeastOneElementOfType(ElectionRecorded.class);
        assertThat(GOOD.events(GOOD.taken())).isEmpty();
    }

    @Test
    void files_that_are_not_sent_leave_what_is_known() {
        Sent none = GOOD.without("wards")
                .without("ward-members")
                .without("bodies")
                .without("body-members")
                .without("elections");

        assertThat(none.events(GOOD.taken())).isEmpty();
        assertThat(GOOD.without("ward-members").without("body-members").events(GOOD.taken()))
                .isEmpty();
    }

    @Test
    void a_ward_for_which_nobody_has_ever_stood_is_at_fault_and_a_vacant_one_is_not() {
        assertThat(GOOD.with("ward-members", WARD_MEMBERS).faults()).containsExactly("wards.csv 2 ward");
        assertThat(GOOD.with("ward-members", WARD_MEMBERS + "mark-hall,dan,2020-05-08,\n")
                        .taken()
                        .composition()
                        .wards()
                        .find("mark-hall"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'nowhere,ann,2020-05-08,', ward-members.csv 2 ward",
        "'mark-hall,nobody,2020-05-08,', ward-members.csv 2 username",
        "'mark-hall,verderer,2020-05-08,', ward-members.csv 2 username",
        "'mark-hall,officer,2020-05-08,', ward-members.csv 2 username",
        "'mark-hall,bob,2020-05-07,2020-12-31', ward-members.csv 2 from",
        "'mark-hall,bob,2020-05-08,2020-05-07', ward-members.csv 2 to",
        "'mark-hall,bob,2020-05-08,2024-01-01', ward-members.csv 3 from",
    })
    void a_member_is_somebody_elected_in_a_ward_that_exists_and_in_one_at_a_time(String line, String fault) {
        assertThat(GOOD.with("ward-members", WARD_MEMBERS + line + "\nmark-hall,bob,2023-01-01,\n")
                        .faults())
                .containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "'forest,bob,co-opted-member,2020-05-10,', body-members.csv 3 part",
        "'forest,verderer,independent-member,2020-05-10,', body-members.csv 3 part",
        "'forest,officer,co-opted-member,2020-05-10,', body-members.csv 3 part",
        "'nowhere,bob,member,2020-05-10,', body-members.csv 3 body",
        "'forest,nobody,member,2020-05-10,', body-members.csv 3 username",
        "'forest,bob,member,2020-05-07,', body-members.csv 3 from",
        "'forest,bob,chair,2026-01-01,', body-members.csv 3 from",
        "'forest,ann,member,2026-01-01,', body-members.csv 3 from",
        "'forest,bob,boss,2026-01-01,', body-members.csv 3 part",
    })
    void a_body_has_one_chair_at_a_time_and_everybody_once(String line, String fault) {
        assertThat(GOOD.with("body-members", SEATS + line + "\n").faults()).containsExactly(fault);
    }

    @Test
    @Rule("COL-42")
    void somebody_co_opted_is_appointed_to_a_body_that_the_council_has() {
        String people = "username,name,kind,group,from,to,email,employment,appointedTo\n"
                + "ann,Ann,member,,2020-05-08,,,,\nvera,Vera,co-opted-voting,,2020-05-08,,,,forest%s\n";
        Sent forest = GOOD.without("ward-members").without("wards").with("people", people.formatted(""));
        Sent elsewhere = forest.with("people", people.formatted(";nowhere"));

        assertThat(forest.events(
                        elsewhere.without("bodies").without("body-members").taken()))
                .isNotEmpty();
        assertThat(elsewhere.faults()).containsExactly("people.csv 3 appointedTo");
        assertThat(elsewhere.without("bodies").without("body-members").faults(forest.taken()))
                .containsExactly("people.csv 3 appointedTo");
    }

    @Test
    @Rule({"COL-42", "HAC-05"})
    void who_is_there_by_appointment_sits_on_no_other_body() {
        String people = "username,name,kind,group,from,to,email,employment,appointedTo\n"
                + "ann,Ann,member,,2020-05-08,,,,\n"
                + "vera,Vera,%s,,2020-05-08,,,,%s\n";
        Sent council = GOOD.without("ward-members")
                .without("wards")
                .with("bodies", BODIES + "standards,Standards,standards,2020-05-08,\n")
                .with(
                        "body-members",
                        SEATS + "forest,vera,member,2020-05-10,\n" + "standards,vera,member,2020-05-10,\n");

        for (String kind : List.of("co-opted-voting", "co-opted-non-voting", "independent-member")) {
            Sent elsewhere = council.with("people", people.formatted(kind, "forest"));

            assertThat(elsewhere.all(CouncilState.unknown())).singleElement().satisfies(fault -> {
                assertThat(fault.file()).isEqualTo("body-members.csv");
                assertThat(fault.line()).isEqualTo(4);
                assertThat(fault.column()).isEqualTo("body");
                assertThat(fault.problem()).isEqualTo("vera is appointed to forest and not to standards");
                assertThat(fault.remedy()).contains("appointedTo", "people.csv");
            });
            assertThat(council.with("people", people.formatted(kind, "forest;standards"))
                            .events(CouncilState.unknown()))
                    .isNotEmpty();
        }
    }

    @Test
    @Rule("COL-42")
    void an_appointment_that_no_longer_names_a_seat_of_before_is_at_fault() {
        String people = "username,name,kind,group,from,to,email,employment,appointedTo\n"
                + "ann,Ann,member,,2020-05-08,,,,\n"
                + "vera,Vera,co-opted-voting,,2020-05-08,,,,%s\n";
        Sent council = GOOD.without("ward-members")
                .without("wards")
                .with("bodies", BODIES + "standards,Standards,standards,2020-05-08,\n")
                .with("body-members", SEATS + "forest,vera,co-opted-member,2020-05-10,\n");
        CouncilState known = council.with("people", people.formatted("")).taken();

        assertThat(council.without("bodies")
                        .without("body-members")
                        .with("people", people.formatted("standards"))
                        .all(known))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.problem())
                                .isEqualTo(
                                        "what was loaded before no longer fits: vera is appointed to standards and not to forest"));
    }

    @Test
    void a_body_is_of_a_kind_and_there_once() {
        assertThat(GOOD.with("bodies", BODIES + "club,Club,tea-party,2020-05-08,\n")
                        .faults())
                .containsExactly("bodies.csv 3 kind");
        assertThat(GOOD.with("bodies", BODIES + "forest,Other,committee,2020-05-08,\n")
                        .faults())
                .containsExactly("bodies.csv 3 body");
    }

    @ParameterizedTest
    @CsvSource({
        "'other,O,2027-05-06,2027-03-25,2027-03-24', elections.csv 2 preElectionTo",
        "'other,O,2027-05-06,2027-03-25,2027-05-07', elections.csv 2 preElectionTo",
        "'other,O,soon,2027-03-25,2027-05-07', elections.csv 2 day",
        "'other,O,2027-05-06,,2027-05-06', elections.csv 2 preElectionFrom",
        "'district,O,2027-05-06,2027-03-25,2027-05-06', elections.csv 3 election",
    })
    void the_period_before_an_election_ends_after_it_begins_and_by_its_day(String line, String fault) {
        assertThat(GOOD.with("elections", ELECTIONS + line + "\ndistrict,District,2027-05-06,2027-05-06,2027-05-06\n")
                        .faults())
                .contains(fault);
    }

    @Test
    void all_faults_of_all_files_are_told_at_once() {
        assertThat(GOOD.with("ward-members", WARD_MEMBERS + "nowhere,ann,2020-05-08,\n")
                        .with("body-members", SEATS + "forest,bob,chair,2026-01-01,\n")
                        .faults())
                .containsExactly("ward-members.csv 2 ward", "wards.csv 2 ward", "body-members.csv 3 from");
    }

    @Test
    void who_was_a_member_and_is_an_officer_now_has_stood_for_their_ward_and_been_in_their_group() {
        String wards = "ward,username,from,to\nmark-hall,dan,2020-05-08,%s\n";
        String groups = "group,username,part,from,to\nred,dan,member,2020-05-10,%s\n";
        Sent before = Sent.underTheCitys()
                .with("wards", "ward,name,from,to\nmark-hall,Mark Hall,2020-05-08,\n")
                .with("ward-members", wards.formatted("2026-05-11"))
                .with("groups", "group,name,told,from,to\nred,Red,,2020-05-10,\n")
                .with("group-members", groups.formatted("2026-05-11"));
        Sent appointed = before.person("dan,Dan,member,,2020-05-08,2026-05-11", "dan,Dan,officer,,2026-06-01,");

        assertThat(appointed.taken(before.taken()).people().find("dan"))
                .hasValueSatisfying(dan -> assertThat(dan.kind()).isEqualTo("officer"));
        assertThat(appointed
                        .with("ward-members", wards.formatted(""))
                        .with("group-members", groups.formatted(""))
                        .faults(before.taken()))
                .containsExactly("group-members.csv 2 username", "ward-members.csv 2 username");
    }

    @Test
    void a_part_that_nobody_closed_when_somebody_left_stands_in_no_way_when_they_come_back_as_an_officer() {
        Sent before = Sent.underTheCitys()
                .with("wards", "ward,name,from,to\nmark-hall,Mark Hall,2020-05-08,\n")
                .with("ward-members", "ward,username,from,to\nmark-hall,dan,2020-05-08,\n")
                .with("groups", "group,name,told,from,to\nred,Red,,2020-05-10,\n")
                .with("group-members", "group,username,part,from,to\nred,dan,member,2020-05-10,\n");
        Sent appointed = before.person("dan,Dan,member,,2020-05-08,2026-05-11", "dan,Dan,officer,,2026-06-01,")
                .without("ward-members")
                .without("group-members");

        assertThat(appointed.taken(before.taken()).people().find("dan"))
                .hasValueSatisfying(dan -> assertThat(dan.kind()).isEqualTo("officer"));
    }

    @Test
    void what_begins_after_a_key_has_ended_has_a_key_of_its_own() {
        Sent ended = GOOD.with("wards", "ward,name,from,to\nmark-hall,Mark Hall,2020-05-08,2025-05-08\n")
                .with("bodies", "body,name,kind,from,to\nforest,Forest,committee,2020-05-08,2025-05-08\n")
                .with("posts", "post,title,roles,reportsTo,from,to\ndesk,Desk,officer,,2020-05-08,2025-05-08\n");
        CouncilState known = ended.taken(GOOD.taken());

        assertThat(ended.with("wards", "ward,name,from,to\nmark-hall,Mark Hall,2026-05-08,\n")
                        .with("bodies", "body,name,kind,from,to\nforest,Forest,committee,2026-05-08,\n")
                        .with("posts", "post,title,roles,reportsTo,from,to\ndesk,Desk,officer,,2026-05-08,\n")
                        .faults(known))
                .contains("posts.csv 2 from", "wards.csv 2 from", "bodies.csv 2 from");
        assertThat(ended.with("wards", "ward,name,from,to\nmark-hall,Mark Hall,2020-05-08,\n")
                        .events(known))
                .hasSize(1);
    }
}
