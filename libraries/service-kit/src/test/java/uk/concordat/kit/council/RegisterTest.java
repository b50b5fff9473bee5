package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.testing.Rule;

/** What other services ask of people and posts beside who stands above whom. */
class RegisterTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LEAVES = LocalDate.of(2026, 7, 15);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final PersonId OLU = new PersonId(new UUID(1, 1));
    private static final PersonId ANN = new PersonId(new UUID(1, 2));
    private static final PersonId RUTH = new PersonId(new UUID(1, 3));
    private static final PersonId BEN = new PersonId(new UUID(1, 4));
    private static final PostId CHIEF = new PostId(new UUID(2, 1));

    private static PersonDocument person(
            PersonId id,
            String username,
            PersonKind kind,
            Optional<String> group,
            Optional<LocalDate> to,
            PersonDocument.Allocation... allocations) {
        return new PersonDocument(
                id.value(),
                username,
                "Name of " + username,
                kind,
                group,
                Optional.empty(),
                FIRST,
                to,
                Optional.empty(),
                List.of(),
                List.of(allocations));
    }

    private static final Directory DIRECTORY = new Directory(
            CouncilDocumentTest.council(),
            List.of(
                    person(OLU, "olu", PersonKind.OFFICER, Optional.empty(), Optional.empty()),
                    person(
                            ANN,
                            "ann",
                            PersonKind.OFFICER,
                            Optional.empty(),
                            Optional.of(LEAVES),
                            new PersonDocument.Allocation(
                                    Optional.of(BEN.value()), Optional.empty(), FIRST, Optional.of(TODAY)),
                            new PersonDocument.Allocation(
                                    Optional.empty(), Optional.of("red"), TODAY, Optional.empty())),
                    person(RUTH, "ruth", PersonKind.MEMBER, Optional.of("red"), Optional.empty()),
                    person(BEN, "ben", PersonKind.MEMBER, Optional.empty(), Optional.empty())),
            List.of(new PostDocument(
                    CHIEF.value(),
                    "chief",
                    "Chief Executive",
                    List.of("head-of-paid-service"),
                    Optional.empty(),
                    List.of(new PostDocument.Holder(OLU.value(), FIRST, Optional.of(LocalDate.of(2026, 12, 31)))),
                    FIRST,
                    Optional.empty(),
                    List.of(new PostDocument.Holder(ANN.value(), TODAY, Optional.empty())),
                    new PostDocument.Terms(Optional.empty(), Optional.of("senior-manager"), true, Optional.empty()))));

    @Test
    void a_deputy_stands_in_until_they_leave_the_council() {
        assertThat(DIRECTORY.deputyOn(CHIEF, TODAY.minusDays(1))).isEmpty();
        assertThat(DIRECTORY.deputyOn(CHIEF, TODAY)).contains(ANN);
        assertThat(DIRECTORY.deputyOn(CHIEF, LEAVES)).contains(ANN);
        assertThat(DIRECTORY.deputyOn(CHIEF, LEAVES.plusDays(1))).isEmpty();
        assertThat(DIRECTORY.postsDeputisedBy(ANN, TODAY))
                .extracting(PostDocument::key)
                .containsExactly("chief");
        assertThat(DIRECTORY.postsDeputisedBy(OLU, TODAY)).isEmpty();
    }

    @Test
    @Rule("CC-32")
    void who_holds_a_restricted_post_is_restricted_as_long_as_they_hold_it() {
        assertThat(DIRECTORY.isPoliticallyRestricted(OLU, LocalDate.of(2026, 12, 31)))
                .isTrue();
        assertThat(DIRECTORY.isPoliticallyRestricted(OLU, LocalDate.of(2027, 1, 1)))
                .isFalse();
        assertThat(DIRECTORY.isPoliticallyRestricted(ANN, TODAY)).isFalse();
    }

    @Test
    void a_grade_comes_with_the_post() {
        assertThat(DIRECTORY.isOfGrade(OLU, "senior-manager", TODAY)).isTrue();
        assertThat(DIRECTORY.isOfGrade(OLU, "middle-manager", TODAY)).isFalse();
        assertThat(DIRECTORY.isOfGrade(OLU, "senior-manager", LocalDate.of(2027, 1, 1)))
                .isFalse();
    }

    @Test
    @Rule("HAC-26")
    void a_generic_role_is_found_as_the_councils_own_post() {
        assertThat(DIRECTORY.postsWithRole("head-of-paid-service", TODAY))
                .extracting(PostDocument::title)
                .containsExactly("Chief Executive");
        assertThat(DIRECTORY.postsWithRole("head-of-paid-service", FIRST.minusDays(1)))
                .isEmpty();
        assertThat(DIRECTORY.postsWithRole("monitoring-officer", TODAY)).isEmpty();
    }

    @Test
    @Rule("HAR-17")
    void staff_are_allocated_to_a_member_or_to_all_of_a_group_on_the_days_that_are_said() {
        assertThat(DIRECTORY.isAllocatedTo(ANN, BEN, TODAY)).isTrue();
        assertThat(DIRECTORY.isAllocatedTo(ANN, BEN, TODAY.plusDays(1))).isFalse();
        assertThat(DIRECTORY.isAllocatedTo(ANN, RUTH, TODAY)).isTrue();
        assertThat(DIRECTORY.isAllocatedTo(ANN, RUTH, TODAY.minusDays(1))).isFalse();
        assertThat(DIRECTORY.isAllocatedTo(OLU, RUTH, TODAY)).isFalse();
    }

    @Test
    void people_and_posts_come_in_the_order_of_their_names_after_the_last_that_was_seen() {
        assertThat(DIRECTORY.peopleAfter(""))
                .extracting(PersonDocument::username)
                .containsExactly("ann", "ben", "olu", "ruth");
        assertThat(DIRECTORY.peopleAfter("ben"))
                .extracting(PersonDocument::username)
                .containsExactly("olu", "ruth");
        assertThat(DIRECTORY.postsAfter("chief")).isEmpty();
        assertThat(DIRECTORY.postsAfter("a")).extracting(PostDocument::key).containsExactly("chief");
    }

    @Test
    void who_has_left_the_council_holds_and_stands_in_for_nothing_whatever_is_written_down() {
        Directory left = new Directory(
                CouncilDocumentTest.council(),
                List.of(person(ANN, "ann", PersonKind.OFFICER, Optional.empty(), Optional.of(LEAVES))),
                List.of(new PostDocument(
                        CHIEF.value(),
                        "chief",
                        "Chief Executive",
                        List.of(),
                        Optional.empty(),
                        List.of(new PostDocument.Holder(ANN.value(), FIRST, Optional.empty())),
                        FIRST,
                        Optional.empty(),
                        List.of(new PostDocument.Holder(ANN.value(), FIRST, Optional.empty())),
                        PostDocument.Terms.NONE)));

        assertThat(left.postsOf(ANN, LEAVES)).hasSize(1);
        assertThat(left.postsDeputisedBy(ANN, LEAVES)).hasSize(1);
        assertThat(left.postsOf(ANN, LEAVES.plusDays(1))).isEmpty();
        assertThat(left.postsDeputisedBy(ANN, LEAVES.plusDays(1))).isEmpty();
    }

    @Test
    void what_was_somebodys_when_they_left_is_not_theirs_again_when_they_come_back() {
        LocalDate left = TODAY.minusDays(10);
        PersonDocument back = new PersonDocument(
                ANN.value(),
                "ann",
                "Ann",
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                TODAY,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new PersonDocument.Served(FIRST, Optional.of(left), false)),
                List.of());
        var tenures = List.of(new PostDocument.Holder(ANN.value(), FIRST, Optional.empty()));
        Directory council = new Directory(
                CouncilDocumentTest.council(),
                List.of(back),
                List.of(new PostDocument(
                        CHIEF.value(),
                        "chief",
                        "Chief Executive",
                        List.of("head-of-paid-service"),
                        Optional.empty(),
                        tenures,
                        FIRST,
                        Optional.empty(),
                        tenures,
                        PostDocument.Terms.NONE)),
                new CompositionDocuments(
                        List.of(),
                        List.of(),
                        List.of(new BodyDocument(
                                "board",
                                "Board",
                                BodyKind.COMMITTEE,
                                List.of(new BodyDocument.Seat(ANN.value(), BodyPart.CHAIR, FIRST, Optional.empty())),
                                FIRST,
                                Optional.empty())),
                        List.of()));
        BodyDocument board = council.composition().body("board", TODAY).orElseThrow();

        assertThat(council.holds(ANN, CHIEF, left)).isTrue();
        assertThat(council.holder(CHIEF, left)).contains(ANN);
        assertThat(council.composition().chairOf(board, left)).contains(ANN);
        assertThat(council.holds(ANN, CHIEF, TODAY)).isFalse();
        assertThat(council.holder(CHIEF, TODAY)).isEmpty();
        assertThat(council.deputyOn(CHIEF, TODAY)).isEmpty();
        assertThat(council.postsOf(ANN, TODAY)).isEmpty();
        assertThat(council.postsDeputisedBy(ANN, TODAY)).isEmpty();
        assertThat(council.reportingLine(CHIEF, TODAY).foot().orElseThrow().holder())
                .isEmpty();
        assertThat(council.composition().chairOf(board, TODAY)).isEmpty();
    }

    @Test
    @Rule("HAR-17")
    void an_allocation_says_nothing_of_days_on_which_either_is_away_or_something_else() {
        LocalDate tomorrow = TODAY.plusDays(1);
        PersonDocument allocated = person(
                OLU,
                "olu",
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.of(TODAY),
                new PersonDocument.Allocation(Optional.of(BEN.value()), Optional.empty(), FIRST, Optional.empty()));

        assertThat(with(allocated, PersonKind.MEMBER, Optional.empty()).isAllocatedTo(OLU, BEN, TODAY))
                .isTrue();
        assertThat(with(allocated, PersonKind.MEMBER, Optional.empty()).isAllocatedTo(OLU, BEN, tomorrow))
                .isFalse();
        assertThat(with(allocated, PersonKind.OFFICER, Optional.empty()).isAllocatedTo(OLU, BEN, TODAY))
                .isFalse();
        assertThat(with(allocated, PersonKind.MEMBER, Optional.of(TODAY.minusDays(1)))
                        .isAllocatedTo(OLU, BEN, TODAY))
                .isFalse();
    }

    private static Directory with(PersonDocument officer, PersonKind bens, Optional<LocalDate> last) {
        return new Directory(
                CouncilDocumentTest.council(),
                List.of(officer, person(BEN, "ben", bens, Optional.empty(), last)),
                List.of());
    }
}
