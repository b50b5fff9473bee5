package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.person;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.eventsourcing.testkit.Scenario;

/** What a post was until the day on which a change was recorded. */
class EarlierPostsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);

    private static final Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> KNOWN = given(
                    new Council())
            .when(sent("officer", "chief", FIRST, LocalDate.of(2020, 1, 1)))
            .and();

    private static ImportFiles sent(String role, String above, LocalDate from, LocalDate today) {
        return take(
                new CouncilFiles(
                        profile(Optional.of(PACK)),
                        List.of(person(2, "olu", "Olu")),
                        List.of(
                                post("chief", "head-of-paid-service", Optional.empty(), FIRST),
                                post("director", "director", Optional.empty(), FIRST),
                                post("desk", role, Optional.of(above), from)),
                        List.of()),
                today);
    }

    private static PostLine post(String post, String role, Optional<String> above, LocalDate from) {
        return new PostLine(2, post, "Title of " + post, List.of(role), above, from, Optional.empty());
    }

    private static Post desk(Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> known) {
        return known.state().posts().find("desk").orElseThrow();
    }

    private static Post.Was until(
            LocalDate day,
            String role,
            String above,
            Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> known) {
        return new Post.Was(
                day,
                "Title of desk",
                List.of(role),
                known.state().posts().find(above).map(Post::id),
                Post.Terms.NONE);
    }

    @Test
    void a_post_that_has_never_been_another_was_nothing_else() {
        assertThat(desk(KNOWN).earlier()).isEmpty();
    }

    @Test
    void it_was_until_yesterday_what_it_is_no_more_today() {
        var moved = KNOWN.when(sent("officer", "director", FIRST, MONDAY)).and();
        var promoted =
                moved.when(sent("line-manager", "director", FIRST, TUESDAY)).and();

        assertThat(desk(moved).reportsTo())
                .isEqualTo(moved.state().posts().find("director").map(Post::id));
        assertThat(desk(moved).earlier()).containsExactly(until(MONDAY.minusDays(1), "officer", "chief", moved));
        assertThat(desk(promoted).earlier())
                .containsExactly(
                        until(MONDAY.minusDays(1), "officer", "chief", promoted),
                        until(MONDAY, "officer", "director", promoted));
    }

    @Test
    void the_same_line_on_a_later_day_changes_nothing() {
        KNOWN.when(sent("officer", "director", FIRST, MONDAY))
                .and()
                .when(sent("officer", "director", FIRST, TUESDAY))
                .thenNothing();
    }

    @Test
    void what_is_changed_twice_in_a_day_was_never_what_it_was_between() {
        var twice = KNOWN.when(sent("officer", "director", FIRST, MONDAY))
                .and()
                .when(sent("line-manager", "director", FIRST, MONDAY))
                .and();
        var back = twice.when(sent("officer", "chief", FIRST, MONDAY)).and();

        assertThat(desk(twice).earlier()).containsExactly(until(MONDAY.minusDays(1), "officer", "chief", twice));
        assertThat(desk(back)).isEqualTo(desk(KNOWN));
    }

    @Test
    void a_post_that_is_still_to_begin_has_been_nothing_before() {
        var ahead = KNOWN.when(sent("officer", "chief", TUESDAY, MONDAY)).and();

        assertThat(desk(ahead.when(sent("officer", "director", TUESDAY, TUESDAY))
                                .and())
                        .earlier())
                .isEmpty();
    }

    @Test
    void its_holders_and_its_days_have_days_of_their_own() {
        var begunLater =
                KNOWN.when(sent("officer", "chief", FIRST.plusDays(1), MONDAY)).and();

        assertThat(desk(begunLater).from()).isEqualTo(FIRST.plusDays(1));
        assertThat(desk(begunLater).earlier()).isEmpty();
    }
}
