package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.CALENDAR;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.LONDON;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.REASON;
import static uk.concordat.enquiry.domain.CityEnquiry.RECEIVED;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.SECOND_FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.SUBJECT;
import static uk.concordat.enquiry.domain.CityEnquiry.TEXT;
import static uk.concordat.enquiry.domain.CityEnquiry.officer;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.PutToMember;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.testing.Rule;

/** The council's own targets, under protocols that give no time, and under one that does. Received on Christmas Eve 2026. */
class LocalTargetTest {

    private static final PackLibrary PACKS = PackLibrary.with(Path.of("src/test/resources/packs"));
    private static final LocalTarget TEN = new LocalTarget(Direction.MEMBER_TO_OFFICER, DeadlineKind.FULL_RESPONSE, 10);
    private static final LocalTarget FIVE =
            new LocalTarget(Direction.OFFICER_TO_MEMBER, DeadlineKind.FIRST_RESPONSE, 5);
    private static final Map<DeadlineKind, uk.concordat.protocols.deadlines.DeadlineId> IDS = Map.of(
            DeadlineKind.ACKNOWLEDGEMENT,
            ACKNOWLEDGEMENT,
            DeadlineKind.FULL_RESPONSE,
            FULL_RESPONSE,
            DeadlineKind.FIRST_RESPONSE,
            HarlowEnquiry.FIRST_RESPONSE);

    private static Enquiry under(String pack) {
        return new Enquiry(EnquiryProtocol.of(PACKS.pack(new PackId(pack, "2026-01-01"))));
    }

    private static Receive receive(LocalTarget... targets) {
        return new Receive(
                CityEnquiry.ID,
                "HAC-E-2026-000001",
                EnquiryKind.QUESTION,
                MEMBER,
                RESPONSIBLE,
                Set.of(),
                Optional.empty(),
                Channel.PORTAL,
                Capacity.WARD,
                true,
                RECEIVED,
                SUBJECT,
                TEXT,
                RECEIVED,
                LONDON,
                CALENDAR,
                IDS,
                Optional.empty(),
                List.of(targets));
    }

    private static PutToMember put(LocalTarget... targets) {
        return new PutToMember(
                CityEnquiry.ID,
                "WTC-E-2026-000001",
                EnquiryKind.QUESTION,
                RESPONSIBLE,
                MEMBER,
                Channel.EMAIL,
                true,
                SUBJECT,
                TEXT,
                RECEIVED,
                LONDON,
                CALENDAR,
                IDS,
                Optional.empty(),
                List.of(targets));
    }

    private static Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> received(
            String pack, EnquiryCommand receipt) {
        return Scenario.given(under(pack)).when(receipt).and();
    }

    private static Known known(Scenario<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> scenario) {
        return (Known) scenario.state();
    }

    @Test
    @Rule("HAC-64")
    void where_the_protocol_gives_no_number_the_councils_target_dates_the_answer_and_says_whose_it_is() {
        Known enquiry = known(received("hackney", receive(TEN)));

        assertThat(enquiry.deadlines()).singleElement().satisfies(deadline -> {
            assertThat(deadline.kind()).isEqualTo(DeadlineKind.FULL_RESPONSE);
            assertThat(deadline.proof().dueOn()).isEqualTo(LocalDate.of(2027, 1, 12));
            assertThat(deadline.proof().counted()).hasSize(10);
            assertThat(deadline.basis().source()).isEqualTo(DeadlineSource.LOCAL_TARGET);
            assertThat(deadline.basis().citation().rule()).isEqualTo("HAC-64");
            assertThat(deadline.basis().citation().reading().code()).isEqualTo("ours");
        });
    }

    @Test
    @Rule({"HAC-64", "WTC-25", "WTC-27"})
    void where_the_council_has_set_none_nothing_is_dated() {
        assertThat(known(received("hackney", receive())).deadlines()).isEmpty();
        assertThat(known(received("wonderland", receive(FIVE))).deadlines()).isEmpty();
        assertThat(known(received("wonderland", put(TEN))).deadlines()).isEmpty();
    }

