package uk.concordat.kit.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.eventsourcing.verification.Verification;
import uk.concordat.eventsourcing.walk.Walk;

/** Stores and views as an operator sees them. */
final class StoreBodies {

    static final int REASON = 500;

    private StoreBodies() {}

    @Schema(name = "Views")
    record Views(List<ViewShown> items) {}

    @Schema(name = "View")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ViewShown(
            @Schema(description = "The name of its table") String view,

            String streamType,
            long rows,

            @Schema(implementation = Progress.class, description = "The last time it was made anew, or now is")
            Optional<Progress> rebuild) {}

    /** Work that goes through all streams. */
    @Schema(name = "Progress")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Progress(
            boolean underWay,
            Instant begunAt,
            @Schema(implementation = Instant.class) Optional<Instant> finishedAt,
            @Schema(description = "Done so far") long streams,
            long events,

            @Schema(description = "Streams whose rows were others before; or messages sent")
            long changed,

            @Schema(
                    description =
                            "Streams that could not be read, or of which it is unsure what was sent; left as they are")
            long leftOut) {

        static Progress of(Walk walk) {
            return new Progress(
                    walk.isUnderWay(),
                    walk.begunAt(),
                    walk.finishedAt(),
                    walk.streams(),
                    walk.events(),
                    walk.changed(),
                    walk.unreadable());
        }
    }

    @Schema(name = "Verified")
    record Verified(
            @Schema(description = "Whether nothing at all is wrong")
            boolean sound,

            List<Store> stores) {

        static Verified of(List<Verification> verifications) {
            return new Verified(
                    verifications.stream().allMatch(Verification::isSound),
                    verifications.stream().map(Store::of).toList());
        }
    }

    @Schema(name = "VerifiedStore")
    record Store(
            String streamType,
            long streams,
            long events,
            List<ViewChecked> views,
            long faulty,

            @Schema(description = "The first hundred faults")
            List<Fault> faults) {

        static Store of(Verification verification) {
            return new Store(
                    verification.streamType(),
                    verification.streams(),
                    verification.events(),
                    verification.views().stream()
                            .map(view -> new ViewChecked(view.view(), view.rows(), view.differing(), view.streams()))
                            .toList(),
                    verification.faulty(),
                    verification.faults().stream()
                            .map(fault -> new Fault(fault.kind(), fault.stream(), fault.version(), fault.what()))
                            .toList());
        }
    }

    @Schema(name = "VerifiedView")
    record ViewChecked(
            String view,
            long rows,

            @Schema(description = "How many streams have another row than their events make, or a row and no event")
            long differing,

            @Schema(description = "The first twenty of them")
            List<UUID> streams) {}

    @Schema(name = "StreamFault")
    record Fault(
            @Schema(enumeration = {"version-missing", "event-unreadable", "event-impossible", "sequence-wrong"})
            String kind,

            UUID stream,
            long version,
            String what) {}

    /** What is to be told again, and why. */
    @Schema(name = "Republishing")
    record Republishing(
            @Schema(
                    implementation = UUID.class,
                    description = "One stream; all of the council's, if it is left out or null")
            Optional<String> stream,

            @Schema(required = true, maxLength = REASON) String reason) {}

    @Schema(name = "Republications")
    record Republications(List<Republication> items) {}

    @Schema(name = "Republication")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Republication(
            String streamType,
            @Schema(implementation = Progress.class) Optional<Progress> progress) {}

    @Schema(name = "Sent")
    record Sent(long messages) {}
}
