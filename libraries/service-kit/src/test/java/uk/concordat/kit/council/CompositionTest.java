package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.kit.council.Chamber.BLUE_1;
import static uk.concordat.kit.council.Chamber.FIRST;
import static uk.concordat.kit.council.Chamber.GONE;
import static uk.concordat.kit.council.Chamber.INDEPENDENT;
import static uk.concordat.kit.council.Chamber.LONE;
import static uk.concordat.kit.council.Chamber.OFFICER;
import static uk.concordat.kit.council.Chamber.RED_1;
import static uk.concordat.kit.council.Chamber.RED_2;
import static uk.concordat.kit.council.Chamber.TODAY;
import static uk.concordat.kit.council.Chamber.VERDERER;
import static uk.concordat.kit.council.Chamber.group;
import static uk.concordat.kit.council.Chamber.in;
import static uk.concordat.kit.council.Chamber.part;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.testing.Rule;

/** Who makes up a council is asked for a day. */
class CompositionTest {

    private static final LocalDate CHANGE = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = CHANGE.minusDays(1);
    private static final ElectionDocument ELECTION = new ElectionDocument(
            "district-2026",
            "District elections",
            LocalDate.of(2026, 5, 7),
            LocalDate.of(2026, 3, 26),
            LocalDate.of(2026, 5, 7));

    private static final WardDocument WARD = new WardDocument(
            "mark-hall",
            "Mark Hall",
            List.of(
                    new WardDocument.Member(RED_1.value(), FIRST, Optional.empty()),
                    new WardDocument.Member(GONE.value(), FIRST, Optional.empty())),
            FIRST,
            Optional.empty());
    private static final BodyDocument FOREST = new BodyDocument(
            "forest",
            "Epping Forest and Commons",
            BodyKind.COMMITTEE,
            List.of(
                    new BodyDocument.Seat(RED_1.value(), BodyPart.CHAIR, FIRST, Optional.of(LAST)),
                    new BodyDocument.Seat(BLUE_1.value(), BodyPart.CHAIR, CHANGE, Optional.empty()),
                    new BodyDocument.Seat(VERDERER.value(), BodyPart.CO_OPTED_MEMBER, CHANGE, Optional.empty()),
                    new BodyDocument.Seat(INDEPENDENT.value(), BodyPart.MEMBER, FIRST, Optional.empty()),
                    new BodyDocument.Seat(OFFICER.value(), BodyPart.MEMBER, FIRST, Optional.empty())),
            FIRST,
            Optional.of(LocalDate.of(2027, 5, 4)));
    private static final BodyDocument STANDARDS = new BodyDocument(
            "standards",
            "Standards Committee",
            BodyKind.STANDARDS,
            List.of(new BodyDocument.Seat(INDEPENDENT.value(), BodyPart.INDEPENDENT_MEMBER, CHANGE, Optional.empty())),
            FIRST,
            Optional.empty());
    private static final Composition COUNCIL = Chamber.of(new CompositionDocuments(
            List.of(
                    group(
                            "red",
                            true,
                            in(RED_1),
                            part(RED_2, GroupPart.MEMBER, FIRST, Optional.of(LAST)),
                            part(RED_1, GroupPart.LEADER, CHANGE, Optional.empty()),
                            part(RED_2, GroupPart.LEADER, FIRST, Optional.of(LAST)),
                            part(RED_1, GroupPart.WHIP, FIRST, Optional.of(LAST))),
                    group(
                            "blue",
                            false,
                            in(BLUE_1),
                            in(GONE),
                            part(RED_2, GroupPart.MEMBER, CHANGE, Optional.empty()))),
            List.of(WARD),
            List.of(FOREST, STANDARDS),
            List.of(ELECTION)));

    private static GroupDocument groupOf(String key) {
        return COUNCIL.group(key, TODAY).orElseThrow();
    }

    @Test
    void a_person_is_in_the_group_of_that_day_and_in_none_after_they_have_left() {
        assertThat(COUNCIL.groupOf(RED_2, LAST)).map(GroupDocument::key).contains("red");
        assertThat(COUNCIL.groupOf(RED_2, CHANGE)).map(GroupDocument::key).contains("blue");
        assertThat(COUNCIL.groupOf(LONE, TODAY)).isEmpty();
        assertThat(COUNCIL.groupOf(GONE, LocalDate.of(2026, 5, 11))).isPresent();
        assertThat(COUNCIL.groupOf(GONE, LocalDate.of(2026, 5, 12))).isEmpty();
        assertThat(COUNCIL.members(groupOf("blue"), TODAY)).containsExactly(BLUE_1, RED_2);
    }

