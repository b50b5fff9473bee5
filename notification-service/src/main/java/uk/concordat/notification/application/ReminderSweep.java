package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.notification.domain.LocalTimes;

/**
 * Reminds those who owe something of a council's open deadlines, once a person and revision. What was told and that it was
 * are one transaction's, so two sweeps at once remind nobody twice.
 */
@ApplicationScoped
public class ReminderSweep {

    private static final Logger LOG = Logger.getLogger(ReminderSweep.class);
    private static final int MOST = 200;

    private final DueReminders reminders;
    private final Telling telling;
    private final Directories directories;
    private final Transactions transactions;

    public ReminderSweep(DueReminders reminders, Telling telling, Directories directories, Transactions transactions) {
        this.reminders = reminders;
        this.telling = telling;
        this.directories = directories;
        this.transactions = transactions;
    }

    /** @return whether there may be more */
    boolean of(Tenant council) {
        return transactions.in(council, this::remindDue) == MOST;
    }

    /**
     * Sends the earliest reminders that are due, in a transaction that the caller commits.
     *
     * @return how many were due
     */
    public int remindDue(Transaction transaction) {
        List<DueReminder> due = reminders.due(transaction, MOST);
        if (!due.isEmpty()) {
            Directory council = directories
                    .present(transaction)
                    .orElseThrow(() -> new IllegalStateException("A reminder is due of a council that is not known"));
            RoundTrip writing = transaction.roundTrip();
            due.forEach(reminder -> remind(writing, transaction, council, reminder));
            writing.send();
        }
        return due.size();
    }

    private void remind(RoundTrip writing, Transaction transaction, Directory council, DueReminder reminder) {
        LocalTimes times = CouncilTimes.of(council);
        Optional<Instant> moment = times.reminder(reminder.notice().dueOn());
        boolean overtaken = !transaction.now().isBefore(reminder.dueAt());
        if (overtaken || moment.isEmpty()) {
            reminders.next(writing, transaction, reminder, Optional.empty());
        } else if (moment.get().isAfter(transaction.now())) {
            // The calendar, or the setting, is another one than when the deadline was set.
            reminders.next(writing, transaction, reminder, moment);
        } else {
            telling.tell(
                    writing,
                    transaction,
                    council,
                    reminder.person(),
                    reminder.toldAs(),
                    reminder.notice(),
                    Optional.empty());
            reminders.next(writing, transaction, reminder, Optional.empty());
            transaction.onceCommitted(() ->
                    LOG.infof("Reminded of deadline %s of %s", reminder.notice().deadlineId(), transaction.tenant()));
        }
    }
}
