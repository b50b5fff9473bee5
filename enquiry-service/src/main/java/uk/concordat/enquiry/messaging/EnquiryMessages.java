package uk.concordat.enquiry.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.kit.messaging.DeadlineMention;

/** The data of the messages on a council's topic of enquiries. A JSON Schema in {@code schemas/} describes each. */
final class EnquiryMessages {

    private EnquiryMessages() {}

    /**
     * {@code uk.concordat.enquiry.received.v1}.
     *
     * @param loggedBy absent for a member's own
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Received(
            String reference,
            Pack protocol,
            String kind,
            UUID member,
            Officer officer,
            Optional<UUID> loggedBy,
            String channel,
            String capacity,
            boolean factual,
            Instant receivedAt,
            List<DeadlineMention> deadlines) {

        static Received of(EnquiryReceived event, List<DeadlineMention> deadlines) {
            return new Received(
                    event.reference(),
                    new Pack(event.protocol().pack(), event.protocol().version()),
                    event.kind().code(),
                    event.member().value(),
                    new Officer(
                            event.officer().postId().orElseThrow().value(),
                            event.officer().personId().value()),
                    event.loggedBy().map(logger -> logger.value()),
                    event.channel().code(),
                    event.capacity().code(),
                    event.factual(),
                    event.receivedAt(),
                    deadlines);
        }
    }

    record Pack(String pack, String version) {}

    record Officer(UUID postId, UUID personId) {}

    /** {@code acknowledged.v1}, {@code answered.v1} and {@code withdrawn.v1}: somebody did something, and when. */
    record Act(String reference, UUID by, Instant at, List<DeadlineMention> deadlines) {}

    /** {@code deadline-breached.v1} and {@code deadline-spared.v1}: what the enquiry says to a lapse. */
    record Lapse(String reference, Instant at, List<DeadlineMention> deadlines) {}
}
