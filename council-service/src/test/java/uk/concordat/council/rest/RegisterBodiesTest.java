package uk.concordat.council.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.council.rest.RegisterBodies.PersonOnDay;
import uk.concordat.council.rest.RegisterBodies.PostNamed;
import uk.concordat.council.rest.RegisterBodies.PostOnDay;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.council.PostDocument;

/** What is shown of a day on which it was otherwise than it is now: a desk was moved, and renamed, after its Tuesday. */
class RegisterBodiesTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);
    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);

    private static final PersonDocument OLU = new PersonDocument(
            new UUID(1, 1),
            "olu",
            "Olu",
            PersonKind.OFFICER,
            Optional.empty(),
            Optional.empty(),
            FIRST,
            Optional.empty());
    private static final PostDocument CHIEF = post("chief", 1, List.of());
    private static final PostDocument DIRECTOR = post("director", 2, List.of());
    private static final PostDocument DESK = new PostDocument(
            new UUID(2, 3),
            "desk",
            "Complaints desk",
            List.of("member-services"),
            Optional.of(DIRECTOR.id()),
            List.of(new PostDocument.Holder(OLU.id(), FIRST, Optional.empty())),
            FIRST,
            Optional.empty(),
            List.of(),
            PostDocument.Terms.NONE,
            List.of(new PostDocument.Was(
                    TUESDAY,
                    "Desk",
                    List.of("officer"),
                    Optional.of(CHIEF.id()),
                    new PostDocument.Terms(Optional.of("Housing"), Optional.of("junior"), true, Optional.empty()))));
    private static final Directory DIRECTORY = new Directory(
            new CouncilDocument(
                    "harlow",
                    "Harlow Council",
                    "HAR",
                    "Europe/London",
                    List.of(),
                    new CouncilDocument.CalendarDocument("1", List.of()),
                    LocalSettings.NONE),
            List.of(OLU),
            List.of(CHIEF, DIRECTOR, DESK));

    private static PostDocument post(String key, long number, List<PostDocument.Holder> holders) {
        return new PostDocument(
                new UUID(2, number),
                key,
                "Title of " + key,
                List.of(),
                Optional.empty(),
                holders,
                FIRST,
                Optional.empty());
    }

    @Test
    void a_post_is_shown_with_the_line_the_roles_and_the_terms_of_the_day() {
        assertThat(PostOnDay.of(DESK, DIRECTORY, TUESDAY)).satisfies(desk -> {
            assertThat(desk.title()).isEqualTo("Desk");
            assertThat(desk.roles()).containsExactly("officer");
            assertThat(desk.lineAbove()).extracting(RegisterBodies.Above::post).containsExactly("chief");
            assertThat(desk.directorate()).contains("Housing");
            assertThat(desk.politicallyRestricted()).isTrue();
        });
        assertThat(PostOnDay.of(DESK, DIRECTORY, WEDNESDAY)).satisfies(desk -> {
            assertThat(desk.title()).isEqualTo("Complaints desk");
            assertThat(desk.roles()).containsExactly("member-services");
            assertThat(desk.lineAbove()).extracting(RegisterBodies.Above::post).containsExactly("director");
            assertThat(desk.directorate()).isEmpty();
        });
    }

    @Test
    void a_person_is_shown_with_the_posts_of_the_day_as_they_were_called_then() {
        assertThat(PersonOnDay.of(OLU, DIRECTORY, TUESDAY).posts()).containsExactly(new PostNamed("desk", "Desk"));
        assertThat(PersonOnDay.of(OLU, DIRECTORY, WEDNESDAY).posts())
                .containsExactly(new PostNamed("desk", "Complaints desk"));
    }
}
