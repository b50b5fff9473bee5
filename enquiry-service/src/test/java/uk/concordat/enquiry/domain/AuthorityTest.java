package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUES_LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUES_POST;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.acting;
import static uk.concordat.enquiry.domain.CityEnquiry.received;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Act;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.testing.Rule;

/** The decider goes by the table: by each part alone, it refuses for who acts exactly where the table does not name it. */
class AuthorityTest {

    @ParameterizedTest
    @EnumSource(Part.class)
    void by_a_part_one_may_do_what_the_table_says_and_nothing_else(Part part) {
        for (Act act : actsOf(part)) {
            boolean refusedForWhoActs =
                    DECIDER.decide(act, Scenario.given(DECIDER, received()).state())
                                    instanceof Decision.Refused<EnquiryEvent, EnquiryRefusal>(EnquiryRefusal refusal)
                            && (refusal.ground() == Ground.ACTOR
                                    || refusal.reason() == EnquiryRefusal.Reason.ASKED_OF_A_MEMBER);

            assertThat(refusedForWhoActs)
                    .as("%s by %s", act.getClass().getSimpleName(), part)
                    .isEqualTo(!Authority.of(act).parts().contains(part));
        }
    }

    @Test
    void every_act_has_its_own_line_and_every_line_of_an_act_is_of_some_act() {
        assertThat(actsOf(Part.HOLDER).stream().map(Authority::of))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(Arrays.stream(Authority.values())
                        .filter(line -> line.ordinal() >= Authority.ACKNOWLEDGEMENT.ordinal())
                        .toArray(Authority[]::new));
    }

    /** The nearest above is one of those above. */
    @ParameterizedTest
    @EnumSource(value = Part.class, mode = EnumSource.Mode.EXCLUDE, names = "NEAREST_ABOVE")
    void whoever_may_do_anything_to_an_enquiry_may_read_it(Part part) {
        assertThat(Authority.READ.isFor(Set.of(part))).isTrue();
        assertThat(Authority.READ.isFor(Set.of())).isFalse();
        assertThat(Authority.READ.isFor(Set.of(Standing.OFFICER, Standing.OFFICER_IN_POST)))
                .isFalse();
    }

    @Test
    @Rule({"COL-20", "HAR-33", "WTC-23"})
    void officers_are_directed_by_their_line_and_by_no_single_member() {
        Acting member = acting(MEMBER, Set.of(Part.ASKING_MEMBER), IN_TIME);
        Acting manager = acting(MANAGER, Set.of(Part.ABOVE), IN_TIME);

        assertThat(Scenario.given(DECIDER, received())
                        .when(new Assign(member, COLLEAGUES_POST, COLLEAGUES_LINE, Optional.empty()))
                        .refusal()
                        .code())
                .isEqualTo("not-yours-to-assign");
        assertThat(Scenario.given(DECIDER, received())
                        .when(new Assign(manager, COLLEAGUES_POST, COLLEAGUES_LINE, Optional.empty()))
                        .events())
                .hasSize(1);
        assertThat(Scenario.given(DECIDER, received())
                        .when(new Respond(manager, LETTER))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_refusal_names_who_may() {
        EnquiryRefusal refusal = Scenario.given(DECIDER, received())
                .when(new Reopen(acting(MEMBER, Set.of(Part.ASKING_MEMBER), IN_TIME), LETTER))
                .refusal();

        assertThat(refusal.detail())
                .isEqualTo(
                        "Only whoever holds the post that it is with, whoever holds a post above that one in the line"
                                + " or the officer who asked a member may do this.");
    }

    private static List<Act> actsOf(Part part) {
        Acting acting = acting(MANAGER, Set.of(part), IN_TIME);
        return List.of(
                new Acknowledge(acting, LETTER, Optional.empty()),
                new Hold(acting, LETTER, Optional.empty(), false),
                new Revise(acting, Optional.empty(), Optional.empty()),
                new Respond(acting, LETTER),
                new Assign(acting, COLLEAGUES_POST, COLLEAGUES_LINE, Optional.empty()),
                new FollowUp(acting, LETTER, Channel.EMAIL, Optional.empty()),
                new Reopen(acting, LETTER),
                new Close(acting, Optional.empty()),
                new Withdraw(acting, Optional.empty()));
    }
}
