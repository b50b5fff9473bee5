package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.testing.Rule;

/** Ruth, a member from 2020 until the elections of 2024, who is elected again in 2026; and people who become another kind. */
class AgainInOfficeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate ELECTED = LocalDate.of(2020, 5, 8);
    private static final LocalDate LEFT = LocalDate.of(2024, 5, 6);
    private static final LocalDate AGAIN = LocalDate.of(2026, 5, 11);

    private static final Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> GONE = given(
                    new Council())
            .when(sent(ruth("member", "red", ELECTED, Optional.of(LEFT)), TODAY.minusYears(1)))
            .and();

    private static PersonLine ruth(String kind, String group, LocalDate from, Optional<LocalDate> to) {
        return new PersonLine(
                2,
                "ruth",
                "Ruth",
                kind,
                Optional.of(group).filter(key -> !key.equals("none")),
                Optional.empty(),
                from,
                to);
    }

    private static ImportFiles sent(PersonLine line, LocalDate today) {
        return take(new CouncilFiles(profile(Optional.of(PACK)), List.of(line), List.of(), List.of()), today);
    }

    private static Person ruth(Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> known) {
        return known.state().people().find("ruth").orElseThrow();
    }

    private static Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> again() {
        return GONE.when(sent(ruth("member", "blue", AGAIN, Optional.empty()), TODAY))
                .and();
    }

    @Test
    void who_is_elected_again_is_the_same_person_and_was_in_office_before() {
        var known = again();

        assertThat(ruth(known).id()).isEqualTo(ruth(GONE).id());
        assertThat(List.of(ELECTED, LEFT, AGAIN, TODAY)).allMatch(ruth(known)::isInOffice);
        assertThat(List.of(ELECTED.minusDays(1), LEFT.plusDays(1), AGAIN.minusDays(1)))
                .noneMatch(ruth(known)::isInOffice);
        assertThat(ruth(known).earlierGroups())
                .containsExactly(new Person.EarlierGroup("red", ELECTED, Optional.of(LEFT)));
    }

    @Test
    void it_is_one_change_and_the_same_file_again_is_none() {
        assertThat(GONE.when(sent(ruth("member", "blue", AGAIN, Optional.empty()), TODAY))
                        .events())
                .singleElement()
                .isInstanceOf(PersonRecorded.class);
        again().when(sent(ruth("member", "blue", AGAIN, Optional.empty()), TODAY.plusDays(9)))
                .thenNothing();
    }

    @Test
    void a_first_day_before_the_known_last_one_mends_it_and_begins_nothing() {
        var known = GONE.when(sent(ruth("member", "red", ELECTED.plusDays(3), Optional.of(LEFT)), TODAY))
                .and();

        assertThat(ruth(known).past().served()).isEmpty();
        assertThat(ruth(known).isInOffice(ELECTED)).isFalse();
    }

    @Test
    void a_span_that_was_only_planned_gives_way() {
        var planned = given(new Council())
                .when(sent(ruth("member", "red", TODAY.plusDays(10), Optional.of(TODAY.plusDays(20))), TODAY))
                .and()
                .when(sent(ruth("member", "red", TODAY.plusDays(30), Optional.empty()), TODAY))
                .and();

        assertThat(ruth(planned).past().served()).isEmpty();
    }

    @Test
    void an_earlier_span_gives_way_to_a_first_day_that_is_moved_into_it_and_ends_with_one_moved_before_it() {
        var into = again().when(sent(ruth("member", "blue", LEFT.minusDays(9), Optional.empty()), TODAY))
                .and();
        var before = again().when(sent(ruth("member", "blue", ELECTED, Optional.empty()), TODAY))
                .and();

        assertThat(ruth(into).past().served())
                .containsExactly(new Career.Served(ELECTED, Optional.of(LEFT.minusDays(10)), false));
        assertThat(ruth(before).past().served()).isEmpty();
        assertThat(ruth(before).earlierGroups()).isEmpty();
    }

    @Test
    void an_officer_who_comes_back_as_a_member_was_an_officer_until_the_day_before() {
        var known = given(new Council())
                .when(sent(ruth("officer", "none", ELECTED, Optional.of(LEFT)), TODAY.minusYears(1)))
                .and()
                .when(sent(ruth("member", "none", AGAIN, Optional.empty()), TODAY))
                .and();

        assertThat(ruth(known).past().was())
                .containsExactly(new Career.Was(AGAIN.minusDays(1), "officer", Optional.empty(), List.of()));
    }

    @Test
    void who_becomes_another_kind_was_what_they_were_until_yesterday() {
        var known = given(new Council())
                .when(sent(ruth("co-opted-voting", "none", ELECTED, Optional.empty()), TODAY.minusYears(1)))
                .and()
                .when(sent(ruth("member", "none", ELECTED, Optional.empty()), TODAY))
                .and();

        assertThat(ruth(known).past().was())
                .containsExactly(new Career.Was(TODAY.minusDays(1), "co-opted-voting", Optional.empty(), List.of()));
        known.when(sent(ruth("member", "none", ELECTED, Optional.empty()), TODAY.plusDays(1)))
                .thenNothing();
    }

    @ParameterizedTest
    @CsvSource({"2024-05-06, true", "2024-05-07, false", "2026-05-11, false"})
    @Rule({"CC-32", "HAR-33"})
    void what_a_member_held_as_an_officer_before_is_no_fault(LocalDate last, boolean fits) {
        var files = new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(ruth("member", "none", AGAIN, Optional.empty())),
                List.of(new PostLine(
                        2,
                        "chief",
                        "Chief",
                        List.of("head-of-paid-service"),
                        Optional.empty(),
                        FIRST,
                        Optional.empty(),
                        new Post.Terms(Optional.empty(), Optional.empty(), true, Optional.empty()))),
                List.of(holder(2, "chief", "ruth", "2020-05-08", last.toString())));
        var outcome = given(new Council())
                .when(sent(ruth("officer", "none", ELECTED, Optional.of(LEFT)), TODAY.minusYears(1)))
                .and()
                .when(take(files, TODAY));

        if (fits) {
            assertThat(outcome.events()).isNotEmpty();
        } else {
            assertThat(outcome.refusal()).isInstanceOf(ImportRefusal.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"2020-05-08, '', false", "2020-05-08, 2024-05-06, true", "2026-05-11, '', true"})
    void a_tenure_that_began_before_they_left_is_written_down_with_its_last_day(String from, String to, boolean fits) {
        var files = new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(ruth("member", "red", AGAIN, Optional.empty())),
                List.of(Harlow.post(2, "seat", "")),
                List.of(holder(2, "seat", "ruth", from, to)));

        var outcome = GONE.when(take(files, TODAY));

        if (fits) {
            assertThat(outcome.events()).isNotEmpty();
        } else {
            assertThat(((ImportRefusal) outcome.refusal()).faults())
                    .extracting(ImportFault::column)
                    .containsExactly("to");
        }
    }

    @Test
    void what_was_theirs_when_they_left_is_not_theirs_again_when_they_come_back() {
        var chaired = given(new Council())
                .when(take(
                        new CouncilFiles(
                                profile(Optional.of(PACK)),
                                List.of(ruth("member", "red", ELECTED, Optional.of(LEFT))),
                                List.of(new PostLine(
                                        2,
                                        "chair",
                                        "Chair",
                                        List.of("chair"),
                                        Optional.empty(),
                                        FIRST,
                                        Optional.empty())),
                                List.of(holder(2, "chair", "ruth", "2020-05-08", ""))),
                        TODAY.minusYears(1)))
                .and();
        var back = chaired.when(sent(ruth("member", "red", AGAIN, Optional.empty()), TODAY))
                .and();

        assertThat(chaired.state().rolesOf(ruth(chaired).id(), LEFT)).containsExactly("chair");
        assertThat(back.state().rolesOf(ruth(back).id(), LEFT)).containsExactly("chair");
        assertThat(back.state().rolesOf(ruth(back).id(), TODAY)).isEmpty();
    }

    @Test
    void whom_a_directory_makes_active_again_was_away_in_between() {
        Person back = InOffice.begunAgain(ruth(GONE), TODAY);

        assertThat(back.isInOffice(LEFT)).isTrue();
        assertThat(back.isInOffice(TODAY.minusDays(1))).isFalse();
        assertThat(back.isInOffice(TODAY)).isTrue();
        assertThat(back.career().servesSince(ELECTED, TODAY)).isTrue();
        assertThat(InOffice.begunAgain(ruth(GONE), LEFT.plusDays(1)).past()).isEqualTo(Career.Past.NONE);
    }
}
