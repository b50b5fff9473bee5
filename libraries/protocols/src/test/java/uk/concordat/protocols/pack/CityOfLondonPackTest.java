package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.rules.Citation;
import uk.concordat.protocols.rules.Reading;
import uk.concordat.protocols.testing.Rule;

class CityOfLondonPackTest {

    private static final String COUNCIL = "city-of-london";

    private final Pack pack = PackLibrary.standard().pack(new PackId(COUNCIL, "2006-04-13"));
    private final EnquiryTerms enquiries = pack.enquiries();

    @Test
    void is_the_protocol_that_the_court_of_common_council_approved() {
        assertThat(pack.title()).isEqualTo("Protocol on Member / Officer Relations");
        assertThat(pack.council()).isEqualTo(COUNCIL);
        assertThat(LocalDate.parse(pack.approved())).isEqualTo(LocalDate.of(2006, 4, 13));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void sets_two_clocks_of_two_and_ten_working_days_from_receipt() {
        assertThat(enquiries.clocks())
                .containsExactly(
                        new ClockTerms("acknowledgement", "working-days-from-receipt", 2, ours("COL-28")),
                        new ClockTerms("full-response", "working-days-from-receipt", 10, stated("COL-29")));
    }

    @Test
    @Rule("COL-27")
    void any_channel_starts_the_clocks() {
        assertThat(enquiries.channels()).containsExactly("portal", "email", "letter", "telephone", "fax", "in-person");
        assertThat(enquiries.channelsRule()).isEqualTo(stated("COL-27"));
    }

    @Test
    @Rule("COL-31")
    void an_answer_settles_an_open_acknowledgement_by_our_reading() {
        assertThat(enquiries.answerSettlesAcknowledgement()).isEqualTo(Optional.of(ours("COL-31")));
    }

    @Test
    @Rule("COL-31")
    void the_date_of_an_answer_after_a_holding_reply_is_left_open() {
        assertThat(enquiries.unstated()).containsExactly(new UnstatedTerm("promised-response", ours("COL-31")));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void dates_an_enquiry_of_christmas_eve_as_the_story_tells() {
        WorkingCalendar calendar = WorkingCalendar.englandAndWales("city-of-london/1", List.of());

        assertThat(enquiries.clocks())
                .extracting(clock -> calendar.forward(LocalDate.of(2026, 12, 24), clock.workingDays())
                        .dueOn())
                .containsExactly(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 12));
    }

    /** The second edition says what the first left out; what the first said it says too. */
    @Test
    @Rule({"COL-24", "COL-28", "COL-30", "COL-31"})
    void its_second_edition_adds_whom_to_ask_and_holding_replies_and_changes_nothing_else() {
        EnquiryTerms second =
                PackLibrary.standard().pack(new PackId(COUNCIL, "2006-04-13.1")).enquiries();

        assertThat(second.clocks()).isEqualTo(enquiries.clocks());
        assertThat(second.channels()).isEqualTo(enquiries.channels());
        assertThat(second.channelsRule()).isEqualTo(enquiries.channelsRule());
        assertThat(second.answerSettlesAcknowledgement()).isEqualTo(enquiries.answerSettlesAcknowledgement());
        assertThat(second.unstated()).isEqualTo(enquiries.unstated());
        assertThat(second.acknowledgement()).contains(new PolicyTerms("plain-acknowledgement", stated("COL-28")));
        assertThat(second.holdingReply())
                .contains(new HoldingReplyTerms("holding-reply-with-reasons", ours("COL-30"), ours("COL-31")));
        assertThat(second.addressee()).hasValueSatisfying(addressee -> {
            assertThat(addressee.policy()).isEqualTo("senior-unless-factual");
            assertThat(addressee.citation()).isEqualTo(new Citation("COL-24", COUNCIL, "5(2)(f)", Reading.OURS));
            assertThat(addressee.roles()).contains("line-manager", "director", "head-of-paid-service");
        });
        assertThat(enquiries.addressee()).isEmpty();
        assertThat(enquiries.acknowledgement()).isEmpty();
        assertThat(enquiries.holdingReply()).isEmpty();
    }

    @Test
    void its_third_edition_adds_who_changes_settings_and_who_adopts_and_changes_nothing_else() {
        Pack second = PackLibrary.standard().pack(new PackId(COUNCIL, "2006-04-13.1"));
        Pack third = PackLibrary.standard().pack(new PackId(COUNCIL, "2006-04-13.2"));
        Citation guardian = new Citation("COL-03", COUNCIL, "1(3)", Reading.OURS);

        assertThat(third.enquiries()).isEqualTo(second.enquiries());
        assertThat(third.groups()).isEqualTo(second.groups());
        assertThat(third.settings())
                .contains(new SettingsTerms(
                        List.of("head-of-paid-service", "member-services"), guardian, Optional.empty()));
        assertThat(third.adoption())
                .contains(new AdoptionTerms(List.of("head-of-paid-service", "monitoring-officer"), guardian));
        assertThat(second.settings()).isEmpty();
        assertThat(second.adoption()).isEmpty();
    }

    @Test
    void every_edition_knows_no_promised_dates_and_says_nothing_of_an_officer_who_asks_a_member() {
        assertThat(PackLibrary.standard().ids())
                .filteredOn(id -> id.pack().equals(COUNCIL))
                .hasSize(3)
                .allSatisfy(id -> {
                    EnquiryTerms terms = PackLibrary.standard().pack(id).enquiries();
                    assertThat(terms.timescale()).isEmpty();
                    assertThat(terms.officerToMember()).isEqualTo(OfficerToMemberTerms.NONE);
                });
    }

    private static Citation ours(String rule) {
        return new Citation(rule, COUNCIL, "7", Reading.OURS);
    }

    private static Citation stated(String rule) {
        return new Citation(rule, COUNCIL, "7", Reading.STATED);
    }
}
