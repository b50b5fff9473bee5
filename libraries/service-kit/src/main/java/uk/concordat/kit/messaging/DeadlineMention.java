package uk.concordat.kit.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineAction;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.people.PostId;

/**
 * A deadline as a message mentions it: always its whole state, so a reader needs no other message to act on it.
 *
 * @param action what the message's event did to it
 * @param status how it stands now: {@code open}, {@code met}, {@code met-late}, {@code missed} or {@code withdrawn};
 *     absent from messages of builds that did not say
 * @param rung the step of the ladder that a breach was confirmed for; only with breached and spared
 * @param dueAt the first moment at which it is late
 * @param told who is to be told of the breach now; only with breached, and with reassigned where it was missed
 * @param passedOver the posts that were passed over on the way to them
 * @param climbs whether somebody further up is still to be told if it goes on unmet; with breached, and with reassigned where it was missed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeadlineMention(
        UUID deadlineId,
        int revision,
        String kind,
        DeadlineAction action,
        Optional<String> status,
        Optional<Integer> rung,
        LocalDate dueOn,
        Instant dueAt,
        BasisMention basis,
        ResponsibleMention responsible,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ToldMention> told,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PassedOverMention> passedOver,
        Optional<Boolean> climbs) {

    public DeadlineMention {
        // Messages of builds that told nobody by name have neither.
        told = List.copyOf(Objects.requireNonNullElse(told, List.of()));
        passedOver = List.copyOf(Objects.requireNonNullElse(passedOver, List.of()));
    }

    /** What the date rests on. */
    public record BasisMention(String source, String rule, String paragraph, String reading) {}

    /** Who owes it; a member owes in person, without a post. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ResponsibleMention(Optional<UUID> postId, UUID personId) {}

    /** Somebody who is to be told, and as what: {@code responsible-officer}, {@code line-manager} and so on. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ToldMention(Optional<UUID> postId, UUID personId, String toldAs) {}

    /** A post that was passed over, and why: {@code vacant}. */
    public record PassedOverMention(UUID postId, String why) {}

    public static DeadlineMention of(
            Deadline deadline, DeadlineAction action, Optional<Integer> rung, Optional<Climb> climb) {
        var citation = deadline.basis().citation();
        return new DeadlineMention(
                deadline.id().value(),
                deadline.revision(),
                deadline.kind().code(),
                action,
                Optional.of(deadline.standing().code()),
                rung,
                deadline.proof().dueOn(),
                deadline.dueAt(),
                new BasisMention(
                        deadline.basis().source().code(),
                        citation.rule(),
                        citation.paragraph(),
                        citation.reading().code()),
                new ResponsibleMention(
                        deadline.responsible().postId().map(PostId::value),
                        deadline.responsible().personId().value()),
                climb.map(it -> it.told().stream()
                                .map(told -> new ToldMention(
                                        told.post().map(PostId::value),
                                        told.person().value(),
                                        told.as().code()))
                                .toList())
                        .orElse(List.of()),
                climb.map(it -> it.passedOver().stream()
                                .map(post -> new PassedOverMention(post.post().value(), post.why()))
                                .toList())
                        .orElse(List.of()),
                climb.map(Climb::climbs));
    }
}
