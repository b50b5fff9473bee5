package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Election;
import uk.concordat.council.domain.ImportReport.Ended;
import uk.concordat.council.domain.ImportReport.Named;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Post;

/** What becomes of tenures that files leave out: personnel systems write the present ones alone. */
class TenuresTest {

    private static final String PEOPLE = """
            username,name,kind,group,from,to
            ann,Ann,member,,2020-05-08,
            bob,Bob,member,,2020-05-08,
            olu,Olu,officer,,2020-05-08,
            pat,Pat,officer,,2020-05-08,
            """;
    private static final String POSTS = """
            post,title,roles,reportsTo,from,to
            desk,Desk,officer,,2020-05-08,
            """;
    private static final String HOLDERS = "post,username,from,to\n";
    private static final String DEPUTIES = "post,username,from,to\n";
    private static final Sent FIRST = Sent.underTheCitys()
            .with("people", PEOPLE)
            .with("posts", POSTS)
            .with("holders", HOLDERS + "desk,olu,2020-05-08,2023-03-31\ndesk,pat,2023-04-01,\n");

    private static CouncilState known() {
        return FIRST.taken();
    }

    private static Sent holding(String lines) {
        return FIRST.with("holders", HOLDERS + lines);
    }

    private static List<String> holders(CouncilState state) {
        return tenures(state, state.posts().find("desk").orElseThrow().holders());
    }

    private static List<String> tenures(CouncilState state, List<Post.Holder> tenures) {
        return tenures.stream()
                .map(tenure -> "%s %s %s"
                        .formatted(
                                state.person(tenure.person())
                                        .map(Person::username)
                                        .orElseThrow(),
                                tenure.from(),
                                tenure.to().map(LocalDate::toString).orElse("")))
                .sorted()
                .toList();
    }

    @Test
    void a_file_of_present_holders_leaves_who_held_a_post_on_3_march_as_it_was() {
        Sent present = holding("desk,pat,2023-04-01,\n");

        assertThat(present.events(known())).isEmpty();
        assertThat(present.report(known()).missing()).isEmpty();
    }

    @Test
    void a_holder_whom_the_file_leaves_out_stays_and_is_reported() {
        Sent none = holding("");

        assertThat(none.events(known())).isEmpty();
        assertThat(none.report(known()).missing()).containsExactly(new Named("holder", "desk/pat/2023-04-01"));
    }

    @Test
    void whoever_comes_after_ends_the_tenure_before_and_that_is_told() {
        Sent next = holding("desk,olu,2026-06-01,\n");
        CouncilState state = next.taken(known());

        assertThat(holders(state))
                .containsExactly("olu 2020-05-08 2023-03-31", "olu 2026-06-01 ", "pat 2023-04-01 2026-05-31");
        assertThat(next.report(known()).ended())
                .containsExactly(new Ended("holder", "desk/pat/2023-04-01", LocalDate.of(2026, 5, 31)));
        assertThat(next.events(state)).isEmpty();
        assertThat(next.report(state).missing()).isEmpty();
    }

    @Test
    void a_last_day_is_what_its_line_says_later() {
        assertThat(holders(holding("desk,pat,2023-04-01,2026-06-30\n").taken(known())))
                .containsExactly("olu 2020-05-08 2023-03-31", "pat 2023-04-01 2026-06-30");
    }

    @Test
    void one_who_would_come_before_or_beside_who_is_known_is_at_fault() {
        assertThat(holding("desk,olu,2023-04-01,\n").faults(known())).containsExactly("holders.csv 2 from");
        assertThat(holding("desk,pat,2022-01-01,\n").faults(known())).containsExactly("holders.csv 2 from");
    }

    @Test
    void what_was_never_so_is_taken_back_by_saying_it_and_saying_it_again_changes_nothing() {
        Sent mended = FIRST.with(
                "holders", "post,username,from,to,withdrawn\ndesk,pat,2023-04-01,,yes\ndesk,olu,2023-04-01,,no\n");
        CouncilState state = mended.taken(known());

        assertThat(holders(state)).containsExactly("olu 2020-05-08 2023-03-31", "olu 2023-04-01 ");
        assertThat(mended.report(known()).notKnown()).isEmpty();
        assertThat(mended.events(state)).isEmpty();
        assertThat(mended.report(state).notKnown()).containsExactly(new Named("holder", "desk/pat/2023-04-01"));
    }

