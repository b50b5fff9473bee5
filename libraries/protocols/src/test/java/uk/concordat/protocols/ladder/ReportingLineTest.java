package uk.concordat.protocols.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.ladder.ReportingLine.Step;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

class ReportingLineTest {

    private static final PersonId OFFICER = person(1);
    private static final PersonId MANAGER = person(2);
    private static final PersonId DIRECTOR = person(3);
    private static final PersonId HEAD = person(4);
    private static final Responsible RESPONSIBLE = Responsible.officer(post(1), OFFICER);
    private static final Told WHO_OWES = new Told(RESPONSIBLE.postId(), OFFICER, ToldAs.RESPONSIBLE_OFFICER);

    private static final Step MANAGERS = held(2, MANAGER, ToldAs.LINE_MANAGER);
    private static final Step DIRECTORS = held(3, DIRECTOR, ToldAs.DIRECTOR);
    private static final Step HEADS = held(4, HEAD, ToldAs.HEAD_OF_PAID_SERVICE);
    private static final Step VACANT_MANAGER = vacant(2, ToldAs.LINE_MANAGER);
    private static final Step VACANT_DIRECTOR = vacant(3, ToldAs.DIRECTOR);
    private static final Step VACANT_HEAD = vacant(4, ToldAs.HEAD_OF_PAID_SERVICE);

    @Test
    void the_breach_itself_is_told_to_who_owes_it_and_the_nearest_above() {
        assertThat(line(MANAGERS, DIRECTORS, HEADS).first(RESPONSIBLE, Set.of()))
                .isEqualTo(new Climb(List.of(WHO_OWES, told(MANAGERS)), List.of(), true));
    }

    @Test
    void whoever_holds_the_post_now_is_told_and_not_who_held_it_when_it_fell_to_it() {
        PersonId successor = person(9);
        ReportingLine line = new ReportingLine(
                Optional.of(held(1, successor, ToldAs.RESPONSIBLE_OFFICER)), List.of(MANAGERS, DIRECTORS));

        assertThat(line.first(RESPONSIBLE, Set.of()))
                .isEqualTo(new Climb(
                        List.of(new Told(RESPONSIBLE.postId(), successor, ToldAs.RESPONSIBLE_OFFICER), told(MANAGERS)),
                        List.of(),
                        true));
    }

    @Test
    void where_the_post_itself_is_vacant_it_passes_at_once_to_the_next() {
        ReportingLine line = new ReportingLine(
                Optional.of(vacant(1, ToldAs.RESPONSIBLE_OFFICER)), List.of(VACANT_MANAGER, DIRECTORS));

        assertThat(line.first(RESPONSIBLE, Set.of()))
                .isEqualTo(new Climb(
                        List.of(told(DIRECTORS)), List.of(new PassedOver(post(1)), new PassedOver(post(2))), false));
    }

    @Test
    void each_next_rung_is_told_to_the_nearest_above_all_who_know() {
        ReportingLine line = line(MANAGERS, DIRECTORS, HEADS);

        assertThat(line.next(Set.of(OFFICER, MANAGER))).isEqualTo(new Climb(List.of(told(DIRECTORS)), List.of(), true));
        assertThat(line.next(Set.of(OFFICER, MANAGER, DIRECTOR)))
                .isEqualTo(new Climb(List.of(told(HEADS)), List.of(), false));
        assertThat(line.next(Set.of(OFFICER, MANAGER, DIRECTOR, HEAD)))
                .isEqualTo(new Climb(List.of(), List.of(), false));
    }

    @Test
    void every_vacant_post_on_the_way_is_passed_over_and_named() {
        assertThat(line(VACANT_MANAGER, VACANT_DIRECTOR, HEADS).first(RESPONSIBLE, Set.of()))
                .isEqualTo(new Climb(
                        List.of(WHO_OWES, told(HEADS)),
                        List.of(new PassedOver(post(2)), new PassedOver(post(3))),
                        false));
        assertThat(line(MANAGERS, VACANT_DIRECTOR, HEADS).next(Set.of(OFFICER, MANAGER)))
                .isEqualTo(new Climb(List.of(told(HEADS)), List.of(new PassedOver(post(3))), false));
        assertThat(new PassedOver(post(3)).why()).isEqualTo("vacant");
    }

