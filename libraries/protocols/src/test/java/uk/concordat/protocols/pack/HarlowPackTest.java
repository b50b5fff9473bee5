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

class HarlowPackTest {

    private static final String COUNCIL = "harlow";

    private final Pack pack = PackLibrary.standard().pack(new PackId(COUNCIL, "2024-01-01.2"));
    private final EnquiryTerms enquiries = pack.enquiries();

    @Test
    void is_the_councils_protocol_which_bears_no_date_of_approval() {
        assertThat(pack.title()).isEqualTo("Officer/Councillor Protocol");
        assertThat(pack.council()).isEqualTo(COUNCIL);
        assertThat(pack.approved()).isEqualTo("not stated");
        assertThat(PackLibrary.standard().latest(COUNCIL)).contains(pack);
    }

    @Test
    @Rule("HAR-35")
    void sets_one_clock_of_five_working_days_which_runs_from_receipt_by_our_reading() {
        assertThat(enquiries.clocks())
                .containsExactly(new ClockTerms(
                        "first-response", "working-days-from-receipt", 5, cite("HAR-35", "6.6 = 15.18", Reading.OURS)));
        assertThat(WorkingCalendar.englandAndWales("harlow/1", List.of())
                        .forward(LocalDate.of(2026, 12, 24), 5)
                        .dueOn())
                .isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @Test
    @Rule("HAR-39")
    void only_what_is_written_starts_the_clock() {
        assertThat(enquiries.channels()).containsExactly("portal", "email", "letter", "fax");
        assertThat(enquiries.channelsRule()).isEqualTo(cite("HAR-39", "6.6", Reading.OURS));
    }

    @Test
    @Rule("HAR-34")
    void what_is_not_factual_goes_to_a_senior_officer_first_as_the_paragraph_states() {
        assertThat(enquiries.addressee()).hasValueSatisfying(addressee -> {
            assertThat(addressee.policy()).isEqualTo("senior-unless-factual");
            assertThat(addressee.citation()).isEqualTo(cite("HAR-34", "6.5", Reading.STATED));
            assertThat(addressee.roles()).contains("line-manager", "director", "head-of-paid-service");
        });
    }

    @Test
    @Rule("HAR-36")
    void an_acknowledgement_names_the_day_of_the_answer() {
        assertThat(enquiries.acknowledgement())
                .contains(new PolicyTerms("promised-date", cite("HAR-36", "6.6 = 15.18", Reading.STATED)));
    }

    @Test
    @Rule("HAR-37")
    void a_day_that_cannot_be_kept_is_revised_and_how_often_is_left_open() {
        assertThat(enquiries.timescale())
                .contains(new PolicyTerms("revised-timescale", cite("HAR-37", "6.6 = 15.18", Reading.STATED)));
        assertThat(enquiries.unstated())
                .containsExactly(new UnstatedTerm("promised-response", cite("HAR-37", "6.6 = 15.18", Reading.OURS)));
    }

    @Test
    @Rule("HAR-38")
    void a_member_owes_an_officer_the_same_five_days() {
        assertThat(enquiries.officerToMember())
                .isEqualTo(new OfficerToMemberTerms(
                        List.of(new ClockTerms(
                                "first-response",
                                "working-days-from-receipt",
                                5,
                                cite("HAR-38", "6.6 = 15.18", Reading.OURS))),
                        List.of()));
    }

    @Test
    void knows_no_holding_reply_and_no_acknowledgement_that_an_answer_would_settle() {
        assertThat(enquiries.holdingReply()).isEqualTo(Optional.empty());
        assertThat(enquiries.answerSettlesAcknowledgement()).isEqualTo(Optional.empty());
    }

    @Test
    @Rule({"HAR-04", "HAR-06"})
    void a_group_is_two_or_more_who_have_told_the_chief_executive_and_the_largest_outside_leads_the_opposition() {
        assertThat(pack.groups())
                .contains(new GroupTerms(
                        2,
                        Optional.of("head-of-paid-service"),
                        cite("HAR-04", "2.3", Reading.STATED),
                        Optional.of(new PolicyTerms(
                                "leader-of-largest-group-outside-administration",
                                cite("HAR-06", "2.1, 2.5", Reading.STATED)))));
    }

    @Test
    @Rule("HAR-42")
    void respect_for_time_off_asks_for_quiet_hours_and_leaves_them_to_the_council() {
        assertThat(pack.settings())
                .contains(new SettingsTerms(
                        List.of("head-of-paid-service", "monitoring-officer"),
                        cite("HAR-40", "6.7, 15.18", Reading.OURS),
                        Optional.of(cite("HAR-42", "6.9", Reading.OURS))));
        assertThat(pack.adoption())
                .contains(new AdoptionTerms(List.of("monitoring-officer"), cite("HAR-12", "3.5", Reading.OURS)));
    }

    @Test
    void the_second_edition_says_the_same_but_not_who_sets_anything() {
        Pack second = PackLibrary.standard().pack(new PackId(COUNCIL, "2024-01-01.1"));

        assertThat(second)
                .isEqualTo(new Pack(
                        second.id(), pack.title(), pack.council(), pack.approved(), pack.enquiries(), pack.groups()));
    }

    @Test
    void the_first_edition_still_says_what_it_said_and_nothing_of_groups() {
        Pack first = PackLibrary.standard().pack(new PackId(COUNCIL, "2024-01-01"));

        assertThat(first)
                .isEqualTo(new Pack(first.id(), pack.title(), pack.council(), pack.approved(), pack.enquiries()));
    }

    private static Citation cite(String rule, String paragraph, Reading reading) {
        return new Citation(rule, COUNCIL, paragraph, reading);
    }
}