    @Test
    void whom_a_mistaken_successor_had_ended_is_told_when_that_one_is_taken_back_and_goes_on_when_it_is_said() {
        CouncilState mistaken = holding("desk,olu,2026-06-01,\n").taken(known());
        Sent takenBack = FIRST.with("holders", "post,username,from,to,withdrawn\ndesk,olu,2026-06-01,,yes\n");

        assertThat(takenBack.report(mistaken).ended())
                .containsExactly(new Ended("holder", "desk/pat/2023-04-01", LocalDate.of(2026, 5, 31)));
        assertThat(holders(takenBack.taken(mistaken)))
                .containsExactly("olu 2020-05-08 2023-03-31", "pat 2023-04-01 2026-05-31");
        assertThat(holders(FIRST.with(
                                "holders",
                                "post,username,from,to,withdrawn\ndesk,olu,2026-06-01,,yes\ndesk,pat,2023-04-01,,\n")
                        .taken(mistaken)))
                .containsExactly("olu 2020-05-08 2023-03-31", "pat 2023-04-01 ");
    }

    @Test
    void a_post_that_is_called_like_somebody_who_has_left_has_its_holders_reported_too() {
        Sent left = FIRST.with("people", PEOPLE + "desk,Desk,officer,,2020-05-08,2021-01-01\n");

        assertThat(left.with("holders", HOLDERS).report(left.taken()).missing())
                .containsExactly(new Named("holder", "desk/pat/2023-04-01"));
    }

    @Test
    void an_allocation_to_a_member_is_none_to_the_group_of_that_name() {
        String heading = "username,member,group,from,to\n";
        Sent first = FIRST.with("people", PEOPLE.replace("bob,Bob,member,,", "bob,Bob,member,ann,"))
                .with("allocations", heading + "olu,ann,,2024-01-01,\n");
        Sent both = first.with("allocations", heading + "olu,,ann,2024-01-01,\n");

        assertThat(both.taken(first.taken()).people().find("olu").map(Person::allocations))
                .hasValueSatisfying(allocations -> assertThat(allocations).hasSize(2));
    }

    @Test
    void deputies_and_allocations_go_on_and_end_alike() {
        Sent first = FIRST.with("deputies", DEPUTIES + "desk,olu,2024-01-01,\n")
                .with("allocations", "username,member,group,from,to\nolu,ann,,2024-01-01,\n");
        CouncilState known = first.taken();
        Sent none = first.with("deputies", DEPUTIES).with("allocations", "username,member,group,from,to\n");

        assertThat(none.events(known)).isEmpty();
        assertThat(none.report(known).missing())
                .containsExactly(
                        new Named("deputy", "desk/olu/2024-01-01"),
                        new Named("allocation", "olu/member/ann/2024-01-01"));
        Sent withdrawn = none.with("deputies", "post,username,from,to,withdrawn\ndesk,olu,2024-01-01,,yes\n")
                .with("allocations", "username,member,group,from,to,withdrawn\nolu,ann,,2024-01-01,,yes\n");
        CouncilState without = withdrawn.taken(known);
        assertThat(without.posts().find("desk").map(Post::deputies)).contains(List.of());
        assertThat(without.people().find("olu").map(Person::allocations)).contains(List.of());
    }

    @Test
    void files_may_name_people_who_are_known_and_whom_they_leave_out() {
        Sent without = holding("desk,pat,2023-04-01,2026-06-30\ndesk,olu,2026-07-01,\n")
                .with("people", PEOPLE.replace("olu,Olu,officer,,2020-05-08,\n", ""));

        assertThat(holders(without.taken(known()))).contains("olu 2026-07-01 ");
        assertThat(without.report(known()).missing()).containsExactly(new Named("person", "olu"));
    }

