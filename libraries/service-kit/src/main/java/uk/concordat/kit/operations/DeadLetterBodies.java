package uk.concordat.kit.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.eventsourcing.inbox.Gap;
import uk.concordat.eventsourcing.inbox.Inspected;
import uk.concordat.eventsourcing.inbox.Intake;
import uk.concordat.eventsourcing.inbox.ParkedRecord;

/** Records that wait, over REST. */
final class DeadLetterBodies {

    static final int REASON = 500;

    private DeadLetterBodies() {}

    /** @param behind how many later records of its subject wait behind it */
    @Schema(name = "DeadLetter")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Listed(
            UUID id,
            String consumer,
            String source,
            String subject,
            long sequence,
            @Schema(implementation = String.class) Optional<String> type,
            String topic,
            @Schema(implementation = Integer.class) Optional<Integer> partition,
            @Schema(implementation = Long.class) Optional<Long> offset,

            @Schema(
                    description = "early goes on by itself; broken waits for an operator",
                    enumeration = {"early", "broken"})
            String kind,

            @Schema(description = "Why it waits; it quotes nothing of the record")
            String cause,

            Instant parkedAt,
            long behind,

            @Schema(description = "Whether the one before it has been taken in")
            boolean itsTurn) {

        static Listed of(ParkedRecord parked) {
            return new Listed(
                    parked.id(),
                    parked.consumer(),
                    parked.source(),
                    parked.subject(),
                    parked.sequence(),
                    parked.type(),
                    parked.topic(),
                    parked.partition(),
                    parked.offset(),
                    parked.kind(),
                    parked.cause(),
                    parked.parkedAt(),
                    parked.behind(),
                    parked.isItsTurn());
        }
    }

    /** One looked at closely, with no value of its data and of no header but the CloudEvent's own attributes. */
    @Schema(name = "DeadLetterInspected")
    record Shown(
            Listed deadLetter, Map<String, String> attributes, List<Inspected.OtherHeader> otherHeaders, Data data) {

        static Shown of(Inspected inspected) {
            return new Shown(
                    Listed.of(inspected.record()),
                    inspected.attributes(),
                    inspected.otherHeaders(),
                    new Data(
                            inspected.contents().bytes(),
                            inspected.contents().shape(),
                            inspected.contents().problem()));
        }
    }

    /** The names of its fields, each with what kind of value it holds; or why it is no JSON. */
    @Schema(name = "DeadLetterData")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Data(
            int bytes,
            @Schema(implementation = Object.class) Optional<JsonNode> shape,
            @Schema(implementation = String.class) Optional<String> problem) {}

    /** What came of it. */
    @Schema(name = "DeadLetterSettled")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Settled(
            @Schema(enumeration = {"taken-in", "waits", "discarded"})
            String outcome,

            @Schema(implementation = String.class) Optional<String> kind,
            @Schema(implementation = String.class) Optional<String> cause) {

        static final Settled TAKEN_IN = new Settled("taken-in", Optional.empty(), Optional.empty());
        static final Settled DISCARDED = new Settled("discarded", Optional.empty(), Optional.empty());

        static Settled of(Intake.Replayed.StillWaits waits) {
            return new Settled("waits", Optional.of(waits.kind()), Optional.of(waits.cause()));
        }
    }

    /** Why a record is left aside. */
    @Schema(name = "DeadLetterDiscarding")
    record Discarding(
            @Schema(required = true, maxLength = REASON) String reason) {}

    /** A subject that waits for a record that has not come. */
    @Schema(name = "Gap")
    record Missing(
            String consumer,
            String source,
            String subject,
            long lastTaken,
            long needed,
            long nextParked,
            UUID nextParkedId,
            long waiting,
            Instant since) {

        static Missing of(Gap gap) {
            return new Missing(
                    gap.consumer(),
                    gap.source(),
                    gap.subject(),
                    gap.lastTaken(),
                    gap.needed(),
                    gap.nextParked(),
                    gap.nextParkedId(),
                    gap.waiting(),
                    gap.since());
        }
    }
}
