package uk.concordat.enquiry.views.visibleenquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** Who stands for whom, on the day after the last of those who leave. */
class SuccessorsTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 6, 30);

    private final List<PersonDocument> people = new ArrayList<>();
    private final List<PostDocument> posts = new ArrayList<>();

    @Test
    void whoever_holds_the_post_of_an_officer_who_has_left_stands_for_them_and_nobody_else() {
        leaving("olu");
        officer("ann");
        officer("manager");
        post("desk", "officer", "manager", held("olu", FIRST, LAST), held("ann", LAST.plusDays(1)));
        post("manager", "line-manager", "", held("manager", FIRST));
        memberServices("services");

        assertThat(standingFor("olu")).containsExactly("ann");
    }

    @Test
    void while_the_post_is_vacant_the_nearest_above_that_is_held_does() {
        leaving("olu");
        leaving("manager");
        officer("director");
        officer("head");
        post("desk", "officer", "manager", held("olu", FIRST));
        post("manager", "line-manager", "director", held("manager", FIRST));
        post("director", "director", "head", held("director", FIRST));
        post("head", "head-of-paid-service", "", held("head", FIRST));

        assertThat(standingFor("olu")).containsExactly("director");
        assertThat(standingFor("manager")).containsExactly("director");
    }

    @Test
    void where_nobody_is_above_member_services_does_and_the_monitoring_officer_where_that_has_nobody() {
        leaving("head");
        officer("monitoring");
        post("head", "head-of-paid-service", "", held("head", FIRST));
        post("monitoring", "monitoring-officer", "", held("monitoring", FIRST));

        assertThat(standingFor("head")).containsExactly("monitoring");
        assertThat(standingForPost("head")).containsExactly("monitoring");

        memberServices("services");

        assertThat(standingFor("head")).containsExactly("services");
        assertThat(standingForPost("head")).containsExactly("services");
    }

    @Test
    void for_a_member_who_has_left_member_services_does_and_for_who_is_in_office_nobody() {
        people.add(person("member", PersonKind.MEMBER, Optional.of(LAST)));
        officer("ann");
        post("desk", "officer", "", held("ann", FIRST));
        memberServices("services");

        assertThat(standingFor("member")).containsExactly("services");
        assertThat(standingFor("ann")).isEmpty();
        assertThat(standingForPost("desk")).isEmpty();
    }

    @Test
    void who_had_given_up_the_post_before_they_left_is_succeeded_by_nobody_in_it() {
        leaving("olu");
        officer("ann");
        post("desk", "officer", "", held("olu", FIRST, LAST.minusDays(1)), held("ann", LAST));
        memberServices("services");

        assertThat(standingFor("olu")).containsExactly("services");
    }

    @Test
    void whoever_comes_to_the_post_of_a_member_who_has_left_has_nothing_of_what_they_asked() {
        people.add(person("leader", PersonKind.MEMBER, Optional.of(LAST)));
        people.add(person("next", PersonKind.MEMBER, Optional.empty()));
        post("leader", "group-leader", "", held("leader", FIRST, LAST), held("next", LAST.plusDays(1)));
        memberServices("services");

        assertThat(standingFor("leader")).containsExactly("services");
    }

    /** As a single case asks, and as a list does. */
    private List<String> standingFor(String left) {
        Successors successors = Successors.on(directory(), LAST.plusDays(1));
        List<String> found = usernames()
                .filter(each -> successors.standsForAsker(new PersonId(id(each)), new PersonId(id(left))))
                .toList();
        assertThat(usernames()
                        .filter(each ->
                                successors.stoodForBy(new PersonId(id(each))).contains(id(left))))
                .isEqualTo(found);
        return found;
    }

    private List<String> standingForPost(String post) {
        Successors successors = Successors.on(directory(), LAST.plusDays(1));
        List<String> found = usernames()
                .filter(each -> successors.standsForHolder(new PersonId(id(each)), new PostId(id("post " + post))))
                .toList();
        assertThat(usernames()
                        .filter(each -> successors
                                .postsStoodForBy(new PersonId(id(each)))
                                .contains(id("post " + post))))
                .isEqualTo(found);
        return found;
    }

    private Stream<String> usernames() {
        return people.stream().map(PersonDocument::username);
    }

    private Directory directory() {
        return new Directory(
                new CouncilDocument(
                        "harlow",
                        "Harlow",
                        "HAR",
                        "Europe/London",
                        List.of(),
                        new CouncilDocument.CalendarDocument("1", List.of()),
                        LocalSettings.NONE,
                        List.of()),
                people,
                posts);
    }

    private void officer(String username) {
        people.add(person(username, PersonKind.OFFICER, Optional.empty()));
    }

    private void leaving(String username) {
        people.add(person(username, PersonKind.OFFICER, Optional.of(LAST)));
    }

    private void memberServices(String username) {
        officer(username);
        post(username, "member-services", "", held(username, FIRST));
    }

    private static PersonDocument person(String username, PersonKind kind, Optional<LocalDate> to) {
        return new PersonDocument(
                id(username), username, "Name of " + username, kind, Optional.empty(), Optional.empty(), FIRST, to);
    }

    private static PostDocument.Holder held(String username, LocalDate from) {
        return new PostDocument.Holder(id(username), from, Optional.empty());
    }

    private static PostDocument.Holder held(String username, LocalDate from, LocalDate to) {
        return new PostDocument.Holder(id(username), from, Optional.of(to));
    }

    private void post(String key, String role, String above, PostDocument.Holder... holders) {
        posts.add(new PostDocument(
                id("post " + key),
                key,
                "Post of " + key,
                List.of(role),
                Optional.of(above).filter(one -> !one.isEmpty()).map(one -> id("post " + one)),
                List.of(holders),
                FIRST,
                Optional.empty()));
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}
