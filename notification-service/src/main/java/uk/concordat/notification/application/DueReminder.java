package uk.concordat.notification.application;

import java.time.Instant;
import uk.concordat.notification.domain.Notice;
import uk.concordat.protocols.people.Responsible;

/**
 * A reminder whose moment has come.
 *
 * @param responsible who owes it, as its owner last said
 * @param dueAt when its deadline overtakes it
 */
record DueReminder(Responsible responsible, Instant remindAt, Instant dueAt, Notice notice) {}
