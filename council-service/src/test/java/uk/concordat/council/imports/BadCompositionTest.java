package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.ImportFault;

/** What does not hold together is told with file, line and column, what is wrong and what to do. */
class BadCompositionTest {

    private static final Sent GOOD = Sent.underTheCitys()
            .with("groups", "group,name,told,from,to,administration\nred,Red,,2020-05-08,,\n")
            .with("group-members", "group,username,part,from,to\nred,ann,member,2020-05-08,2024-12-31\n")
            .with("wards", "ward,name,from,to\nmark-hall,Mark Hall,2020-05-08,\n")
            .with("ward-members", "ward,username,from,to\nmark-hall,ann,2020-05-08,\n")
            .with("bodies", "body,name,kind,from,to\nforest,Epping Forest,committee,2020-05-08,\n")
            .with("body-members", "body,username,part,from,to\nforest,ann,chair,2020-05-08,\n")
            .with("elections", "election,name,day,preElectionFrom,preElectionTo\n");

    private static Arguments wrong(
            String part, String line, String file, int at, String column, String problem, String remedy) {
        return Arguments.of(part, line, new ImportFault(file, at, column, problem, remedy));
    }

    private static Arguments endsBeforeItBegins(String part, String line, int at, String column) {
        return wrong(
                part,
                line,
                part + ".csv",
                at,
                column,
                "ends before it begins",
                "Let it end on or after its first day.");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                wrong(
                        "group-members",
                        "red,ann,leader,2020-05-08,\n",
                        "group-members.csv",
                        3,
                        "username",
                        "ann is not in the group red on 2025-01-01",
                        "Let it begin and end with the membership, or name a member of the group."),
                wrong(
                        "group-members",
                        "red,bob,whip,2020-05-08,\n",
                        "group-members.csv",
                        3,
                        "username",
                        "bob is not in the group red on 2020-05-08",
                        "Let it begin and end with the membership, or name a member of the group."),
                wrong(
                        "wards",
                        "old-town,Old Town,2020-05-08,\n",
                        "wards.csv",
                        3,
                        "ward",
                        "nobody has ever stood for the ward old-town",
                        "Name its members in ward-members.csv, also those who have left."),
                endsBeforeItBegins("people", "eve,Eve,member,,2026-01-02,2026-01-01\n", 9, "to"),
                endsBeforeItBegins("groups", "blue,Blue,,2026-01-02,2026-01-01,\n", 3, "to"),
                endsBeforeItBegins("group-members", "red,bob,member,2026-01-02,2026-01-01\n", 3, "to"),
                endsBeforeItBegins("wards", "old-town,Old Town,2026-01-02,2026-01-01\n", 3, "to"),
                endsBeforeItBegins("ward-members", "mark-hall,bob,2026-01-02,2026-01-01\n", 3, "to"),
                endsBeforeItBegins("bodies", "club,Club,committee,2026-01-02,2026-01-01\n", 3, "to"),
                endsBeforeItBegins("body-members", "forest,bob,member,2026-01-02,2026-01-01\n", 3, "to"),
                endsBeforeItBegins("elections", "may,May,2026-05-07,2026-03-26,2026-03-25\n", 2, "preElectionTo"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_fault_is_told_where_it_is_and_with_its_remedy(String part, String line, ImportFault fault) {
        String lines = GOOD.parts().getOrDefault(part, "");

        assertThat(GOOD.with(part, lines + line).all(CouncilState.unknown())).containsExactly(fault);
    }
}
