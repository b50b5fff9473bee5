package uk.concordat.notification.application;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.notification.domain.Notice;

/**
 * A reminder whose moment has come.
 *
 * @param dueAt when its deadline overtakes it
 */
record DueReminder(UUID person, String toldAs, Instant remindAt, Instant dueAt, Notice notice) {}
