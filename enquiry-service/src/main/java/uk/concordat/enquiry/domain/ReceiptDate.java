package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;

/** When an enquiry was received is a fact that somebody states. What cannot be one is refused before any protocol is asked. */
public final class ReceiptDate {

    private static final Instant EARLIEST =
            LocalDate.of(2000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private ReceiptDate() {}

    /** Why an enquiry cannot have been received then; empty if it can. */
    public static Optional<EnquiryRefusal> refusal(Instant receivedAt, Instant now) {
        if (receivedAt.isAfter(now)) {
            return Optional.of(EnquiryRefusal.because(Reason.RECEIVED_IN_THE_FUTURE));
        }
        return receivedAt.isBefore(EARLIEST)
                ? Optional.of(EnquiryRefusal.because(Reason.RECEIVED_TOO_LONG_AGO))
                : Optional.empty();
    }
}