    @Test
    void whoever_is_shown_with_a_group_is_in_it_only_until_the_council_says_which_groups_it_has() {
        var shown = new PersonDocument(
                RED_2.value(),
                "red-2",
                "Red Two",
                PersonKind.MEMBER,
                Optional.of("red"),
                Optional.empty(),
                FIRST,
                Optional.empty());
        var before = new Directory(CouncilDocumentTest.council(), List.of(shown), List.of());
        var since = new Directory(
                CouncilDocumentTest.council(),
                List.of(shown),
                List.of(),
                new CompositionDocuments(List.of(groupOf("red"), groupOf("blue")), List.of(), List.of(), List.of()));

        assertThat(before.groupOf(RED_2, TODAY)).contains("red");
        assertThat(since.groupOf(RED_2, TODAY)).contains("blue");
    }

    @Test
    @Rule("HAR-05")
    void a_group_is_led_and_whipped_by_whom_it_had_nominated_on_that_day() {
        assertThat(COUNCIL.leaderOf(groupOf("red"), LAST)).contains(RED_2);
        assertThat(COUNCIL.leaderOf(groupOf("red"), CHANGE)).contains(RED_1);
        assertThat(COUNCIL.leaderOf(groupOf("blue"), CHANGE)).isEmpty();
        assertThat(COUNCIL.whips(groupOf("red"), LAST)).containsExactly(RED_1);
        assertThat(COUNCIL.whips(groupOf("red"), CHANGE)).isEmpty();
    }

    @Test
    void before_it_began_there_is_no_group_ward_or_body() {
        LocalDate before = FIRST.minusDays(1);

        assertThat(COUNCIL.groups(before)).isEmpty();
        assertThat(COUNCIL.wards(before)).isEmpty();
        assertThat(COUNCIL.bodies(before)).isEmpty();
        assertThat(COUNCIL.membersOf(WARD, before)).isEmpty();
        assertThat(COUNCIL.seats(FOREST, LocalDate.of(2027, 5, 5))).isEmpty();
        assertThat(COUNCIL.members(groupOf("red"), before)).isEmpty();
    }

    @Test
    void a_ward_has_its_members_of_that_day() {
        assertThat(COUNCIL.membersOf(WARD, LocalDate.of(2026, 5, 11))).containsExactly(RED_1, GONE);
        assertThat(COUNCIL.membersOf(WARD, TODAY)).containsExactly(RED_1);
    }

    @Test
    void a_body_is_chaired_and_sat_on_by_those_of_that_day() {
        assertThat(COUNCIL.chairOf(FOREST, LAST)).contains(RED_1);
        assertThat(COUNCIL.chairOf(FOREST, CHANGE)).contains(BLUE_1);
        assertThat(COUNCIL.chairOf(STANDARDS, TODAY)).isEmpty();
        assertThat(COUNCIL.bodiesOf(RED_1, LAST)).containsExactly(FOREST);
        assertThat(COUNCIL.bodiesOf(RED_1, CHANGE)).isEmpty();
    }

    @Test
    @Rule("COL-42")
    void who_was_not_elected_may_ask_for_what_relates_to_their_appointment_for_as_long_as_it_lasts() {
        assertThat(COUNCIL.mayAskFor(FOREST, VERDERER, CHANGE)).isTrue();
        assertThat(COUNCIL.mayAskFor(FOREST, VERDERER, LAST)).isFalse();
        assertThat(COUNCIL.mayAskFor(FOREST, VERDERER, LocalDate.of(2027, 5, 5)))
                .isFalse();
        assertThat(COUNCIL.mayAskFor(STANDARDS, VERDERER, CHANGE)).isFalse();
    }

