package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.council.domain.ProvisionedPeopleTest.on;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.ProvisioningEvent.GroupMembersChanged;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.testing.Rule;

/** Groups of a directory; the desk of Harlow's files is held by Olu until June 2026 and by Ann since. */
class ProvisionedGroupsTest {

    private static final Council COUNCIL = new Council();
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);
    private static final UUID GROUP = UUID.fromString("01980000-0000-7000-8000-000000000007");

    private static Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> loaded() {
        return given(COUNCIL).when(take(files())).and();
    }

    private static PersonId id(
            Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> known, String username) {
        return known.state().people().find(username).orElseThrow().id();
    }

    private static ProvisionGroup desk(boolean isNew, PersonId... members) {
        return new ProvisionGroup(
                new DirectoryGroup(GROUP, "Desk", Optional.empty(), List.of(members)),
                isNew,
                Optional.of("desk"),
                on(TODAY, PeopleMaster.CSV));
    }

    private static List<Post.Holder> holders(CouncilState state) {
        return state.posts().find("desk").orElseThrow().holders();
    }

    @Test
    void its_one_member_holds_the_post_from_today_and_whoever_held_it_until_yesterday() {
        var known = loaded();

        var held = known.when(desk(true, id(known, "olu"))).and();

        assertThat(holders(held.state()))
                .containsExactly(
                        new Post.Holder(id(known, "olu"), FIRST, Optional.of(LocalDate.of(2026, 6, 30))),
                        new Post.Holder(id(known, "ann"), LocalDate.of(2026, 7, 1), Optional.of(TODAY.minusDays(1))),
                        new Post.Holder(id(known, "olu"), TODAY, Optional.empty()));
        held.when(desk(false, id(known, "olu"))).thenNothing();
    }

    @Test
    void a_member_who_holds_it_already_and_a_new_group_without_members_change_nothing() {
        var known = loaded();

        assertThat(holders(known.when(desk(true)).and().state())).isEqualTo(holders(known.state()));
        assertThat(holders(known.when(desk(true, id(known, "ann"))).and().state()))
                .isEqualTo(holders(known.state()));
    }

    @Test
    void without_its_member_or_without_the_group_the_post_is_vacant_from_tomorrow() {
        var known = loaded();
        var held = known.when(desk(true, id(known, "olu"))).and();

        Stream.of(desk(false), new WithdrawGroup(GROUP, Optional.of("desk"), on(TODAY, PeopleMaster.CSV)))
                .forEach(end -> assertThat(holders(held.when(end).and().state()))
                        .last()
                        .isEqualTo(new Post.Holder(id(known, "olu"), TODAY, Optional.of(TODAY))));
    }

    private static ProvisionGroup staff(boolean isNew, PersonId... members) {
        return new ProvisionGroup(
                DirectoryGroup.of(GROUP, "Staff", Optional.empty(), List.of(members)),
                isNew,
                Optional.empty(),
                on(TODAY, PeopleMaster.CSV));
    }

    @Test
    void of_a_group_only_who_comes_and_goes_is_recorded_in_whatever_order_members_are_told() {
        var known = loaded();
        PersonId olu = id(known, "olu");
        PersonId ann = id(known, "ann");
        var withOlu = known.when(staff(true, olu)).and();

        var both = withOlu.when(staff(false, olu, ann))
                .then(new GroupMembersChanged(
                        GROUP,
                        List.of(ann),
                        List.of(),
                        on(TODAY, PeopleMaster.CSV).now()));

        both.when(staff(false, ann, olu, ann)).thenNothing();
        var left = both.when(new WithdrawPerson(olu, Map.of(), NOW));
        assertThat(left.events())
                .last()
                .isEqualTo(new ProvisioningEvent.GroupProvisioned(
                        GROUP, "Staff", Optional.empty(), List.of(ann), NOW.now()));
        assertThat(left.and().state().provisioning().group(GROUP).orElseThrow().members())
                .containsExactly(ann);
    }

    @Test
    void two_members_a_post_that_is_not_there_and_nobody_are_refused() {
        var known = loaded();

        assertThat(known.when(desk(true, id(known, "olu"), id(known, "ann")))
                        .refusal()
                        .code())
                .isEqualTo("several-holders");
        assertThat(known.when(desk(true, new PersonId(UUID.randomUUID())))
                        .refusal()
                        .code())
                .isEqualTo("no-such-member");
        assertThat(known.when(new ProvisionGroup(
                                desk(true, id(known, "olu")).group(),
                                true,
                                Optional.of("throne"),
                                on(TODAY, PeopleMaster.CSV)))
                        .refusal()
                        .code())
                .isEqualTo("no-such-post");
    }

    @Test
    @Rule("CC-32")
    void a_member_is_given_no_politically_restricted_post_by_a_group() {
        Post desk = new Post(
                new PostId(UUID.randomUUID()),
                "desk",
                "Desk",
                List.of(),
                Optional.empty(),
                List.of(),
                FIRST,
                Optional.empty(),
                List.of(),
                new Post.Terms(Optional.empty(), Optional.empty(), true, Optional.empty()));
        PersonId ruth = new PersonId(UUID.randomUUID());
        var known = given(
                COUNCIL,
                new CouncilEvent.PostRecorded(desk),
                new CouncilEvent.PersonRecorded(
                        ruth, "ruth", "Ruth", "member", Optional.empty(), Optional.empty(), FIRST, Optional.empty()));

        assertThat(known.when(desk(true, ruth)).refusal().code()).isEqualTo("post-closed");
    }

    private static final ProvisioningSituation NOW = on(TODAY, PeopleMaster.SCIM);

    @Test
    void who_is_withdrawn_is_in_no_group_and_the_post_they_have_by_one_is_vacant_from_tomorrow() {
        var known = loaded();
        PersonId olu = id(known, "olu");

        var withdrawn = known.when(desk(true, olu))
                .and()
                .when(new WithdrawPerson(olu, Map.of(GROUP, "desk"), NOW))
                .and();

        assertThat(withdrawn.state().provisioning().group(GROUP).orElseThrow().members())
                .isEmpty();
        assertThat(holders(withdrawn.state())).last().isEqualTo(new Post.Holder(olu, TODAY, Optional.of(TODAY)));
        assertThat(holders(withdrawn.when(desk(false, id(known, "ann"))).and().state()))
                .last()
                .isEqualTo(new Post.Holder(id(known, "ann"), TODAY, Optional.empty()));
        assertThat(withdrawn.when(desk(false, olu)).refusal().code()).isEqualTo("no-such-member");
    }

    @Test
    void a_group_that_kept_somebody_withdrawn_lets_go_of_them_when_it_is_told_of_next() {
        var known = loaded();
        PersonId olu = id(known, "olu");
        var kept = known.when(desk(true, olu))
                .and()
                .when(new WithdrawPerson(olu, Map.of(), NOW))
                .and();
        CouncilState withOlu = COUNCIL.evolve(
                kept.state(),
                new ProvisioningEvent.GroupProvisioned(GROUP, "Desk", Optional.empty(), List.of(olu), NOW.now()));

        assertThat(COUNCIL.decide(desk(false, olu, id(known, "ann")), withOlu)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void nobody_who_is_not_in_office_is_given_a_post_and_whoever_holds_it_stays() {
        var known = loaded();
        PersonId olu = id(known, "olu");

        var deactivated = known.when(ProvisionedPeopleTest.told(
                        olu, ProvisionedPeopleTest.entry("olu", "Olu Adeyemi", false), TODAY, PeopleMaster.SCIM))
                .and();

        assertThat(deactivated.when(desk(true, olu)).refusal().code()).isEqualTo("not-in-office");
    }
}
