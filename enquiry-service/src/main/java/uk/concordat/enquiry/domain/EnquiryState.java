package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;

/** The stages of an enquiry's life. */
public sealed interface EnquiryState {

    /** Nothing has been asked yet. */
    record NotReceived() implements EnquiryState {}

    /** An enquiry that exists. */
    sealed interface Known extends EnquiryState {

        CaseFile file();

        default Particulars particulars() {
            return file().particulars();
        }

        default List<Deadline> deadlines() {
            return file().deadlines();
        }

        /** {@code received}, {@code acknowledged}, {@code held}, {@code promised}, {@code answered}, {@code closed} or {@code withdrawn}. */
        default String status() {
            return switch (this) {
                case Received _ -> "received";
                case Acknowledged _ -> "acknowledged";
                case Held _ -> "held";
                case Promised _ -> "promised";
                case Answered _ -> "answered";
                case Closed _ -> "closed";
                case Withdrawn _ -> "withdrawn";
            };
        }

        /** Why nothing is owed in it any more; empty while something is. */
        default Optional<Reason> ended() {
            return switch (this) {
                case Received _, Acknowledged _, Held _, Promised _ -> Optional.empty();
                case Answered _ -> Optional.of(Reason.ALREADY_ANSWERED);
                case Closed _ -> Optional.of(Reason.CLOSED);
                case Withdrawn _ -> Optional.of(Reason.WITHDRAWN);
            };
        }

        default boolean hasEnded() {
            return ended().isPresent();
        }

        /** Whether the case has not ended and the moment of an unmet deadline has passed. */
        default boolean isOverdue(Instant now) {
            return !hasEnded() && deadlines().stream().anyMatch(deadline -> deadline.isOverdue(now));
        }
    }

    record Received(CaseFile file) implements Known {}

    record Acknowledged(CaseFile file) implements Known {}

    /** The reasons for a delay have been given; whether it has been acknowledged too, its letters tell. */
    record Held(CaseFile file) implements Known {}

    /** An answer is promised by a date, which is a deadline. */
    record Promised(CaseFile file, DeadlineId promise) implements Known {}

    record Answered(CaseFile file, Instant at) implements Known {}

    record Closed(CaseFile file, Instant answeredAt) implements Known {}

    record Withdrawn(CaseFile file) implements Known {}
}
