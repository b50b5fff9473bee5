package uk.concordat.council.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.Career;
import uk.concordat.council.domain.Composition;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Post;
import uk.concordat.council.domain.Proclamation;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.Provisioning;
import uk.concordat.kit.testing.StoredExamples;

class StoredExamplesTest extends StoredExamples<CouncilState, CouncilEvent> {

    StoredExamplesTest() {
        super(CouncilEventTypes.table(), new Council().initial(), new Council()::evolve);
    }

    @Override
    protected List<CouncilEvent> written() {
        return Written.events();
    }

    @Override
    protected String describe(CouncilState state) {
        return describe(
                state,
                "%s; proclaimed %d, in force %d; %s; %s"
                        .formatted(
                                state.profile()
                                        .map(StoredExamplesTest::describe)
                                        .orElse("no profile"),
                                state.proclamations().size(),
                                state.proclamations().values().stream()
                                        .filter(Proclamation::isInForce)
                                        .count(),
                                state.people()
                                        .find("member-red-1")
                                        .map(StoredExamplesTest::describe)
                                        .orElse("no member"),
                                state.posts()
                                        .find("leader-red")
                                        .map(StoredExamplesTest::describe)
                                        .orElse("no post")));
    }

    /** Of who makes up the council only what there is: the states before it was known say nothing of it. */
    private static String describe(CouncilState state, String rest) {
        StringBuilder said = new StringBuilder(rest);
        Composition composition = state.composition();
        Provisioning provisioning = state.provisioning();
        state.settings().changes().stream()
                .filter(change -> change.by().isPresent())
                .forEach(change -> said.append("; set by officers from %s: rungs %d, targets %d, quiet from %s"
                        .formatted(
                                change.from(),
                                change.settings().days().rungWorkingDays().orElse(0),
                                change.settings().targets().size(),
                                change.settings().quietHours().orElseThrow().from())));
        if (!state.closures().byFirstDay().isEmpty()) {
            said.append("; offices closed from ")
                    .append(state.closures().inForce().stream()
                            .map(closure -> closure.closed().from())
                            .toList());
            state.closures().inForce().stream()
                    .filter(closure -> closure.shortened().isPresent())
                    .forEach(closure -> said.append("; only until ").append(closure.to()));
        }
        int acts = state.adoptions().acts().size();
        if (acts > 0) {
            said.append("; protocols from %s after %d %s"
                    .formatted(
                            state.profile().orElseThrow().protocols().stream()
                                    .map(Profile.Adopted::from)
                                    .toList(),
                            acts,
                            acts == 1 ? "act" : "acts"));
        }
        composition
                .groups()
                .find("red")
                .ifPresent(group -> said.append("; a group with days in the administration: ")
                        .append(group.administration().size()));
        composition
                .memberships()
                .all()
                .values()
                .forEach(of -> said.append("; parts in groups: ")
                        .append(of.memberships().size()));
        composition
                .wards()
                .find("mark-hall")
                .ifPresent(ward -> said.append("; a ward with members: ")
                        .append(ward.members().size()));
        composition
                .bodies()
                .find("licensing")
                .ifPresent(body ->
                        said.append("; a body with seats: ").append(body.seats().size()));
        composition
                .elections()
                .find("district-2027")
                .ifPresent(election -> said.append("; an election on ")
                        .append(election.day())
                        .append(election.withdrawn().isPresent() ? ", withdrawn" : ""));
        provisioning
                .all()
                .forEach(told -> said.append("; provisioned with a manager: ")
                        .append(told.entry().manager().isPresent()));
        provisioning
                .allGroups()
                .forEach(group -> said.append("; a directory's group with members: ")
                        .append(group.members().size()));
        return said.toString();
    }

    private static String describe(Person member) {
        return "a member%s, appointments %d, allocations %d%s"
                .formatted(
                        member.email().isPresent() ? " with an address" : "",
                        member.appointedTo().size(),
                        member.allocations().size(),
                        member.past().equals(Career.Past.NONE)
                                ? ""
                                : ", served before %d, other before %d, in groups %d"
                                        .formatted(
                                                member.past().served().size(),
                                                member.past().was().size(),
                                                member.earlierGroups().size()));
    }

    private static String describe(Post post) {
        return "a post with holders %d, deputies %d, grade %s%s"
                .formatted(
                        post.holders().size(),
                        post.deputies().size(),
                        post.terms().grade().orElse("not said"),
                        post.earlier().isEmpty()
                                ? ""
                                : ", other before " + post.earlier().size());
    }

    private static String describe(Profile profile) {
        return "%s, calendar %s, closed on %s, days between rungs %s"
                .formatted(
                        profile.key(),
                        profile.calendarVersion(),
                        profile.closedDays().stream()
                                .map(Profile.ClosedDay::day)
                                .toList(),
                        profile.settings()
                                .rungWorkingDays()
                                .map(String::valueOf)
                                .orElse("not set"));
    }

    @Test
    void a_profile_that_was_recorded_before_councils_had_settings_has_none() throws IOException {
        var recorded = (ProfileRecorded) event("profile-recorded.v1.before-settings");

        assertThat(recorded.profile().settings()).isEqualTo(LocalSettings.NONE);
    }

    @Test
    void a_person_who_was_recorded_before_people_had_addresses_has_none() throws IOException {
        var recorded = (PersonRecorded) event("person-recorded.v1.before-email");

        assertThat(recorded.email()).isEmpty();
        assertThat(recorded.name()).isEqualTo("Ruth Redfern");
    }
}
