package uk.concordat.enquiry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.concordat.enquiry.domain.CityEnquiry;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryHistory;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EveryEvent;
import uk.concordat.kit.testing.StoredExamples;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.ladder.Climb;

class StoredExamplesTest extends StoredExamples<EnquiryState, EnquiryEvent> {

    StoredExamplesTest() {
        super(EnquiryEventTypes.table(), EnquiryHistory.initial(), EnquiryHistory::evolve);
    }

    @Override
    protected List<EnquiryEvent> written() {
        return EveryEvent.all();
    }

    /** How the enquiry stands, then each date with its revision and how it stands. */
    @Override
    protected String describe(EnquiryState state) {
        Known enquiry = (Known) state;
        return enquiry.status()
                + enquiry.deadlines().stream()
                        .map(StoredExamplesTest::describe)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String describe(Deadline deadline) {
        return "%s %s/%d %s"
                .formatted(
                        deadline.kind().code(),
                        deadline.proof().dueOn(),
                        deadline.revision(),
                        deadline.standing().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Version 1 of a breach knew no ladder: nobody is known to have been told by the enquiry itself. */
    @Test
    void a_breach_as_it_was_first_stored_tells_of_nobody() throws IOException {
        assertThat(event("deadline-breached.v1"))
                .isEqualTo(CityEnquiry.breached(ACKNOWLEDGEMENT, 0, BETWEEN, new Climb(List.of(), List.of(), false)));
    }
}
