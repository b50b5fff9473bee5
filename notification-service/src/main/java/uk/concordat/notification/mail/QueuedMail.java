package uk.concordat.notification.mail;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.notification.domain.Wording;
import uk.concordat.protocols.people.PersonId;

/**
 * A mail that is claimed for one try.
 *
 * @param attempts how often it has been tried, this time counted
 * @param isOld whether it is given up if this try fails too
 */
record QueuedMail(
        UUID notification,
        String messageId,
        int attempts,
        boolean isOld,
        PersonId person,
        Instant toldAt,
        Wording wording) {}
