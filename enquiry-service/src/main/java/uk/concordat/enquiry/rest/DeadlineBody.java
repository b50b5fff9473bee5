package uk.concordat.enquiry.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.enquiry.domain.Direction;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.days.SkippedDay;
import uk.concordat.protocols.deadlines.Deadline;

/**
 * A deadline with what it rests on and the proof of its day.
 *
 * @param target whether it is a target that a member endeavours to keep (HAR-38), and no more
 */
@Schema(name = "Deadline")
public record DeadlineBody(
        UUID id,
        String kind,
        LocalDate dueOn,
        Instant dueAt,
        String status,
        boolean target,
        PersonBody responsible,
        BasisBody basis,
        ProofBody proof) {

    /** Where the date comes from; {@code reading} says whether the protocol states it or the reading is ours. */
    @Schema(name = "Basis")
    public record BasisBody(String source, String rule, String paragraph, String reading) {}

    /** The days counted, those skipped and why, and the calendar they were counted by. */
    @Schema(name = "Proof")
    public record ProofBody(LocalDate received, List<LocalDate> counted, List<SkippedDay> skipped, String calendar) {}

    static DeadlineBody of(Deadline deadline, Direction direction, Directory directory) {
        var citation = deadline.basis().citation();
        var proof = deadline.proof();
        return new DeadlineBody(
                deadline.id().value(),
                deadline.kind().code(),
                proof.dueOn(),
                deadline.dueAt(),
                deadline.standing().code(),
                direction == Direction.OFFICER_TO_MEMBER,
                PersonBody.of(deadline.responsible().personId(), directory),
                new BasisBody(
                        deadline.basis().source().code(),
                        citation.rule(),
                        citation.paragraph(),
                        citation.reading().code()),
                new ProofBody(proof.from(), proof.counted(), proof.skipped(), proof.calendar()));
    }
}
