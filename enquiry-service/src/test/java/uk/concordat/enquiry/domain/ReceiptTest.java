package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.CALENDAR;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.LONDON;
import static uk.concordat.enquiry.domain.CityEnquiry.PACK;
import static uk.concordat.enquiry.domain.CityEnquiry.RECEIVED;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.receive;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.protocols.days.NonWorkingDay;
import uk.concordat.protocols.days.SkippedDay;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.testing.Rule;

class ReceiptTest {

    @Test
    void a_receipt_tells_all_particulars_and_the_pack_that_governs_it_to_its_end() {
        given().when(receive()).then(received());

        assertThat(received().protocol()).isEqualTo(PACK.id());
        assertThat(Stand.of(given(received())).enquiry().particulars().protocol())
                .isEqualTo(PACK.id());
    }

    @ParameterizedTest
    @Rule("COL-27")
    @EnumSource(Channel.class)
    void every_channel_starts_the_same_clocks(Channel channel) {
        Stand stand =
                Stand.of(given().when(receive(RECEIVED, RECEIVED, channel)).and());

        assertThat(stand.enquiry().particulars().channel()).isEqualTo(channel);
        assertThat(stand.enquiry().deadlines())
                .isEqualTo(Stand.of(given(received())).enquiry().deadlines());
    }

    @Test
    @Rule("COL-27")
    void a_call_logged_days_later_is_dated_from_its_own_receipt_not_from_the_logging() {
        Instant logged = Instant.parse("2027-01-06T16:00:00Z");

        Stand stand = Stand.of(
                given().when(receive(RECEIVED, logged, Channel.TELEPHONE)).and());

        assertThat(stand.enquiry().particulars().receivedAt()).isEqualTo(RECEIVED);
        assertThat(stand.deadline(ACKNOWLEDGEMENT).dueAt()).isEqualTo("2026-12-31T00:00:00Z");
        assertThat(stand.enquiry().isOverdue(logged)).isTrue();
    }

    /** The table "How days are counted", and receipts at the edges of a day, of daylight saving and of the year. */
    @ParameterizedTest
    @Rule({"COL-28", "COL-29"})
    @CsvSource({
        // received in London, acknowledge by the end of, answer by the end of
        "2026-04-01T10:00, 2026-04-07, 2026-04-17",
        "2026-04-03T10:00, 2026-04-08, 2026-04-20",
        "2026-04-04T10:00, 2026-04-08, 2026-04-20",
        "2026-08-28T10:00, 2026-09-02, 2026-09-14",
        "2026-12-24T10:00, 2026-12-30, 2027-01-12",
        "2026-12-26T10:00, 2026-12-30, 2027-01-12",
        "2026-04-01T00:00, 2026-04-07, 2026-04-17",
        "2026-04-01T23:59, 2026-04-07, 2026-04-17",
        "2026-03-31T23:59, 2026-04-02, 2026-04-16",
        "2026-07-01T00:00, 2026-07-03, 2026-07-15",
        "2026-07-01T23:59, 2026-07-03, 2026-07-15",
        "2026-03-27T17:00, 2026-03-31, 2026-04-14",
        "2026-10-23T17:00, 2026-10-27, 2026-11-06",
        "2026-12-31T23:59, 2027-01-05, 2027-01-15",
    })
    void days_are_counted_as_the_comparison_of_the_protocols_counts_them(
            LocalDateTime receivedInLondon, LocalDate acknowledgeBy, LocalDate answerBy) {
        Instant receivedAt = receivedInLondon.atZone(LONDON).toInstant();

        Stand stand = Stand.of(
                given().when(receive(receivedAt, receivedAt, Channel.EMAIL)).and());

        assertThat(stand.deadline(ACKNOWLEDGEMENT).proof().dueOn()).isEqualTo(acknowledgeBy);
        assertThat(stand.deadline(FULL_RESPONSE).proof().dueOn()).isEqualTo(answerBy);
        assertThat(stand.deadline(FULL_RESPONSE).proof().from()).isEqualTo(receivedInLondon.toLocalDate());
    }

    @ParameterizedTest
    @Rule({"COL-28", "COL-29"})
    @CsvSource({
        // received, the first moment at which an acknowledgement and an answer are late
        "2026-12-24T09:15:00Z, 2026-12-31T00:00:00Z, 2027-01-13T00:00:00Z",
        "2026-07-01T09:15:00Z, 2026-07-03T23:00:00Z, 2026-07-15T23:00:00Z",
        "2026-03-19T09:15:00Z, 2026-03-24T00:00:00Z, 2026-04-02T23:00:00Z",
        "2026-10-15T09:15:00Z, 2026-10-19T23:00:00Z, 2026-10-30T00:00:00Z",
    })
    void a_date_ends_with_the_first_moment_after_it_in_london_in_winter_and_in_summer(
            Instant receivedAt, Instant acknowledgementLate, Instant answerLate) {
        Stand stand = Stand.of(
                given().when(receive(receivedAt, receivedAt, Channel.LETTER)).and());

        assertThat(stand.deadline(ACKNOWLEDGEMENT).dueAt()).isEqualTo(acknowledgementLate);
        assertThat(stand.deadline(FULL_RESPONSE).dueAt()).isEqualTo(answerLate);
    }

