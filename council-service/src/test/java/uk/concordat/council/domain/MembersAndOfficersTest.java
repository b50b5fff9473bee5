package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.testing.Rule;

/** What members hold and what officers hold, and that no officer's line leads to a member. */
class MembersAndOfficersTest {

    private static final Council COUNCIL = new Council();

    private static final PersonLine OLU = person(2, "olu", "officer");
    private static final PersonLine RUTH = person(3, "ruth", "member");

    private static PersonLine person(long line, String username, String kind) {
        return new PersonLine(
                line, username, username, kind, Optional.empty(), Optional.empty(), FIRST, Optional.empty());
    }

    private static PostLine post(long line, String post, String role, String reportsTo) {
        return new PostLine(
                line,
                post,
                "Title of " + post,
                Optional.of(role).filter(each -> !each.isEmpty()).stream().toList(),
                Optional.of(reportsTo).filter(above -> !above.isEmpty()),
                FIRST,
                Optional.empty());
    }

    private static CouncilFiles files(List<PostLine> posts, HolderLine... holders) {
        return new CouncilFiles(profile(Optional.of(PACK)), List.of(OLU, RUTH), posts, List.of(holders));
    }

    private static List<String> faults(CouncilFiles files) {
        return faults(given(COUNCIL).when(take(files)).refusal());
    }

