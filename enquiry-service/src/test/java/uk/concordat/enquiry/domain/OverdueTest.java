package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.Stand.given;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.testing.Rule;

/** Overdue is computed when read: no event is needed for it, and none can contradict it. */
class OverdueTest {

    @Test
    @Rule("COL-28")
    void from_the_moment_of_an_open_deadline_on_and_not_an_instant_before() {
        assertThat(isOverdue(ACKNOWLEDGEMENT_DUE.minusNanos(1), received())).isFalse();
        assertThat(isOverdue(ACKNOWLEDGEMENT_DUE, received())).isTrue();
    }

    @Test
    void a_missed_deadline_keeps_it_overdue_until_it_is_settled() {
        var breached = breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE);

        assertThat(isOverdue(BETWEEN, received(), breached)).isTrue();
        assertThat(isOverdue(BETWEEN, received(), breached, acknowledged(BETWEEN)))
                .isFalse();
    }

    @Test
    @Rule("COL-29")
    void an_acknowledged_enquiry_becomes_overdue_with_its_answer() {
        assertThat(isOverdue(FULL_RESPONSE_DUE.minusNanos(1), received(), acknowledged(IN_TIME)))
                .isFalse();
        assertThat(isOverdue(FULL_RESPONSE_DUE, received(), acknowledged(IN_TIME)))
                .isTrue();
    }

    @Test
    void an_enquiry_that_has_ended_is_not_overdue_whatever_was_missed() {
        var breached = breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE);

        assertThat(isOverdue(AFTER_ALL, received(), breached, answered(BETWEEN, ACKNOWLEDGEMENT, FULL_RESPONSE)))
                .isFalse();
        assertThat(isOverdue(AFTER_ALL, received(), breached, withdrawn(BETWEEN, FULL_RESPONSE)))
                .isFalse();
    }

    private static boolean isOverdue(Instant now, EnquiryEvent... events) {
        return Stand.of(given(events)).enquiry().isOverdue(now);
    }
}
