package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.kit.council.Chamber.BLUE_1;
import static uk.concordat.kit.council.Chamber.BLUE_2;
import static uk.concordat.kit.council.Chamber.FIRST;
import static uk.concordat.kit.council.Chamber.GONE;
import static uk.concordat.kit.council.Chamber.INDEPENDENT;
import static uk.concordat.kit.council.Chamber.LONE;
import static uk.concordat.kit.council.Chamber.RED_1;
import static uk.concordat.kit.council.Chamber.RED_2;
import static uk.concordat.kit.council.Chamber.RED_3;
import static uk.concordat.kit.council.Chamber.TODAY;
import static uk.concordat.kit.council.Chamber.VERDERER;
import static uk.concordat.kit.council.Chamber.group;
import static uk.concordat.kit.council.Chamber.in;
import static uk.concordat.kit.council.Chamber.part;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.testing.Rule;

class OppositionTest {

    private static final Optional<GroupTerms> HARLOWS =
            PackLibrary.standard().latest("harlow").flatMap(Pack::groups);

    private static final GroupDocument RED =
            group("red", true, in(RED_1), in(RED_2), in(RED_3), part(RED_1, GroupPart.LEADER, FIRST, Optional.empty()));
    private static final GroupDocument BLUE =
            group("blue", false, in(BLUE_1), in(BLUE_2), part(BLUE_1, GroupPart.LEADER, FIRST, Optional.empty()));

    private static Opposition on(LocalDate day, GroupDocument... groups) {
        return Opposition.on(day, Chamber.of(groups), HARLOWS);
    }

    @Test
    @Rule("HAR-06")
    void it_is_led_by_the_leader_of_the_largest_group_outside_the_administration() {
        var small = group("green", false, in(LONE), part(LONE, GroupPart.LEADER, FIRST, Optional.empty()));

        assertThat(on(TODAY, RED, BLUE, small)).isEqualTo(new Opposition.LeaderOfTheLargest(BLUE, Optional.of(BLUE_1)));
    }

    @Test
    @Rule("HAR-06")
    void while_nobody_leads_that_group_nobody_does() {
        var leaderless = group("blue", false, in(BLUE_1), in(BLUE_2));

        assertThat(on(TODAY, RED, leaderless))
                .isEqualTo(new Opposition.LeaderOfTheLargest(leaderless, Optional.empty()));
    }

    @Test
    @Rule("HAR-06")
    void groups_of_one_size_are_a_tie_which_is_said_and_not_guessed() {
        var green = group("green", false, in(LONE), in(VERDERER));

        assertThat(on(TODAY, RED, BLUE, green)).isEqualTo(new Opposition.Tied(List.of(BLUE, green)));
    }

    @Test
    @Rule({"HAR-06", "HAR-08"})
    void an_independent_member_of_a_committee_makes_no_group_larger_and_a_co_optee_does() {
        var withIndependent = group("green", false, in(LONE), in(INDEPENDENT));
        var withCoOptee = group("green", false, in(LONE), in(VERDERER), in(GONE));

        assertThat(on(TODAY, RED, BLUE, withIndependent))
                .isEqualTo(new Opposition.LeaderOfTheLargest(BLUE, Optional.of(BLUE_1)));
        assertThat(on(LocalDate.of(2026, 5, 11), RED, BLUE, withCoOptee))
                .isEqualTo(new Opposition.LeaderOfTheLargest(withCoOptee, Optional.empty()));
        assertThat(on(TODAY, RED, group("green", false, in(INDEPENDENT)))).isEqualTo(new Opposition.NoOtherGroup());
    }

    @Test
    @Rule("HAR-06")
    void whoever_has_left_is_not_counted() {
        var green = group("green", false, in(LONE), in(VERDERER), in(GONE));

        assertThat(on(LocalDate.of(2026, 5, 11), RED, BLUE, green))
                .isEqualTo(new Opposition.LeaderOfTheLargest(green, Optional.empty()));
        assertThat(on(LocalDate.of(2026, 5, 12), RED, BLUE, green)).isInstanceOf(Opposition.Tied.class);
    }

    @Test
    @Rule("HAR-06")
    void whom_the_council_has_named_it_is_for_those_days() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        var green = group(
                "green", false, in(LONE), part(LONE, GroupPart.LEADER_OF_THE_OPPOSITION, FIRST, Optional.of(last)));

        assertThat(on(last, RED, BLUE, green)).isEqualTo(new Opposition.Named(LONE));
        assertThat(on(last.plusDays(1), RED, BLUE, green)).isInstanceOf(Opposition.LeaderOfTheLargest.class);
    }

    @Test
    @Rule("HAR-06")
    void one_of_the_administration_is_not_even_if_named() {
        var naming =
                group("red", true, in(RED_1), part(RED_1, GroupPart.LEADER_OF_THE_OPPOSITION, FIRST, Optional.empty()));

        assertThat(on(TODAY, naming, BLUE)).isEqualTo(new Opposition.LeaderOfTheLargest(BLUE, Optional.of(BLUE_1)));
    }

    @Test
    @Rule("HAR-06")
    void it_cannot_be_said_without_an_administration_nor_without_another_group() {
        assertThat(on(TODAY, BLUE)).isEqualTo(new Opposition.AdministrationNotKnown());
        assertThat(on(TODAY, RED)).isEqualTo(new Opposition.NoOtherGroup());
        assertThat(on(FIRST.minusDays(1), RED, BLUE)).isEqualTo(new Opposition.AdministrationNotKnown());
    }

    @Test
    void where_the_protocol_does_not_say_it_is_only_whom_the_council_has_named() {
        var naming = group(
                "green", false, in(LONE), part(LONE, GroupPart.LEADER_OF_THE_OPPOSITION, FIRST, Optional.empty()));

        assertThat(Opposition.on(TODAY, Chamber.of(RED, BLUE), Optional.empty()))
                .isEqualTo(new Opposition.NotInTheProtocol());
        assertThat(Opposition.on(TODAY, Chamber.of(RED, naming), Optional.empty()))
                .isEqualTo(new Opposition.Named(LONE));
    }
}