    @Test
    void who_has_left_the_council_is_not_reported_as_missing_from_their_post() {
        Sent left = holding("")
                .with(
                        "people",
                        PEOPLE.replace("pat,Pat,officer,,2020-05-08,", "pat,Pat,officer,,2020-05-08,2026-05-31"));

        assertThat(left.report(known()).missing()).isEmpty();
    }

    @Test
    void members_of_groups_wards_and_bodies_go_on_too() {
        Sent first = FIRST.with(
                        "groups",
                        "group,name,told,from,to\nred,Red,2020-05-08,2020-05-08,\nblue,Blue,2020-05-08,2020-05-08,\n")
                .with(
                        "group-members",
                        "group,username,part,from,to\nred,ann,member,2020-05-08,\nred,ann,leader,2020-05-08,\nblue,bob,member,2020-05-08,\n")
                .with("wards", "ward,name,from,to\nmoor,Moor,2020-05-08,\n")
                .with("ward-members", "ward,username,from,to\nmoor,ann,2020-05-08,\n")
                .with("bodies", "body,name,kind,from,to\nforest,Forest,committee,2020-05-08,\n")
                .with(
                        "body-members",
                        "body,username,part,from,to\nforest,ann,chair,2020-05-08,\nforest,bob,member,2020-05-08,\n");
        CouncilState known = first.taken();
        Sent none = first.with("group-members", "group,username,part,from,to\n")
                .with("ward-members", "ward,username,from,to\n")
                .with("body-members", "body,username,part,from,to\n");

        assertThat(none.events(known)).isEmpty();
        assertThat(none.report(known).missing())
                .extracting(Named::kind)
                .containsOnly("group-member", "ward-member", "body-member")
                .hasSize(6);

        Sent moved = none.with("group-members", "group,username,part,from,to\nblue,ann,member,2026-06-01,\n")
                .with("body-members", "body,username,part,from,to\nforest,bob,chair,2026-06-01,\n");
        assertThat(moved.report(known).ended())
                .extracting(Ended::key)
                .containsExactlyInAnyOrder(
                        "red/ann/member/2020-05-08",
                        "red/ann/leader/2020-05-08",
                        "forest/ann/chair/2020-05-08",
                        "forest/bob/member/2020-05-08");
        assertThat(moved.events(moved.taken(known))).isEmpty();
    }

    @Test
    void an_election_that_was_loaded_by_mistake_is_taken_back_and_there_again_when_it_is_sent_as_one() {
        String heading = "election,name,day,preElectionFrom,preElectionTo,withdrawn\n";
        String next = "next,Next,2027-05-06,2027-03-25,2027-05-06,";
        Sent first = FIRST.with("elections", heading + next + "\n");
        Sent mistaken = FIRST.with("elections", heading + next + "yes\n");
        CouncilState without = mistaken.taken(first.taken());

        assertThat(without.composition().elections().find("next").flatMap(Election::withdrawn))
                .contains(true);
        assertThat(mistaken.events(without)).isEmpty();
        assertThat(FIRST.with("elections", heading).report(without).missing()).isEmpty();
        assertThat(mistaken.events(known())).isEmpty();
        assertThat(mistaken.report(known()).notKnown()).containsExactly(new Named("election", "next"));
        assertThat(first.taken(without).composition().elections().find("next").flatMap(Election::withdrawn))
                .isEmpty();
    }

    @Test
    void groups_wards_bodies_and_elections_that_are_left_out_are_reported() {
        Sent first = FIRST.with("wards", "ward,name,from,to\nmoor,Moor,2020-05-08,\n")
                .with("ward-members", "ward,username,from,to\nmoor,ann,2020-05-08,\n")
                .with(
                        "elections",
                        "election,name,day,preElectionFrom,preElectionTo\nnext,Next,2027-05-06,2027-03-25,2027-05-06\n");
        CouncilState known = first.taken();
        Sent none = first.with("wards", "ward,name,from,to\n")
                .with("elections", "election,name,day,preElectionFrom,preElectionTo\n");

        assertThat(none.events(known)).isEmpty();
        assertThat(none.report(known).missing())
                .containsExactly(new Named("ward", "moor"), new Named("election", "next"));
    }
}
