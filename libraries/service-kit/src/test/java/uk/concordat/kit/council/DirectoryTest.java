package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;
import uk.concordat.protocols.testing.Rule;

/** A desk under a manager under a director under the head; who holds what changes with the day. */
class DirectoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final PersonId OLU = new PersonId(new UUID(1, 1));
    private static final PersonId ANN = new PersonId(new UUID(1, 2));
    private static final PersonId HEAD_OF_ALL = new PersonId(new UUID(1, 3));
    private static final PostId DESK = new PostId(new UUID(2, 1));
    private static final PostId MANAGER = new PostId(new UUID(2, 2));
    private static final PostId DIRECTOR = new PostId(new UUID(2, 3));
    private static final PostId HEAD = new PostId(new UUID(2, 4));

    private static PersonDocument person(PersonId id, String username) {
        return new PersonDocument(
                id.value(),
                username,
                "Name of " + username,
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                FIRST,
                Optional.empty());
    }

    private static PostDocument.Holder holder(PersonId person, String from, String to) {
        return new PostDocument.Holder(
                person.value(),
                LocalDate.parse(from),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private static PostDocument post(PostId id, Optional<PostId> above, PostDocument.Holder... holders) {
        return new PostDocument(
                id.value(),
                "post-" + id.value().getLeastSignificantBits(),
                "A post",
                List.of("role-" + id.value().getLeastSignificantBits()),
                above.map(PostId::value),
                Arrays.asList(holders),
                FIRST,
                Optional.empty());
    }

    private static Directory directory(PostDocument... posts) {
        return new Directory(
                CouncilDocumentTest.council(),
                List.of(person(OLU, "olu"), person(ANN, "ann"), person(HEAD_OF_ALL, "head")),
                Arrays.asList(posts));
    }

    private static final Directory LINE = directory(
            post(DESK, Optional.of(MANAGER), holder(OLU, "2000-01-01", "")),
            post(MANAGER, Optional.of(DIRECTOR), holder(ANN, "2026-07-01", "2026-07-31")),
            post(DIRECTOR, Optional.of(HEAD)),
            post(HEAD, Optional.empty(), holder(HEAD_OF_ALL, "2000-01-01", "")));

    @Test
    void the_line_above_a_post_is_nearest_first_and_ends_at_the_top() {
        assertThat(LINE.lineAbove(DESK, TODAY)).containsExactly(MANAGER, DIRECTOR, HEAD);
        assertThat(LINE.lineAbove(HEAD, TODAY)).isEmpty();
    }

    @Test
    void the_line_above_a_post_that_nobody_knows_is_empty() {
        assertThat(LINE.lineAbove(new PostId(new UUID(9, 9)), TODAY)).isEmpty();
    }

    @Test
    void a_line_that_leads_to_an_unknown_post_names_it_and_ends() {
        PostId gone = new PostId(new UUID(9, 9));

        assertThat(directory(post(DESK, Optional.of(gone))).lineAbove(DESK, TODAY))
                .containsExactly(gone);
    }

    @Test
    void a_circle_in_the_data_ends_the_line() {
        Directory circle = directory(
                post(DESK, Optional.of(MANAGER)),
                post(MANAGER, Optional.of(DIRECTOR)),
                post(DIRECTOR, Optional.of(MANAGER), holder(ANN, "2000-01-01", "")),
                post(HEAD, Optional.of(HEAD)));

        assertThat(circle.lineAbove(DESK, TODAY)).containsExactly(MANAGER, DIRECTOR);
        assertThat(circle.lineAbove(MANAGER, TODAY)).containsExactly(DIRECTOR);
        assertThat(circle.lineAbove(HEAD, TODAY)).isEmpty();
        assertThat(circle.postsBelow(ANN, TODAY)).containsExactlyInAnyOrder(DESK.value(), MANAGER.value());
    }

    @Test
    void who_stands_above_passes_over_a_vacant_post_and_is_asked_for_the_day() {
        assertThat(LINE.isAbove(HEAD_OF_ALL, DESK, TODAY)).isTrue();
        assertThat(LINE.isAbove(ANN, DESK, TODAY)).isTrue();
        assertThat(LINE.isAbove(ANN, DESK, TODAY.minusDays(1))).isFalse();
        assertThat(LINE.isAbove(ANN, DESK, LocalDate.of(2026, 7, 31))).isTrue();
        assertThat(LINE.isAbove(ANN, DESK, LocalDate.of(2026, 8, 1))).isFalse();
        assertThat(LINE.isAbove(OLU, DESK, TODAY)).isFalse();
        assertThat(LINE.isAbove(OLU, MANAGER, TODAY)).isFalse();
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void a_member_whose_post_officers_report_to_neither_holds_theirs_nor_stands_above_it() {
        PersonDocument leader = new PersonDocument(
                HEAD_OF_ALL.value(),
                "leader",
                "Leader",
                PersonKind.MEMBER,
                Optional.empty(),
                Optional.empty(),
                FIRST,
                Optional.empty());
        Directory underTheLeader = new Directory(
                CouncilDocumentTest.council(),
                List.of(person(ANN, "ann"), leader),
                List.of(
                        post(DESK, Optional.of(MANAGER), holder(HEAD_OF_ALL, "2000-01-01", "")),
                        post(MANAGER, Optional.of(DIRECTOR), holder(HEAD_OF_ALL, "2000-01-01", "")),
                        post(DIRECTOR, Optional.empty(), holder(ANN, "2000-01-01", ""))));

        assertThat(underTheLeader.holds(HEAD_OF_ALL, DESK, TODAY)).isFalse();
        assertThat(underTheLeader.isAbove(HEAD_OF_ALL, DESK, TODAY)).isFalse();
        assertThat(underTheLeader.postsHeldAsOfficer(HEAD_OF_ALL, TODAY)).isEmpty();
        assertThat(underTheLeader.postsBelow(HEAD_OF_ALL, TODAY)).isEmpty();
        assertThat(underTheLeader.isAbove(ANN, DESK, TODAY)).isTrue();
        assertThat(underTheLeader.reportingLine(DESK, TODAY))
                .isEqualTo(new ReportingLine(
                        Optional.of(new ReportingLine.Step(DESK, Optional.empty(), ToldAs.LINE_MANAGER)),
                        List.of(new ReportingLine.Step(DIRECTOR, Optional.of(ANN), ToldAs.LINE_MANAGER))));
    }

    @Test
    void a_past_day_has_the_line_roles_and_terms_that_a_post_had_then() {
        LocalDate yesterday = TODAY.minusDays(1);
        Directory moved = directory(
                new PostDocument(
                        DESK.value(),
                        "desk",
                        "Complaints desk",
                        List.of("member-services"),
                        Optional.of(MANAGER.value()),
                        List.of(holder(OLU, "2000-01-01", "")),
                        FIRST,
                        Optional.empty(),
                        List.of(),
                        PostDocument.Terms.NONE,
                        List.of(new PostDocument.Was(
                                yesterday,
                                "Desk",
                                List.of("officer"),
                                Optional.of(HEAD.value()),
                                new PostDocument.Terms(
                                        Optional.of("Housing"), Optional.of("junior"), true, Optional.empty())))),
                post(MANAGER, Optional.empty(), holder(ANN, "2000-01-01", "")),
                post(HEAD, Optional.empty(), holder(HEAD_OF_ALL, "2000-01-01", "")));

        assertThat(moved.lineAbove(DESK, yesterday)).containsExactly(HEAD);
        assertThat(moved.lineAbove(DESK, TODAY)).containsExactly(MANAGER);
        assertThat(moved.isAbove(HEAD_OF_ALL, DESK, FIRST)).isTrue();
        assertThat(moved.isAbove(HEAD_OF_ALL, DESK, TODAY)).isFalse();
        assertThat(moved.postsBelow(ANN, yesterday)).isEmpty();
        assertThat(moved.postsBelow(ANN, TODAY)).containsExactly(DESK.value());
        assertThat(moved.hasRole(OLU, "member-services", yesterday)).isFalse();
        assertThat(moved.hasRole(OLU, "member-services", TODAY)).isTrue();
        assertThat(moved.postsWithRole("officer", yesterday))
                .singleElement()
                .satisfies(post -> assertThat(post.title()).isEqualTo("Desk"));
        assertThat(moved.postsWithRole("officer", TODAY)).isEmpty();
        assertThat(moved.isOfGrade(OLU, "junior", yesterday)).isTrue();
        assertThat(moved.isOfGrade(OLU, "junior", TODAY)).isFalse();
        assertThat(moved.isPoliticallyRestricted(OLU, yesterday)).isTrue();
        assertThat(moved.isPoliticallyRestricted(OLU, TODAY)).isFalse();
    }

    @Test
    void a_vacant_post_has_no_holder() {
        assertThat(LINE.holder(DIRECTOR, TODAY)).isEmpty();
        assertThat(LINE.holder(new PostId(new UUID(9, 9)), TODAY)).isEmpty();
        assertThat(LINE.holder(DESK, TODAY)).contains(OLU);
    }

    @Test
    void all_posts_below_are_found_through_every_step_of_the_line() {
        assertThat(LINE.postsBelow(HEAD_OF_ALL, TODAY))
                .containsExactlyInAnyOrder(DESK.value(), MANAGER.value(), DIRECTOR.value());
        assertThat(LINE.postsBelow(ANN, TODAY)).containsExactly(DESK.value());
        assertThat(LINE.postsBelow(ANN, TODAY.minusDays(1))).isEmpty();
        assertThat(LINE.postsBelow(OLU, TODAY)).isEmpty();
    }

    @Test
    void each_of_two_who_hold_a_post_stands_above_what_is_below_it() {
        Directory shared = directory(
                post(DESK, Optional.of(MANAGER)),
                post(MANAGER, Optional.empty(), holder(ANN, "2000-01-01", ""), holder(OLU, "2000-01-01", "")));

        for (PersonId each : List.of(ANN, OLU)) {
            assertThat(shared.isAbove(each, DESK, TODAY)).isTrue();
            assertThat(shared.postsBelow(each, TODAY)).containsExactly(DESK.value());
        }
    }

    @Test
    void a_post_that_has_ended_is_nobodys_whoever_is_written_down_for_it() {
        Directory ended = directory(
                new PostDocument(
                        MANAGER.value(),
                        "manager",
                        "Manager",
                        List.of("line-manager"),
                        Optional.empty(),
                        List.of(holder(ANN, "2000-01-01", "")),
                        LocalDate.of(2026, 1, 1),
                        Optional.of(LocalDate.of(2026, 6, 30))),
                post(DESK, Optional.of(MANAGER)));

        for (LocalDate in : List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30))) {
            assertThat(ended.holder(MANAGER, in)).contains(ANN);
            assertThat(ended.postsOf(ANN, in)).hasSize(1);
            assertThat(ended.isAbove(ANN, DESK, in)).isTrue();
            assertThat(ended.hasRole(ANN, "line-manager", in)).isTrue();
        }
        for (LocalDate out : List.of(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 7, 1))) {
            assertThat(ended.holder(MANAGER, out)).isEmpty();
            assertThat(ended.postsOf(ANN, out)).isEmpty();
            assertThat(ended.isAbove(ANN, DESK, out)).isFalse();
            assertThat(ended.hasRole(ANN, "line-manager", out)).isFalse();
        }
    }

    @Test
    void roles_come_with_the_posts_that_are_held_today() {
        assertThat(LINE.hasRole(ANN, "role-2", TODAY)).isTrue();
        assertThat(LINE.hasRole(ANN, "role-2", TODAY.minusDays(1))).isFalse();
        assertThat(LINE.hasRole(ANN, "role-1", TODAY)).isFalse();
    }

    @Test
    void a_person_answers_in_the_post_they_hold_and_without_one_in_none() {
        assertThat(LINE.responsible(OLU, TODAY)).contains(Responsible.officer(DESK, OLU));
        assertThat(LINE.responsible(ANN, TODAY.minusDays(1))).isEmpty();
    }

    @Test
    void people_are_found_by_id_and_by_username() {
        assertThat(LINE.person("olu").map(PersonDocument::id)).contains(OLU.value());
        assertThat(LINE.person(OLU).map(PersonDocument::username)).contains("olu");
        assertThat(LINE.person("nobody")).isEmpty();
        assertThat(LINE.person(new PersonId(new UUID(9, 9)))).isEmpty();
    }

    @Test
    void a_day_is_the_day_in_the_council() {
        assertThat(LINE.day(Instant.parse("2026-07-01T22:59:59Z"))).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(LINE.day(Instant.parse("2026-07-01T23:00:00Z"))).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(LINE.day(Instant.parse("2026-12-31T23:59:59Z"))).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void the_calendar_knows_the_councils_own_days_and_says_which_state_of_them_it_is() {
        assertThat(LINE.calendar().whyNotWorking(LocalDate.of(2026, 12, 29))).contains("Council closure");
        assertThat(LINE.calendar().version()).endsWith("+harlow/7");
    }
}
