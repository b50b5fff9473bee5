package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.ProvisionedPeopleTest.loaded;
import static uk.concordat.council.domain.ProvisionedPeopleTest.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.Post.Holder;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** A directory's groups and the posts they stand for, in whatever order groups, members and configuration come. */
class PostsOfGroupsTest {

    private static final Council COUNCIL = new Council();
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);
    private static final UUID GROUP = UUID.fromString("01980000-0000-7000-8000-000000000007");
    private static final PostsOfGroups DESK = new PostsOfGroups(Map.of(GROUP, "desk"));

    private final Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> known = loaded();
    private final PersonId olu = id("olu");
    private final PersonId ann = id("ann");

    private PersonId id(String username) {
        return known.state().people().find(username).orElseThrow().id();
    }

    private static ProvisionGroup group(String name, Optional<String> post, PersonId... members) {
        return new ProvisionGroup(
                new DirectoryGroup(GROUP, name, Optional.empty(), List.of(members)),
                true,
                post,
                on(TODAY, PeopleMaster.CSV));
    }

    private static ProvisionGroup notConfigured(PersonId... members) {
        return group("Desk", Optional.empty(), members);
    }

    private static ProvisionGroup desk(PersonId... members) {
        return group("Desk", Optional.of("desk"), members);
    }

    private static Holder last(CouncilState state) {
        return state.posts().find("desk").orElseThrow().holders().getLast();
    }

    @Test
    void a_member_who_is_taken_out_and_put_in_again_on_one_day_holds_the_post_on() {
        var again =
                known.when(desk(olu)).and().when(desk()).and().when(desk(olu)).and();

        assertThat(last(again.state())).isEqualTo(new Holder(olu, TODAY, Optional.empty()));
        again.when(desk(olu)).thenNothing();
    }

    @Test
    void a_group_that_was_there_before_it_was_configured_gives_its_post_when_it_is_told_of_again() {
        var before = known.when(notConfigured(olu)).and();
        assertThat(DESK.given(before.state(), TODAY)).isEmpty();

        var configured = before.when(desk(olu)).and();

        assertThat(last(configured.state())).isEqualTo(new Holder(olu, TODAY, Optional.empty()));
        assertThat(DESK.given(configured.state(), TODAY)).containsExactly("desk");
    }

    @Test
    void a_group_that_is_called_as_one_that_stands_for_a_post_gives_it() {
        var renamed = known.when(group("Any Desk", Optional.empty(), olu))
                .and()
                .when(desk(olu))
                .and();

        assertThat(last(renamed.state()).person()).isEqualTo(olu);
    }

    @Test
    void files_say_who_holds_a_post_until_its_group_does() {
        assertThat(DESK.given(known.state(), TODAY)).isEmpty();
        assertThat(DESK.given(known.when(desk()).and().state(), TODAY)).isEmpty();
        assertThat(DESK.given(known.when(desk(olu)).and().state(), TODAY)).containsExactly("desk");
    }

    @Test
    void
            a_group_of_several_from_before_it_was_configured_may_lose_one_after_the_other_and_who_is_left_holds_the_post() {
        var several = known.when(notConfigured(olu, ann)).and();

        assertThat(several.when(group("Renamed", Optional.of("desk"), olu, ann))
                        .and()
                        .state()
                        .posts()
                        .find("desk"))
                .isEqualTo(known.state().posts().find("desk"));
        assertThat(last(several.when(desk(olu)).and().state())).isEqualTo(new Holder(olu, TODAY, Optional.empty()));
    }

    @Test
    void who_is_in_such_a_group_and_does_not_hold_its_post_is_told_as_a_loss() {
        var several = known.when(notConfigured(olu, ann)).and();

        assertThat(ProvisioningLoss.of(several.state(), DESK, TODAY))
                .containsExactly(new ProvisioningLoss("olu", "groups"));
        assertThat(ProvisioningLoss.of(several.when(desk(olu)).and().state(), DESK, TODAY))
                .isEmpty();
    }

    private Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> withDesk(
            LocalDate from, LocalDate to, Holder... holders) {
        Post desk = new Post(
                new PostId(UUID.randomUUID()),
                "desk",
                "Desk",
                List.of(),
                Optional.empty(),
                List.of(holders),
                from,
                Optional.of(to));
        return Scenario.given(
                COUNCIL,
                CouncilEvent.PersonRecorded.of(known.state().person(olu).orElseThrow()),
                new PostRecorded(desk));
    }

    @Test
    void nobody_new_is_put_into_the_group_of_a_post_that_has_ended_or_has_not_begun() {
        var ended = withDesk(FIRST, TODAY.minusDays(1));
        var ahead = withDesk(TODAY.plusDays(1), TODAY.plusDays(90));

        assertThat(ended.when(desk(olu)).refusal().code()).isEqualTo("no-post-today");
        assertThat(ahead.when(desk(olu)).refusal().code()).isEqualTo("no-post-today");
    }

    @Test
    void nobody_is_kept_in_a_group_and_no_group_kept_by_a_post_that_is_over_or_not_there() {
        var ended = withDesk(FIRST, TODAY.minusDays(1)).when(notConfigured(olu)).and();
        var nowhere = known.when(notConfigured(olu, ann)).and();
        var now = on(TODAY, PeopleMaster.CSV);

        assertThat(ended.when(desk())
                        .and()
                        .state()
                        .provisioning()
                        .group(GROUP)
                        .orElseThrow()
                        .members())
                .isEmpty();
        assertThat(nowhere.when(group("Desk", Optional.of("throne"), olu)).events())
                .hasSize(1);
        assertThat(nowhere.when(new WithdrawGroup(GROUP, Optional.of("throne"), now))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_post_is_held_by_a_group_until_it_ends() {
        var held = withDesk(FIRST, TODAY.plusDays(90)).when(desk(olu)).and();

        assertThat(last(held.state())).isEqualTo(new Holder(olu, TODAY, Optional.of(TODAY.plusDays(90))));
    }
}
