package uk.concordat.kit.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineAction;

/**
 * A deadline as a message mentions it: always its whole state, so a reader needs no other message to act on it.
 *
 * @param action what the message's event did to it
 * @param rung the step of the ladder that a breach was confirmed for; only with breached and spared
 * @param dueAt the first moment at which it is late
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeadlineMention(
        UUID deadlineId,
        int revision,
        String kind,
        DeadlineAction action,
        Optional<Integer> rung,
        LocalDate dueOn,
        Instant dueAt,
        BasisMention basis,
        ResponsibleMention responsible) {

    /** What the date rests on. */
    public record BasisMention(String source, String rule, String paragraph, String reading) {}

    /** Who owes it. */
    public record ResponsibleMention(UUID postId, UUID personId) {}

    public static DeadlineMention of(Deadline deadline, DeadlineAction action, Optional<Integer> rung) {
        var citation = deadline.basis().citation();
        return new DeadlineMention(
                deadline.id().value(),
                deadline.revision(),
                deadline.kind().code(),
                action,
                rung,
                deadline.proof().dueOn(),
                deadline.dueAt(),
                new BasisMention(
                        deadline.basis().source().code(),
                        citation.rule(),
                        citation.paragraph(),
                        citation.reading().code()),
                new ResponsibleMention(
                        deadline.responsible().postId().value(),
                        deadline.responsible().personId().value()));
    }
}
