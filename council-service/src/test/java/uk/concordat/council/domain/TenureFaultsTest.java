package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.testing.Rule;

/** Tenures of a desk that exists from 2010 to 2029, by Olu, in office from 2012 to 2027; and allocations. */
class TenureFaultsTest {

    private static final PersonLine OLU = person(2, "olu", "officer");
    private static final PersonLine RUTH = person(3, "ruth", "member");

    private static PersonLine person(long line, String username, String kind) {
        return new PersonLine(
                line,
                username,
                username,
                kind,
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2012, 1, 1),
                Optional.of(LocalDate.of(2027, 12, 31)));
    }

    private static CouncilFiles desk(List<HolderLine> holders, Optional<List<DeputyLine>> deputies) {
        return new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(OLU, RUTH),
                List.of(new PostLine(
                        2,
                        "desk",
                        "Desk",
                        List.of("officer"),
                        Optional.empty(),
                        LocalDate.of(2010, 1, 1),
                        Optional.of(LocalDate.of(2029, 12, 31)))),
                holders,
                deputies,
                Optional.empty());
    }

    private static List<String> faults(CouncilFiles files) {
        return switch (new Council().take(take(files), CouncilState.unknown())) {
            case Decision.Accepted<CouncilEvent, ImportRefusal> _ -> List.of();
            case Decision.Refused<CouncilEvent, ImportRefusal>(var refusal) -> columns(refusal);
        };
    }

    private static List<String> columns(CouncilRefusal refusal) {
        return ((ImportRefusal) refusal)
                .faults().stream()
                        .map(fault -> fault.file() + " " + fault.line() + " " + fault.column())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2012-01-01, 2027-12-31, ",
        "2012-01-01, , ",
        "2011-12-31, , from",
        "2009-12-31, , from from",
        "2012-01-01, 2028-01-01, to",
        "2012-01-01, 2030-01-01, to to",
        "2028-01-01, , from",
    })
    void a_post_is_held_and_stood_in_for_while_it_and_who_does_so_are_there(
            LocalDate from, @Nullable LocalDate to, @Nullable String columns) {
        Optional<LocalDate> last = Optional.ofNullable(to);
        List<String> wrong = columns == null ? List.of() : List.of(columns.split(" "));

        assertThat(faults(desk(List.of(new HolderLine(2, "desk", "olu", from, last)), Optional.empty())))
                .isEqualTo(wrong.stream().map("holders.csv 2 "::concat).toList());
        assertThat(faults(desk(List.of(), Optional.of(List.of(new DeputyLine(2, "desk", "olu", from, last))))))
                .isEqualTo(wrong.stream().map("deputies.csv 2 "::concat).toList());
    }

    @Test
    void thousands_of_deputies_one_after_the_other_are_apart_and_one_more_is_not() {
        LocalDate first = LocalDate.of(2012, 1, 1);
        List<DeputyLine> deputies = new ArrayList<>();
        for (int day = 0; day < 5_000; day++) {
            deputies.add(
                    new DeputyLine(day + 2L, "desk", "olu", first.plusDays(day), Optional.of(first.plusDays(day))));
        }
        assertThat(faults(desk(List.of(), Optional.of(deputies)))).isEmpty();

        deputies.add(new DeputyLine(9_999, "desk", "olu", first.plusDays(77), Optional.empty()));
        assertThat(faults(desk(List.of(), Optional.of(deputies)))).containsExactly("deputies.csv 9999 from");
    }

    @ParameterizedTest
    @CsvSource({"olu, member", "ruth, officer"})
    @Rule("HAR-17")
    void nobody_becomes_another_kind_while_they_are_known_in_an_allocation(String username, String kind) {
        var allocated = new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(OLU, RUTH),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(List.of(new AllocationLine(
                        2, "olu", Optional.of("ruth"), Optional.empty(), LocalDate.of(2020, 1, 1), Optional.empty()))));
        var changed =
                new CouncilFiles(profile(Optional.of(PACK)), List.of(person(2, username, kind)), List.of(), List.of());
        var known = given(new Council()).when(take(allocated)).and();

        assertThat(columns(known.when(take(changed)).refusal())).containsExactly("people.csv 2 kind");
    }

    @Test
    @Rule("HAR-17")
    void an_allocation_that_ended_before_an_officer_became_a_member_is_no_fault() {
        Optional<List<AllocationLine>> ended = Optional.of(List.of(new AllocationLine(
                2,
                "olu",
                Optional.of("ruth"),
                Optional.empty(),
                LocalDate.of(2020, 1, 1),
                Optional.of(LocalDate.of(2020, 12, 31)))));
        var allocated = new CouncilFiles(
                profile(Optional.of(PACK)), List.of(OLU, RUTH), List.of(), List.of(), Optional.empty(), ended);
        var changed = new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(person(2, "olu", "member"), RUTH),
                List.of(),
                List.of(),
                Optional.empty(),
                ended);

        assertThat(given(new Council())
                        .when(take(allocated))
                        .and()
                        .when(take(changed))
                        .events())
                .isNotEmpty();
    }
}