    @Test
    @Rule("COL-42")
    void a_seat_that_their_appointment_does_not_name_entitles_them_to_nothing_nor_does_an_appointment_without_a_seat() {
        assertThat(COUNCIL.mayAskFor(STANDARDS, INDEPENDENT, CHANGE)).isTrue();
        assertThat(COUNCIL.mayAskFor(STANDARDS, INDEPENDENT, LAST)).isFalse();
        assertThat(COUNCIL.mayAskFor(FOREST, INDEPENDENT, CHANGE)).isFalse();
    }

    @Test
    @Rule("COL-42")
    void the_elected_need_no_appointment_and_officers_and_those_who_have_left_ask_in_other_ways() {
        assertThat(COUNCIL.mayAskFor(STANDARDS, LONE, TODAY)).isTrue();
        assertThat(COUNCIL.mayAskFor(FOREST, OFFICER, TODAY)).isFalse();
        assertThat(COUNCIL.mayAskFor(FOREST, GONE, TODAY)).isFalse();
        assertThat(COUNCIL.mayAskFor(FOREST, new PersonId(new UUID(9, 9)), TODAY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-25, false", "2026-03-26, true", "2026-05-07, true", "2026-05-08, false"})
    void first_and_last_day_are_both_in_the_period_before_an_election(LocalDate day, boolean within) {
        assertThat(COUNCIL.preElectionPeriod(day).isPresent()).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-06, false", "2026-05-07, true", "2026-05-11, true", "2026-05-12, false"})
    void whose_last_day_is_the_poll_or_one_of_the_four_after_it_leaves_with_the_election(
            LocalDate last, boolean leaves) {
        var member = Chamber.person(LONE, PersonKind.MEMBER, Optional.of(last));
        var officer = Chamber.person(OFFICER, PersonKind.OFFICER, Optional.of(last));
        var council = new Directory(
                CouncilDocumentTest.council(), List.of(member, officer), List.of(), CompositionDocuments.NONE);

        assertThat(council.composition().leavingWith(ELECTION)).isEqualTo(leaves ? List.of(member) : List.of());
    }

    @Test
    void who_left_with_an_election_and_was_elected_again_later_left_with_it_all_the_same() {
        var again = new PersonDocument(
                LONE.value(),
                "lone",
                "Lone Ranger",
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                ELECTION.day().plusYears(1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new PersonDocument.Served(FIRST, Optional.of(ELECTION.day()), false)),
                List.of(new PersonDocument.Was(
                        ELECTION.day().plusDays(9), PersonKind.MEMBER, Optional.empty(), List.of())));
        var council =
                new Directory(CouncilDocumentTest.council(), List.of(again), List.of(), CompositionDocuments.NONE);

        assertThat(council.composition().leavingWith(ELECTION)).containsExactly(again);
    }

    @Test
    void who_never_came_into_office_leaves_with_no_election() {
        var never = new PersonDocument(
                LONE.value(),
                "lone",
                "Lone Ranger",
                PersonKind.MEMBER,
                Optional.empty(),
                Optional.empty(),
                ELECTION.day().plusDays(30),
                Optional.of(ELECTION.day()));
        var council =
                new Directory(CouncilDocumentTest.council(), List.of(never), List.of(), CompositionDocuments.NONE);

        assertThat(council.composition().leavingWith(ELECTION)).isEmpty();
    }

    @Test
    void an_election_that_was_taken_back_is_none_and_has_no_period_before_it() {
        var withdrawn = new ElectionDocument(
                ELECTION.key(),
                ELECTION.name(),
                ELECTION.day(),
                ELECTION.preElectionFrom(),
                ELECTION.preElectionTo(),
                Optional.of(true));
        Composition council = Chamber.of(new CompositionDocuments(List.of(), List.of(), List.of(), List.of(withdrawn)));

        assertThat(council.elections()).isEmpty();
        assertThat(council.preElectionPeriod(ELECTION.day())).isEmpty();
    }

    @Test
    void a_council_of_which_nothing_of_the_kind_is_known_has_none() {
        Composition none = Chamber.of(CompositionDocuments.NONE);

        assertThat(none.groups(TODAY)).isEmpty();
        assertThat(none.elections()).isEmpty();
        assertThat(none.preElectionPeriod(TODAY)).isEmpty();
        assertThat(none.groupOf(RED_1, TODAY)).isEmpty();
        assertThat(none.bodiesOf(RED_1, TODAY)).isEmpty();
    }
}
