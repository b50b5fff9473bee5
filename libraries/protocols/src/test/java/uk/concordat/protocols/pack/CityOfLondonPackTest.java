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

    private static Citation ours(String rule) {
        return new Citation(rule, COUNCIL, "7", Reading.OURS);
    }

    private static Citation stated(String rule) {
        return new Citation(rule, COUNCIL, "7", Reading.STATED);
    }
}
