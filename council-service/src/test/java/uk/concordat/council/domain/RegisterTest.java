package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.person;
import static uk.concordat.council.domain.Harlow.post;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.ImportReport.Named;
import uk.concordat.protocols.testing.Rule;

/** Deputies and allocations, which are known from parts that need not come with every import, and what an import tells. */
class RegisterTest {

    private static final Council COUNCIL = new Council();
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 21);

    private static CouncilFiles with(Optional<List<DeputyLine>> deputies, Optional<List<AllocationLine>> allocations) {
        return new CouncilFiles(
                files().profile(), files().people(), files().posts(), files().holders(), deputies, allocations);
    }

    private static CouncilFiles whole() {
        return with(
                Optional.of(List.of(new DeputyLine(2, "manager", "ann", FIRST, Optional.empty()))),
                Optional.of(List.of()));
    }

    private static Post manager(CouncilState state) {
        return state.posts().find("manager").orElseThrow();
    }

    @Test
    void a_post_has_its_deputies_whatever_else_is_known_of_it() {
        CouncilState state = given(COUNCIL).when(take(whole())).and().state();

        assertThat(manager(state).deputies())
                .containsExactly(
                        new Post.Holder(state.people().find("ann").orElseThrow().id(), FIRST, Optional.empty()));
        assertThat(manager(state).holders()).isEmpty();
    }

    @Test
    void deputies_stay_whether_the_part_is_not_sent_or_empty_until_their_last_day_is_said() {
        var known = given(COUNCIL).when(take(whole())).and();

        known.when(take(with(Optional.empty(), Optional.empty()))).thenNothing();
        known.when(take(whole())).thenNothing();
        known.when(take(with(Optional.of(List.of()), Optional.empty()))).thenNothing();
        var ended = known.when(take(with(
                Optional.of(List.of(new DeputyLine(2, "manager", "ann", FIRST, Optional.of(TODAY)))),
                Optional.empty())));
        assertThat(ended.events()).singleElement().isInstanceOf(PostRecorded.class);
        assertThat(manager(ended.and().state()).deputies())
                .extracting(Post.Holder::to)
                .containsExactly(Optional.of(TODAY));
    }

    @Test
    @Rule("HAR-17")
    void an_officer_is_known_with_those_they_are_allocated_to_until_the_part_says_otherwise() {
        var people = List.of(
                person(2, "olu", "Olu"),
                new CouncilFiles.PersonLine(
                        3, "ruth", "Ruth", "member", Optional.of("red"), Optional.empty(), FIRST, Optional.empty()));
        var allocated = new CouncilFiles(
                files().profile(),
                people,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(List.of(
                        new AllocationLine(2, "olu", Optional.of("ruth"), Optional.empty(), FIRST, Optional.empty()),
                        new AllocationLine(
                                3, "olu", Optional.empty(), Optional.of("red"), FIRST, Optional.of(TODAY)))));

        var known = given(COUNCIL).when(take(allocated)).and();

        CouncilState state = known.state();
        assertThat(state.people().find("olu").orElseThrow().allocations())
                .containsExactly(
                        new Person.Allocation(
                                Optional.of(state.people()
                                        .find("ruth")
                                        .orElseThrow()
                                        .id()),
                                Optional.empty(),
                                FIRST,
                                Optional.empty()),
                        new Person.Allocation(Optional.empty(), Optional.of("red"), FIRST, Optional.of(TODAY)));
        known.when(take(new CouncilFiles(files().profile(), people, List.of(), List.of())))
                .thenNothing();
    }

    private static ImportReport report(CouncilFiles files, CouncilFiles... before) {
        var known = given(COUNCIL);
        for (CouncilFiles earlier : before) {
            known = known.when(take(earlier)).and();
        }
        ImportFiles sent = Harlow.take(files, TODAY);
        return ImportReport.of(known.when(sent).events(), sent, known.state());
    }

    @Test
    void a_first_import_tells_that_all_was_added() {
        assertThat(report(files()).added())
                .containsExactly(
                        new Named("council", "harlow"),
                        new Named("person", "olu"),
                        new Named("person", "ann"),
                        new Named("post", "manager"),
                        new Named("post", "desk"));
        assertThat(report(files()).changed()).isEmpty();
        assertThat(report(files()).missing()).isEmpty();
    }

    @Test
    void a_later_one_tells_what_was_added_what_changed_and_who_is_known_and_missing() {
        var later = new CouncilFiles(
                files().profile(),
                List.of(person(2, "olu", "Olu Smith"), person(3, "bea", "Bea")),
                List.of(post(2, "manager", "")),
                List.of());

        ImportReport report = report(later, files());

        assertThat(report.added()).containsExactly(new Named("person", "bea"));
        assertThat(report.changed()).containsExactly(new Named("person", "olu"));
        assertThat(report.missing()).containsExactly(new Named("person", "ann"), new Named("post", "desk"));
        assertThat(report.changes()).isEqualTo(2);
    }

    @Test
    void who_left_on_a_day_that_is_over_is_not_missed() {
        assertThat(missingAfter(TODAY.minusDays(1))).isEmpty();
        assertThat(missingAfter(TODAY)).containsExactly(new Named("person", "ann"));
    }

    private static List<Named> missingAfter(LocalDate last) {
        var leaving = new CouncilFiles.PersonLine(
                3, "ann", "Ann Baker", "officer", Optional.empty(), Optional.empty(), FIRST, Optional.of(last));
        var before =
                new CouncilFiles(files().profile(), List.of(person(2, "olu", "Olu"), leaving), List.of(), List.of());
        var after = new CouncilFiles(files().profile(), List.of(person(2, "olu", "Olu")), List.of(), List.of());
        return report(after, before).missing();
    }

    @Test
    void a_holder_is_known_by_their_days() {
        var moved = new CouncilFiles(
                files().profile(),
                files().people(),
                files().posts(),
                List.of(holder(2, "desk", "olu", "2000-01-01", "2026-06-15")));

        assertThat(report(moved, files()).changed()).containsExactly(new Named("post", "desk"));
    }
}
