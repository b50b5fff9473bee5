package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.spared;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.EnquiryState.Answered;
import uk.concordat.enquiry.domain.EnquiryState.NotReceived;
import uk.concordat.enquiry.domain.EnquiryState.Withdrawn;
import uk.concordat.protocols.deadlines.Standing;

class HistoryTest {

    @Test
    void before_its_receipt_there_is_nothing() {
        assertThat(EnquiryHistory.initial()).isEqualTo(new NotReceived()).isEqualTo(DECIDER.initial());
    }

    @Test
    void events_make_the_same_of_an_enquiry_with_and_without_a_protocol_at_hand() {
        List<EnquiryEvent> events = List.of(
                received(),
                breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE),
                acknowledged(BETWEEN),
                answered(BETWEEN, FULL_RESPONSE));

        EnquiryState folded = EnquiryHistory.initial();
        for (EnquiryEvent event : events) {
            folded = EnquiryHistory.evolve(folded, event);
        }

        assertThat(folded).isInstanceOf(Answered.class).isEqualTo(DECIDER.fold(DECIDER.initial(), events));
    }

    @Test
    void each_moment_is_kept_as_its_event_tells_it() {
        Stand stand = Stand.of(Stand.given(
                received(), breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE), withdrawn(BETWEEN, FULL_RESPONSE)));

        assertThat(stand.deadline(ACKNOWLEDGEMENT).standing())
                .isEqualTo(new Standing.Missed(ACKNOWLEDGEMENT_DUE, 0, Set.of(OFFICER, MANAGER)));
        assertThat(stand.deadline(FULL_RESPONSE).standing()).isEqualTo(new Standing.Withdrawn(BETWEEN));
        assertThat(stand.enquiry()).isInstanceOf(Withdrawn.class);
    }

    @Test
    void the_acknowledgement_that_was_sent_outlives_answer_and_withdrawal() {
        assertThat(Stream.of(
                        new EnquiryEvent[] {received(), acknowledged(IN_TIME)},
                        new EnquiryEvent[] {received(), acknowledged(IN_TIME), answered(BETWEEN, FULL_RESPONSE)},
                        new EnquiryEvent[] {received(), acknowledged(IN_TIME), withdrawn(BETWEEN, FULL_RESPONSE)}))
                .allSatisfy(life -> assertThat(
                                Stand.of(Stand.given(life)).enquiry().file().latest(Letter.Kind.ACKNOWLEDGEMENT))
                        .hasValueSatisfying(letter -> assertThat(letter.at()).isEqualTo(IN_TIME)));
    }

    @Test
    void a_spared_lapse_leaves_every_stage_as_it_was() {
        Stream<EnquiryEvent[]> lives = Stream.of(
                new EnquiryEvent[] {received()},
                new EnquiryEvent[] {received(), acknowledged(IN_TIME)},
                new EnquiryEvent[] {received(), answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE)},
                new EnquiryEvent[] {received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE)});

        assertThat(lives).allSatisfy(life -> {
            EnquiryState state = Stand.given(life).state();
            assertThat(EnquiryHistory.evolve(state, spared(ACKNOWLEDGEMENT, 1, BETWEEN)))
                    .isEqualTo(state);
        });
    }

    @Test
    void a_breach_is_kept_in_every_stage_without_changing_it() {
        EnquiryEvent breach = breached(FULL_RESPONSE, BETWEEN);

        assertThat(Stream.of(
                        new EnquiryEvent[] {received(), breach},
                        new EnquiryEvent[] {received(), acknowledged(IN_TIME), breach},
                        new EnquiryEvent[] {received(), answered(IN_TIME, ACKNOWLEDGEMENT), breach},
                        new EnquiryEvent[] {received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT), breach}))
                .extracting(
                        life -> Stand.of(Stand.given(life)).enquiry().status(),
                        life -> Stand.of(Stand.given(life)).fullResponse())
                .containsExactly(
                        tuple("received", "missed"),
                        tuple("acknowledged", "missed"),
                        tuple("answered", "missed"),
                        tuple("withdrawn", "missed"));
    }

    @Test
    void a_history_that_does_not_begin_with_a_receipt_is_no_history() {
        assertThat(Stream.<EnquiryEvent>of(
                        acknowledged(IN_TIME),
                        answered(IN_TIME, FULL_RESPONSE),
                        withdrawn(IN_TIME, FULL_RESPONSE),
                        breached(FULL_RESPONSE, BETWEEN)))
                .allSatisfy(event -> assertThatThrownBy(() -> EnquiryHistory.evolve(EnquiryHistory.initial(), event))
                        .isInstanceOf(IllegalStateException.class));
    }
}
