package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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
import uk.concordat.protocols.people.PersonId;

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
        LocalTimes times = CouncilTimes.of(council, transaction.now());
        Optional<Instant> moment = times.reminder(reminder.notice().dueOn());
        boolean overtaken = !transaction.now().isBefore(reminder.dueAt());
        if (overtaken || moment.isEmpty()) {
            reminders.next(writing, transaction, reminder, Optional.empty());
        } else if (moment.get().isAfter(transaction.now())) {
            // The calendar, or the setting, is another one than when the deadline was set.
            reminders.next(writing, transaction, reminder, moment);
        } else {
            recall(writing, transaction, council, reminder);
        }
    }

    private void recall(RoundTrip writing, Transaction transaction, Directory council, DueReminder reminder) {
        LocalDate today = council.day(transaction.now());
        Optional<PersonId> answerable = Answerable.on(today, reminder.responsible(), council);
        if (answerable.isPresent()) {
            telling.tell(
                    writing,
                    transaction,
                    council,
                    answerable.get().value(),
                    Answerable.as(reminder.responsible()).code(),
                    reminder.notice(),
                    Optional.empty());
            reminders.next(writing, transaction, reminder, Optional.empty());
            transaction.onceCommitted(() ->
                    LOG.infof("Reminded of deadline %s of %s", reminder.notice().deadlineId(), transaction.tenant()));
        } else {
            // Posts are filled by the day: whoever comes before the deadline does is reminded of it.
            Instant tomorrow = today.plusDays(1).atStartOfDay(council.zone()).toInstant();
            reminders.next(writing, transaction, reminder, Optional.of(tomorrow));
        }
    }
}