    @Test
    @Rule("COL-28")
    void the_acknowledgement_cites_paragraph_7_as_our_reading_of_when_its_clock_starts() {
        Deadline deadline = Stand.of(given(received())).deadline(ACKNOWLEDGEMENT);

        assertThat(deadline.basis().source()).isEqualTo(DeadlineSource.PROTOCOL);
        assertThat(deadline.basis().citation().rule()).isEqualTo("COL-28");
        assertThat(deadline.basis().citation().paragraph()).isEqualTo("7");
        assertThat(deadline.basis().citation().reading().code()).isEqualTo("ours");
    }

    @Test
    @Rule("COL-29")
    void the_full_response_cites_paragraph_7_as_it_is_stated() {
        Deadline deadline = Stand.of(given(received())).deadline(FULL_RESPONSE);

        assertThat(deadline.basis().source()).isEqualTo(DeadlineSource.PROTOCOL);
        assertThat(deadline.basis().citation().rule()).isEqualTo("COL-29");
        assertThat(deadline.basis().citation().paragraph()).isEqualTo("7");
        assertThat(deadline.basis().citation().reading().code()).isEqualTo("stated");
    }

    @Test
    @Rule("COL-28")
    void the_proof_shows_every_day_from_receipt_to_the_date() {
        Deadline deadline = Stand.of(given(received())).deadline(ACKNOWLEDGEMENT);

        assertThat(deadline.proof().counted()).containsExactly(LocalDate.of(2026, 12, 29), LocalDate.of(2026, 12, 30));
        assertThat(deadline.proof().skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2026, 12, 25), "Christmas Day"),
                        new SkippedDay(LocalDate.of(2026, 12, 26), "Saturday"),
                        new SkippedDay(LocalDate.of(2026, 12, 27), "Sunday"),
                        new SkippedDay(LocalDate.of(2026, 12, 28), "Boxing Day (substitute)"));
        assertThat(deadline.proof().calendar()).isEqualTo(CALENDAR.version());
        assertThat(deadline.responsible()).isEqualTo(RESPONSIBLE);
        assertThat(deadline.revision()).isEqualTo(1);
        assertThat(deadline.isOpen()).isTrue();
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void the_councils_own_closures_are_skipped_and_named() {
        WorkingCalendar closed = WorkingCalendar.englandAndWales(
                "city-of-london/2", List.of(new NonWorkingDay(LocalDate.of(2026, 12, 29), "Council closure", "test")));

        Stand stand = Stand.of(given().when(receive(RECEIVED, RECEIVED, Channel.PORTAL, closed))
                .and());

        assertThat(stand.deadline(ACKNOWLEDGEMENT).proof().dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(stand.deadline(ACKNOWLEDGEMENT).proof().skipped())
                .contains(new SkippedDay(LocalDate.of(2026, 12, 29), "Council closure"));
        assertThat(stand.deadline(FULL_RESPONSE).proof().dueOn()).isEqualTo(LocalDate.of(2027, 1, 13));
    }

    @Test
    void an_enquiry_of_the_very_moment_and_of_the_first_moment_of_2000_is_received() {
        Instant first = Instant.parse("2000-01-01T00:00:00Z");

        assertThat(given().when(receive(RECEIVED, RECEIVED, Channel.PORTAL)).events())
                .hasSize(1);
        assertThat(given().when(receive(first, RECEIVED, Channel.LETTER)).events())
                .hasSize(1);
    }

    @Test
    void a_clock_without_an_id_is_a_fault_of_the_caller() {
        var command = receive();
        var without = new EnquiryCommand.Receive(
                command.id(),
                command.reference(),
                command.kind(),
                command.member(),
                command.officer(),
                command.addresseeRoles(),
                command.loggedBy(),
                command.channel(),
                command.capacity(),
                command.factual(),
                command.receivedAt(),
                command.subject(),
                command.text(),
                command.now(),
                command.zone(),
                command.calendar(),
                Map.of(),
                command.departure());

        assertThatThrownBy(() -> DECIDER.decide(without, DECIDER.initial()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acknowledgement");
    }
}
