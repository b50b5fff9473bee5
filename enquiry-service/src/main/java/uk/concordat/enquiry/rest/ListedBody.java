package uk.concordat.enquiry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiries;
import uk.concordat.kit.command.Situation;
import uk.concordat.protocols.people.PersonId;

/**
 * An enquiry in a list.
 *
 * @param officer whom it is with, or who asks the member
 * @param responsible who owes the answer
 * @param dueAt when the next thing owed in it falls due, or did; absent where nothing has a date
 */
@Schema(name = "EnquiryInList")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ListedBody(
        UUID id,
        String reference,
        String status,
        boolean overdue,
        String subject,
        String direction,
        PersonBody member,
        PersonBody officer,
        PersonBody responsible,
        Instant receivedAt,
        @Schema(implementation = Instant.class) Optional<Instant> dueAt) {

    static ListedBody of(VisibleEnquiries.Row row, Situation situation) {
        return new ListedBody(
                row.id(),
                row.reference(),
                row.status(),
                row.unmetDueAt().filter(due -> !situation.now().isBefore(due)).isPresent(),
                row.subject(),
                row.direction(),
                PersonBody.of(new PersonId(row.member()), situation.directory()),
                PersonBody.of(new PersonId(row.officer()), situation.directory()),
                PersonBody.of(new PersonId(row.responsible()), situation.directory()),
                row.receivedAt(),
                row.unmetDueAt());
    }
}
