package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.people.PersonId;

/** The stages of an enquiry's life. */
public sealed interface EnquiryState {

    /** Nothing has been asked yet. */
    record NotReceived() implements EnquiryState {}

    /** An enquiry that exists. */
    sealed interface Known extends EnquiryState {

        Particulars particulars();

        List<Deadline> deadlines();

        /** {@code received}, {@code acknowledged}, {@code answered} or {@code withdrawn}. */
        default String status() {
            return switch (this) {
                case Received _ -> "received";
                case Acknowledged _ -> "acknowledged";
                case Answered _ -> "answered";
                case Withdrawn _ -> "withdrawn";
            };
        }

        /** The acknowledgement, if one was sent. */
        default Optional<Letter> acknowledged() {
            return switch (this) {
                case Received _ -> Optional.empty();
                case Acknowledged it -> Optional.of(it.acknowledgement());
                case Answered it -> it.acknowledgement();
                case Withdrawn it -> it.acknowledgement();
            };
        }

        /** Whether nothing more is owed in it. */
        default boolean hasEnded() {
            return switch (this) {
                case Received _, Acknowledged _ -> false;
                case Answered _, Withdrawn _ -> true;
            };
        }

        /** Whether the case has not ended and the moment of an unmet deadline has passed. */
        default boolean isOverdue(Instant now) {
            return !hasEnded() && deadlines().stream().anyMatch(deadline -> deadline.isOverdue(now));
        }
    }

    /** What an officer wrote to the member, and when. */
    record Letter(PersonId by, Instant at, String text) {}

    record Received(Particulars particulars, List<Deadline> deadlines) implements Known {}

    record Acknowledged(Particulars particulars, List<Deadline> deadlines, Letter acknowledgement) implements Known {}

    record Answered(
            Particulars particulars, List<Deadline> deadlines, Optional<Letter> acknowledgement, Letter response)
            implements Known {}

    record Withdrawn(
            Particulars particulars,
            List<Deadline> deadlines,
            Optional<Letter> acknowledgement,
            PersonId by,
            Instant at)
            implements Known {}
}
