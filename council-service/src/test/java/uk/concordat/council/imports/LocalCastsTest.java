package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.PersonKind;
import uk.concordat.council.domain.Post;
import uk.concordat.council.domain.Ward;
import uk.concordat.council.domain.WholeGroup;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.testing.Rule;

/** Each council of the local stack has whom its protocol needs: for every rung, a vacancy, a recusal, every kind of member. */
class LocalCastsTest {

    private static final List<String> LADDER = List.of("line-manager", "director", "head-of-paid-service");

    static List<Cast> casts() {
        return LocalCouncils.keys().stream().map(Cast::of).toList();
    }

    @ParameterizedTest
    @MethodSource("casts")
    void about_forty_people_members_of_every_kind_and_officers(Cast cast) {
        assertThat(cast.people()).hasSizeBetween(38, 50);
        assertThat(cast.people()).extracting(Person::kind).containsAll(PersonKind.codes());
        assertThat(cast.elected()).hasSizeGreaterThan(10);
        assertThat(cast.people())
                .as("who is not directly employed (HAC-03)")
                .anyMatch(person -> person.employment().equals(Optional.of("employment-based")));
    }

    @ParameterizedTest
    @MethodSource("casts")
    void an_officer_with_somebody_on_every_rung_and_the_statutory_officers(Cast cast) {
        assertThat(cast.postsOf("officer"))
                .anySatisfy(post -> assertThat(cast.above(post))
                        .noneMatch(cast::isVacant)
                        .extracting(Post::roles)
                        .satisfiesExactly(
                                manager -> assertThat(manager).contains(LADDER.get(0)),
                                director -> assertThat(director).contains(LADDER.get(1)),
                                head -> assertThat(head).contains(LADDER.get(2))));
        assertThat(List.of("head-of-paid-service", "monitoring-officer", "chief-finance-officer", "member-services"))
                .allSatisfy(
                        role -> assertThat(cast.postsOf(role)).singleElement().matches(Predicate.not(cast::isVacant)));
        assertThat(cast.postsOf("director")).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("casts")
    void a_vacant_rung_between_two_that_are_held(Cast cast) {
        assertThat(cast.postsOf("officer")).anySatisfy(post -> {
            List<Post> above = cast.above(post);
            assertThat(cast.isVacant(post)).isFalse();
            assertThat(cast.isVacant(above.get(0))).isTrue();
            assertThat(cast.isVacant(above.get(1))).isFalse();
        });
    }

    /** A complaint about them would come to themselves, or to whose manager they are. */
    @ParameterizedTest
    @MethodSource("casts")
    void whoever_would_have_to_recuse_themselves(Cast cast) {
        assertThat(cast.postsOf("director"))
                .as("somebody on a rung who stands in for the next, and so for a complaint about themselves")
                .anyMatch(post -> cast.holder(post).isPresent()
                        && cast.above(post).stream()
                                .anyMatch(above -> cast.deputy(above).equals(cast.holder(post))));
        assertThat(cast.postsOf("line-manager"))
                .as("a manager who stands in for a director, and so for a complaint about an officer of their own")
                .anyMatch(post -> cast.postsOf("director").stream()
                        .anyMatch(director -> cast.deputy(director).isPresent()
                                && cast.deputy(director).equals(cast.holder(post))));
    }

    @ParameterizedTest
    @MethodSource("casts")
    void deputies_directorates_grades_restricted_posts_and_staff_who_are_allocated(Cast cast) {
        assertThat(cast.posts()).anyMatch(post -> cast.deputy(post).isPresent());
        assertThat(cast.posts().stream()
                        .flatMap(post -> post.terms().grade().stream())
                        .collect(Collectors.toSet()))
                .containsAll(Post.Terms.GRADES);
        assertThat(cast.posts().stream()
                        .flatMap(post -> post.terms().directorate().stream())
                        .distinct())
                .hasSizeGreaterThan(2);
        assertThat(cast.posts()).anyMatch(post -> post.terms().politicallyRestricted());
        assertThat(cast.people().stream().flatMap(person -> person.allocations().stream()))
                .anyMatch(allocation -> allocation.member().isPresent())
                .anyMatch(allocation -> allocation.group().isPresent());
    }

    @ParameterizedTest
    @MethodSource("casts")
    void groups_with_leader_and_whip_and_a_member_of_none(Cast cast) {
        assertThat(cast.groups())
                .hasSizeGreaterThan(1)
                .allSatisfy(group -> assertThat(group.parts())
                        .extracting(WholeGroup.Part::part)
                        .contains("member", "leader", "whip"));
        Set<PersonId> grouped = cast.groups()
                .flatMap(group -> group.parts().stream())
                .map(WholeGroup.Part::person)
                .collect(Collectors.toSet());
        assertThat(cast.elected()).anyMatch(member -> !grouped.contains(member.id()));
    }

    @ParameterizedTest
    @MethodSource("casts")
    void every_elected_member_stands_for_a_ward(Cast cast) {
        Set<PersonId> standing = new HashSet<>();
        cast.council().composition().wards().all().values().stream()
                .flatMap(ward -> ward.members().stream())
                .map(Ward.Member::person)
                .forEach(standing::add);

        assertThat(cast.elected()).extracting(Person::id).allMatch(standing::contains);
    }

    @ParameterizedTest
    @MethodSource("casts")
    void bodies_of_every_sort_each_with_a_chair_and_those_who_were_not_elected(Cast cast) {
        var bodies = cast.council().composition().bodies().all().values();

        assertThat(bodies).extracting("kind").contains("council", "committee", "scrutiny", "standards");
        assertThat(bodies)
                .filteredOn(body -> !body.kind().equals("outside-body"))
                .allSatisfy(body -> assertThat(body.seats()).extracting("part").containsOnlyOnce("chair"));
        assertThat(bodies.stream().flatMap(body -> body.seats().stream()))
                .extracting("part")
                .contains("deputy-chair", "member", "co-opted-member", "independent-member");
        assertThat(cast.people())
                .filteredOn(person -> !person.appointedTo().isEmpty())
                .hasSizeGreaterThan(3)
                .allSatisfy(person -> assertThat(person.appointedTo())
                        .allSatisfy(key -> assertThat(cast.council()
                                        .composition()
                                        .bodies()
                                        .find(key)
                                        .orElseThrow()
                                        .seats())
                                .extracting("person")
                                .contains(person.id())));
    }

    @ParameterizedTest
    @MethodSource("casts")
    void an_election_that_was_and_one_that_is_ahead(Cast cast) {
        var days = cast.council().composition().elections().all().values();

        assertThat(days)
                .anyMatch(election -> election.day().isBefore(LocalCouncils.TODAY))
                .anyMatch(election -> election.day().isAfter(LocalCouncils.TODAY));
    }

    @ParameterizedTest
    @Rule({"HAC-26", "WTC-06"})
    @CsvSource({
        "city-of-london, chief-commoner, Chief Commoner",
        "city-of-london, aldermanic-chairman, Chairman of the General Purposes Committee of Aldermen",
        "city-of-london, head-of-paid-service, Town Clerk and Chief Executive",
        "county, leader, Leader of the Council",
        "county, director-of-childrens-services, Director of Children’s Services",
        "hackney, head-of-paid-service, Chief Executive",
        "hackney, mayor, Elected Mayor",
        "hackney, speaker, Speaker of Hackney",
        "harlow, head-of-paid-service, Chief Executive",
        "harlow, leader, Leader of the Council",
        "harlow, deputy-leader, Deputy Leader of the Council",
        "wonderland, mayor, Town Mayor",
        "wonderland, monitoring-officer, Monitoring Officer of the Borough Council",
    })
    void the_posts_that_its_protocol_names_are_held(String council, String role, String title) {
        Cast cast = Cast.of(council);

        assertThat(cast.postsOf(role))
                .filteredOn(post -> !cast.isVacant(post))
                .extracting(Post::title)
                .contains(title);
    }
}
