package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;

/**
 * What was asked, by whom, of whom, and under which protocol: fixed at receipt.
 *
 * @param officer the officer who was asked, or who asks the member
 * @param loggedBy the officer who logged it for the member; empty for a person's own
 * @param capacity in which the member asks; empty where an officer does
 * @param receivedAt when it reached the council; for a logged enquiry as the logger states it (COL-27)
 * @param protocol the pack in force at receipt, which governs the enquiry to its end
 * @param targets the council's own that were in force at receipt, where the protocol leaves open by when
 */
public record Particulars(
        EnquiryId id,
        String reference,
        PackId protocol,
        EnquiryKind kind,
        Direction direction,
        PersonId member,
        Responsible officer,
        Optional<PersonId> loggedBy,
        Channel channel,
        Optional<Capacity> capacity,
        boolean factual,
        Instant receivedAt,
        String subject,
        String text,
        List<LocalTarget> targets) {

    /** Who owed the answer when it was asked. */
    public Responsible addressee() {
        return switch (direction) {
            case MEMBER_TO_OFFICER -> officer;
            case OFFICER_TO_MEMBER -> Responsible.inPerson(member);
        };
    }
}
