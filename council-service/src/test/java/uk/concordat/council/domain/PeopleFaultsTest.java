package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.RegisterFaultsTest.PEOPLE;
import static uk.concordat.council.domain.RegisterFaultsTest.faults;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.protocols.testing.Rule;

/** Kinds of people and allocations that do not fit together. */
class PeopleFaultsTest {

    @Test
    @Rule({"COL-42", "HAC-03"})
    void only_officers_are_employed_and_only_who_is_co_opted_or_independent_is_appointed_to_a_body() {
        assertThat(faults(ofPeople(
                        kind(2, "a", "member", Optional.of("employment-based")),
                        kind(3, "b", "member", Optional.empty(), "standards-committee"),
                        kind(4, "c", "officer", Optional.of("employed"), "standards-committee"),
                        kind(5, "d", "independent-member", Optional.empty()))))
                .containsExactly(
                        "people.csv 2 employment",
                        "people.csv 3 appointedTo",
                        "people.csv 4 appointedTo",
                        "people.csv 5 appointedTo");
    }

    private static PersonLine kind(
            long line, String username, String kind, Optional<String> employment, String... bodies) {
        return new PersonLine(
                line,
                username,
                username,
                kind,
                Optional.empty(),
                Optional.empty(),
                FIRST,
                Optional.empty(),
                employment,
                List.of(bodies));
    }

    private static CouncilFiles ofPeople(PersonLine... people) {
        return new CouncilFiles(profile(Optional.of(PACK)), List.of(people), List.of(), List.of());
    }

    @Test
    @Rule("HAR-17")
    void officers_are_allocated_to_members_and_groups_that_are_there() {
        assertThat(faults(new CouncilFiles(
                        profile(Optional.of(PACK)),
                        PEOPLE,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(List.of(
                                allocation(2, "ruth", "ruth", ""),
                                allocation(3, "nobody", "ruth", ""),
                                allocation(4, "olu", "ann", ""),
                                allocation(5, "olu", "nobody", ""),
                                allocation(6, "olu", "", "blue"),
                                allocation(7, "ann", "ruth", ""),
                                allocation(8, "ann", "", "red"),
                                allocation(9, "ann", "ruth", ""))))))
                .containsExactly(
                        "allocations.csv 2 username",
                        "allocations.csv 3 username",
                        "allocations.csv 4 member",
                        "allocations.csv 5 member",
                        "allocations.csv 6 group",
                        "allocations.csv 9 from");
    }

    private static AllocationLine allocation(long line, String username, String member, String group) {
        return new AllocationLine(
                line,
                username,
                Optional.of(member).filter(name -> !name.isEmpty()),
                Optional.of(group).filter(name -> !name.isEmpty()),
                FIRST,
                Optional.empty());
    }
}
