package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.Optional;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;

/**
 * What was asked, by whom, of whom, and under which protocol: fixed at receipt.
 *
 * @param loggedBy the officer who logged it for the member; empty for a member's own
 * @param receivedAt when it reached the council; for a logged enquiry as the logger states it (COL-27)
 * @param protocol the pack in force at receipt, which governs the enquiry to its end
 */
public record Particulars(
        EnquiryId id,
        String reference,
        PackId protocol,
        EnquiryKind kind,
        PersonId member,
        Responsible officer,
        Optional<PersonId> loggedBy,
        Channel channel,
        Capacity capacity,
        boolean factual,
        Instant receivedAt,
        String subject,
        String text) {}
