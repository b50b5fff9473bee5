package uk.concordat.enquiry.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryPutToMember;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

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
                    Pack.of(event.protocol()),
                    event.kind().code(),
                    event.member().value(),
                    Officer.of(event.officer()),
                    event.loggedBy().map(PersonId::value),
                    event.channel().code(),
                    event.capacity().code(),
                    event.factual(),
                    event.receivedAt(),
                    deadlines);
        }
    }

    /** {@code put-to-member.v1}: an officer asks a member. */
    record PutToMember(
            String reference,
            Pack protocol,
            String kind,
            Officer officer,
            UUID member,
            String channel,
            boolean factual,
            Instant receivedAt,
            List<DeadlineMention> deadlines) {

        static PutToMember of(EnquiryPutToMember event, List<DeadlineMention> deadlines) {
            return new PutToMember(
                    event.reference(),
                    Pack.of(event.protocol()),
                    event.kind().code(),
                    Officer.of(event.officer()),
                    event.member().value(),
                    event.channel().code(),
                    event.factual(),
                    event.receivedAt(),
                    deadlines);
        }
    }

    record Pack(String pack, String version) {
        static Pack of(PackId id) {
            return new Pack(id.pack(), id.version());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Officer(Optional<UUID> postId, UUID personId) {
        static Officer of(Responsible officer) {
            return new Officer(
                    officer.postId().map(PostId::value), officer.personId().value());
        }
    }

    /** {@code acknowledged.v1} and all else that somebody did: who, and when. */
    record Act(String reference, UUID by, Instant at, List<DeadlineMention> deadlines) {}

    /** {@code departed.v1}: from which rule; the reason is the case's own. */
    record Departed(String reference, UUID by, Instant at, String rule) {}

    /** {@code holding-reply-sent.v1}. */
    record Held(String reference, UUID by, Instant at, boolean acknowledges, List<DeadlineMention> deadlines) {}

    /** {@code timescale-revised.v1}: a promised date is another; late if the one before had gone. */
    record Revised(
            String reference,
            UUID by,
            Instant at,
            LocalDate replyBy,
            boolean inTime,
            int slippage,
            List<DeadlineMention> deadlines) {}

    /** {@code assigned.v1}. */
    record Assigned(String reference, UUID by, Instant at, Officer officer, List<DeadlineMention> deadlines) {}

    /** {@code deadline-breached.v1} and all else that the clock or the calendar brings about. */
    record Lapse(String reference, Instant at, List<DeadlineMention> deadlines) {}
}