    private static List<String> faults(CouncilRefusal refusal) {
        return ((ImportRefusal) refusal)
                .faults().stream()
                        .map(fault -> (fault.file() + " " + fault.line() + " " + fault.column()).strip())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({"officer, leader", "officer, ''", "'', leader", "'', ''"})
    @Rule({"COL-20", "HAR-33"})
    void an_officers_post_does_not_report_to_a_members(String officersRole, String membersRole) {
        assertThat(faults(files(
                        List.of(post(2, "leader", membersRole, ""), post(3, "desk", officersRole, "leader")),
                        holder(2, "leader", "ruth", "2020-05-08", ""),
                        holder(3, "desk", "olu", "2000-01-01", ""))))
                .containsExactly("posts.csv 3 reportsTo");
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void an_officers_post_does_not_report_to_one_with_a_members_role_that_is_vacant() {
        assertThat(faults(files(List.of(post(2, "leader", "leader", ""), post(3, "desk", "officer", "leader")))))
                .containsExactly("posts.csv 3 reportsTo");
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void what_nobody_has_held_between_an_officers_post_and_a_members_hides_nothing() {
        assertThat(faults(files(List.of(
                        post(2, "leader", "leader", ""),
                        post(3, "cabinet-office", "", "leader"),
                        post(4, "desk", "officer", "cabinet-office"),
                        post(5, "counter", "officer", "desk")))))
                .containsExactly("posts.csv 4 reportsTo");
    }

    @Test
    void members_posts_may_stand_under_each_other_and_officers_under_officers() {
        assertThat(given(COUNCIL)
                        .when(take(files(
                                List.of(
                                        post(2, "leader", "leader", ""),
                                        post(3, "deputy", "deputy-leader", "leader"),
                                        post(4, "chief", "head-of-paid-service", ""),
                                        post(5, "desk", "officer", "chief")),
                                holder(2, "deputy", "ruth", "2020-05-08", ""))))
                        .events())
                .isNotEmpty();
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void a_manager_who_becomes_a_member_is_told_where_the_posts_are_not_sent() {
        var known = given(COUNCIL)
                .when(take(files(
                        List.of(post(2, "manager", "", ""), post(3, "desk", "officer", "manager")),
                        holder(2, "manager", "olu", "2000-01-01", ""))))
                .and();
        var elected =
                new CouncilFiles(profile(Optional.of(PACK)), List.of(person(2, "olu", "member")), List.of(), List.of());

        assertThat(faults(known.when(take(elected)).refusal())).containsExactly("council.csv 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-services", "head-of-paid-service", "monitoring-officer", "officer"})
    @Rule({"COL-20", "HAR-33"})
    void a_member_has_no_officers_role_whether_or_not_the_post_is_restricted(String role) {
        assertThat(faults(files(List.of(post(2, "post", role, "")), holder(2, "post", "ruth", "2020-05-08", ""))))
                .containsExactly("holders.csv 2 username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief-commoner", "leader", "chair", "group-whip"})
    void an_officer_has_no_members_role(String role) {
        assertThat(faults(files(List.of(post(2, "post", role, "")), holder(2, "post", "olu", "2020-05-08", ""))))
                .containsExactly("holders.csv 2 username");
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void a_member_does_not_stand_in_for_an_officer() {
        var sent = new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(OLU, RUTH),
                List.of(post(2, "post", "member-services", "")),
                List.of(),
                Optional.of(
                        List.of(new DeputyLine(2, "post", "ruth", LocalDate.parse("2020-05-08"), Optional.empty()))),
                Optional.empty());

        assertThat(faults(sent)).containsExactly("deputies.csv 2 username");
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void a_post_that_gets_an_officers_role_while_a_member_is_known_as_its_deputy_is_told() {
        var known = given(COUNCIL)
                .when(take(new CouncilFiles(
                        profile(Optional.of(PACK)),
                        List.of(OLU, RUTH),
                        List.of(post(2, "post", "", "")),
                        List.of(),
                        Optional.of(List.of(
                                new DeputyLine(2, "post", "ruth", LocalDate.parse("2020-05-08"), Optional.empty()))),
                        Optional.empty())))
                .and();

        assertThat(faults(known.when(take(files(List.of(post(2, "post", "director", "")))))
                        .refusal()))
                .containsExactly("posts.csv 2 roles");
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void who_becomes_a_member_while_known_in_an_officers_role_is_told() {
        var known = given(COUNCIL)
                .when(take(files(
                        List.of(post(2, "post", "member-services", "")), holder(2, "post", "olu", "2020-05-08", ""))))
                .and();
        var elected =
                new CouncilFiles(profile(Optional.of(PACK)), List.of(person(2, "olu", "member")), List.of(), List.of());

        assertThat(faults(known.when(take(elected)).refusal())).containsExactly("people.csv 2 kind");
    }

    @ParameterizedTest
    @CsvSource({"'', officer", "member-services, ''"})
    @Rule({"COL-20", "HAR-33"})
    void a_group_of_the_directory_gives_a_member_neither_an_officers_role_nor_officers_below(
            String role, String roleBelow) {
        var known = given(COUNCIL)
                .when(take(files(List.of(post(2, "post", role, ""), post(3, "desk", roleBelow, "post")))))
                .and();

        assertThat(known.when(new ProvisionGroup(
                                new DirectoryGroup(
                                        UUID.randomUUID(),
                                        "Post",
                                        Optional.empty(),
                                        List.of(known.state()
                                                .people()
                                                .find("ruth")
                                                .orElseThrow()
                                                .id())),
                                true,
                                Optional.of("post"),
                                ProvisionedPeopleTest.on(LocalDate.of(2026, 7, 10), PeopleMaster.CSV)))
                        .refusal()
                        .code())
                .isEqualTo("post-closed");
    }

    @ParameterizedTest
    @CsvSource({"member, leader", "officer, member-services"})
    @Rule({"COL-20", "HAR-33"})
    void of_a_post_that_older_data_gives_them_somebody_has_the_roles_of_their_kind(String kind, String theirs) {
        PersonId id = new PersonId(UUID.randomUUID());
        CouncilState known = List.<CouncilEvent>of(
                        new PersonRecorded(
                                id, "ruth", "Ruth", kind, Optional.empty(), Optional.empty(), FIRST, Optional.empty()),
                        new PostRecorded(new Post(
                                new PostId(UUID.randomUUID()),
                                "post",
                                "Post",
                                List.of("leader", "member-services"),
                                Optional.empty(),
                                List.of(new Post.Holder(id, FIRST, Optional.empty())),
                                FIRST,
                                Optional.empty())))
                .stream()
                .reduce(CouncilState.unknown(), COUNCIL::evolve, (_, last) -> last);

        assertThat(known.rolesOf(id, LocalDate.of(2026, 7, 1))).containsExactly(theirs);
    }

    @Test
    void a_line_of_ten_thousand_posts_is_looked_at_and_its_circle_found() {
        List<PostLine> line = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            line.add(post(i + 2L, "post-" + i, "", i == 0 ? "post-9" : "post-" + (i - 1)));
        }

        assertThat(faults(files(line))).hasSize(10).first().isEqualTo("posts.csv 2 reportsTo");
    }
}