    @Test
    @Rule("WTC-25")
    void a_timely_answer_of_an_officer_has_the_officers_target() {
        assertThat(known(received("wonderland", receive(TEN, FIVE))).deadlines())
                .extracting(Deadline::kind)
                .containsExactly(DeadlineKind.FULL_RESPONSE);
    }

    @Test
    @Rule("WTC-27")
    void a_timely_answer_of_a_member_has_the_members_target() {
        assertThat(known(received("wonderland", put(TEN, FIVE))).deadlines())
                .singleElement()
                .satisfies(deadline -> {
                    assertThat(deadline.proof().dueOn()).isEqualTo(LocalDate.of(2027, 1, 5));
                    assertThat(deadline.basis().source()).isEqualTo(DeadlineSource.LOCAL_TARGET);
                    assertThat(deadline.responsible().personId()).isEqualTo(MEMBER);
                });
    }

    @Test
    @Rule("COL-29")
    void what_the_protocol_states_no_target_changes() {
        EnquiryState state = Scenario.given(CityEnquiry.DECIDER)
                .when(receive(new LocalTarget(Direction.MEMBER_TO_OFFICER, DeadlineKind.FULL_RESPONSE, 3)))
                .and()
                .state();

        assertThat(((Known) state).deadlines())
                .extracting(deadline -> deadline.basis().source())
                .containsExactly(DeadlineSource.PROTOCOL, DeadlineSource.PROTOCOL);
        assertThat(((Known) state).particulars().targets()).isEmpty();
    }

    @Test
    void an_answer_in_time_meets_it_and_a_late_one_meets_it_late() {
        var open = received("hackney", receive(TEN));
        Instant late = Instant.parse("2027-01-13T00:00:00Z");

        assertThat(known(open.when(new Respond(officer(IN_TIME), LETTER)).and()).deadlines())
                .extracting(deadline -> deadline.standing().code())
                .containsExactly("met");
        assertThat(known(open.when(new Respond(officer(late), LETTER)).and()).deadlines())
                .extracting(deadline -> deadline.standing().code())
                .containsExactly("met-late");
    }

    @Test
    void it_is_missed_as_any_deadline_is_and_climbs() {
        var missed = received("hackney", receive(TEN))
                .when(new Lapse(FULL_RESPONSE, 1, 0, Instant.parse("2027-01-13T00:00:00Z"), LINE))
                .and();

        assertThat(known(missed).deadlines())
                .extracting(deadline -> deadline.standing().code())
                .containsExactly("missed");
        assertThat(known(missed).deadlines().getFirst().told()).hasSize(2);
    }

    @Test
    void a_day_that_is_proclaimed_moves_it() {
        var moved = received("hackney", receive(TEN))
                .when(Proclaimed.reconcile(IN_TIME, LocalDate.of(2027, 1, 4)))
                .and();

        assertThat(known(moved).deadlines().getFirst().proof().dueOn()).isEqualTo(LocalDate.of(2027, 1, 13));
        assertThat(known(moved).deadlines().getFirst().basis().source()).isEqualTo(DeadlineSource.LOCAL_TARGET);
    }

    /** Whatever the council has set since, of which a reopening is not told. */
    @Test
    void a_later_round_goes_by_the_target_of_the_day_of_receipt() {
        var again = received("hackney", receive(TEN))
                .when(new Respond(officer(IN_TIME), LETTER))
                .and()
                .when(new Reopen(officer(IN_TIME), REASON))
                .and();

        Deadline second = known(again).deadlines().getLast();
        assertThat(second.id()).isEqualTo(SECOND_FULL_RESPONSE);
        assertThat(second.basis().source()).isEqualTo(DeadlineSource.LOCAL_TARGET);
        assertThat(second.proof().counted()).hasSize(10);
    }
}