    @Test
    void where_all_above_are_vacant_it_ends_with_who_owes_it() {
        Climb climb = line(VACANT_MANAGER, VACANT_DIRECTOR, VACANT_HEAD).first(RESPONSIBLE, Set.of());

        assertThat(climb.told()).containsExactly(WHO_OWES);
        assertThat(climb.climbs()).isFalse();
        assertThat(climb.passedOver()).extracting(PassedOver::post).containsExactly(post(2), post(3), post(4));
    }

    @Test
    void who_stands_under_nobody_is_told_alone() {
        assertThat(ReportingLine.none().first(RESPONSIBLE, Set.of()))
                .isEqualTo(new Climb(List.of(WHO_OWES), List.of(), false));
        assertThat(ReportingLine.none().next(Set.of(OFFICER))).isEqualTo(new Climb(List.of(), List.of(), false));
    }

    @Test
    void who_holds_posts_above_their_own_is_told_once() {
        ReportingLine line = line(held(2, OFFICER, ToldAs.LINE_MANAGER), held(3, OFFICER, ToldAs.DIRECTOR), HEADS);

        assertThat(line.first(RESPONSIBLE, Set.of()))
                .isEqualTo(new Climb(List.of(WHO_OWES, told(HEADS)), List.of(), false));
    }

    @Test
    void who_holds_two_posts_above_is_told_once() {
        ReportingLine line = line(MANAGERS, held(3, MANAGER, ToldAs.DIRECTOR), HEADS);

        assertThat(line.first(RESPONSIBLE, Set.of()).told()).containsExactly(WHO_OWES, told(MANAGERS));
        assertThat(line.next(Set.of(OFFICER, MANAGER)).told()).containsExactly(told(HEADS));
    }

    @Test
    void who_was_told_before_is_told_neither_as_who_owes_it_nor_as_who_stands_above() {
        assertThat(line(MANAGERS, DIRECTORS).first(RESPONSIBLE, Set.of(OFFICER, MANAGER)))
                .isEqualTo(new Climb(List.of(), List.of(), true));
        assertThat(line(MANAGERS, DIRECTORS).first(RESPONSIBLE, Set.of(MANAGER, DIRECTOR)))
                .isEqualTo(new Climb(List.of(WHO_OWES), List.of(), false));
    }

    @Test
    void a_line_is_climbed_to_its_end_in_as_many_rungs_as_it_has_holders_and_nobody_is_told_twice() {
        List<List<Step>> lines = List.of(
                List.of(MANAGERS, DIRECTORS, HEADS),
                List.of(VACANT_MANAGER, DIRECTORS, HEADS),
                List.of(MANAGERS, VACANT_DIRECTOR, VACANT_HEAD),
                List.of(held(2, OFFICER, ToldAs.LINE_MANAGER), DIRECTORS, held(4, DIRECTOR, ToldAs.DIRECTOR)),
                List.of());

        assertThat(lines).allSatisfy(steps -> {
            ReportingLine line = new ReportingLine(steps);
            List<PersonId> told = new ArrayList<>();
            Climb climb = line.first(RESPONSIBLE, Set.of());
            climb.told().forEach(each -> told.add(each.person()));
            while (climb.climbs()) {
                climb = line.next(new HashSet<>(told));
                assertThat(climb.told()).hasSize(1);
                climb.told().forEach(each -> told.add(each.person()));
            }
            assertThat(told).doesNotHaveDuplicates();
            Set<PersonId> everybody = new HashSet<>(Set.of(OFFICER));
            steps.forEach(step -> step.holder().ifPresent(everybody::add));
            assertThat(new HashSet<>(told)).isEqualTo(everybody);
        });
    }

    @Test
    void why_somebody_is_told_has_a_code_of_its_own() {
        assertThat(ToldAs.values())
                .extracting(ToldAs::code)
                .containsExactly(
                        "responsible-officer",
                        "line-manager",
                        "director",
                        "head-of-paid-service",
                        "responsible-member",
                        "asking-officer");
    }

    private static ReportingLine line(Step... steps) {
        return new ReportingLine(List.of(steps));
    }

    private static Step held(int post, PersonId holder, ToldAs as) {
        return new Step(post(post), Optional.of(holder), as);
    }

    private static Step vacant(int post, ToldAs as) {
        return new Step(post(post), Optional.empty(), as);
    }

    private static Told told(Step step) {
        return new Told(Optional.of(step.post()), step.holder().orElseThrow(), step.as());
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number));
    }

    private static PostId post(int number) {
        return new PostId(new UUID(2, number));
    }
}
