package uk.concordat.notification.mail;

import java.time.Instant;
import uk.concordat.notification.domain.MailAddress;

/**
 * A mail as it is sent, at every try the same.
 *
 * @param messageId with its angle brackets
 * @param writtenAt when the person was told, in business time
 */
record Letter(String messageId, MailAddress to, String subject, String text, String html, Instant writtenAt) {}
