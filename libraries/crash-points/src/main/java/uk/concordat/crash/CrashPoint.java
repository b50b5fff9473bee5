package uk.concordat.crash;

import static uk.concordat.crash.Place.after;
import static uk.concordat.crash.Place.before;
import static uk.concordat.crash.Place.onLeaving;

/** The points at which a test ends a service, in the order in which they are come by. */
public enum CrashPoint {
    /** Everything is loaded and nothing decided. */
    COMMAND_LOADED("command.loaded", after("CaseCommands.open").in(Code.COMMANDS, "create", "toKnown")),
    /** Events, messages, views and the remembered answer are sent to the database. */
    COMMAND_BEFORE_COMMIT(
            "command.before-commit",
            before("Connection.commit").in(Code.TRANSACTIONS, "run").under(Code.COMMANDS)),
    /** The command is stored, and whoever gave it has no answer. */
    COMMAND_COMMITTED(
            "command.committed",
            after("Connection.commit").in(Code.TRANSACTIONS, "run").under(Code.COMMANDS)),

    RELAY_LEASED("relay.leased", after("Lease.hold").in(Code.LEASED, "round")),
    /** Read, and nothing of it sent. */
    RELAY_READ("relay.read", before("CompletableFuture.supplyAsync").in(Code.SENDER, "send")),
    /** Handed to the broker's client, which may or may not have sent it. */
    RELAY_SENT("relay.sent", after("Producer.send").in(Code.SENDER, "sendInOrder")),
    RELAY_ACKNOWLEDGED("relay.acknowledged", after("Future.get").in(Code.SENDER, "sendInOrder")),
    RELAY_BEFORE_DELETE("relay.before-delete", before("OutboxTable.delete").in(Code.RELAY, "settle")),
    RELAY_DELETED("relay.deleted", after("OutboxTable.delete").in(Code.RELAY, "settle")),

    CONSUMER_BEFORE_EFFECT("consumer.before-effect", before("Effect.apply").in(Code.INBOX, "take")),
    CONSUMER_AFTER_EFFECT("consumer.after-effect", after("Effect.apply").in(Code.INBOX, "take")),
    CONSUMER_BEFORE_COMMIT(
            "consumer.before-commit",
            before("Connection.commit").in(Code.TRANSACTIONS, "run").under(Code.INBOX)),
    CONSUMER_COMMITTED(
            "consumer.committed",
            after("Connection.commit").in(Code.TRANSACTIONS, "run").under(Code.INBOX)),
    /** Taken in, and its offset not committed. */
    CONSUMER_DONE("consumer.done", onLeaving().in(Code.CHANNEL, "receive")),

    /** What cannot be taken in is to wait, and that is not committed. */
    PARK_BEFORE_COMMIT("park.before-commit", after("ParkedTable.park").in(Code.INBOX, "park")),
    /** It waits, and its offset is not committed. */
    PARK_COMMITTED("park.committed", after("Transactions.in").in(Code.INBOX, "park")),

    /** Dates are found to be counted in another calendar than the one in force, and nothing of it is written. */
    RECOUNT_DECIDED("recount.decided", before("EventStore.append").in(Code.RECOUNT, "reconcile")),
    RECOUNT_BEFORE_COMMIT(
            "recount.before-commit", after("Transaction.onceCommitted").in(Code.RECOUNT, "reconcile")),
    RECOUNT_COMMITTED("recount.committed", before("Logger.infof").in(Code.RECOUNT, "reconcile")),

    /** What is due has been read, with its streams, and nothing of it is written. */
    SWEEP_DUE("sweep.due", before("EventStore.append").in(Code.LAPSES, "report")),
    SWEEP_BEFORE_COMMIT(
            "sweep.before-commit", after("Transaction.onceCommitted").in(Code.LAPSES, "report")),
    SWEEP_COMMITTED("sweep.committed", before("Logger.infof").in(Code.LAPSES, "report")),

    REMINDER_DUE("reminder.due", before("Telling.tell").in(Code.REMINDERS, "recall")),
    REMINDER_BEFORE_COMMIT(
            "reminder.before-commit", after("Transaction.onceCommitted").in(Code.REMINDERS, "recall")),
    REMINDER_COMMITTED("reminder.committed", before("Logger.infof").in(Code.REMINDERS, "recall")),

    MAIL_CLAIMED("mail.claimed", before("MailSweep.deliver").in(Code.MAIL, "of")),
    /** The server has it, and nobody has noted that. */
    MAIL_ACCEPTED("mail.accepted", after("Transport.sendMessage").in(Code.POSTMAN, "deliver")),
    MAIL_NOTED("mail.noted", after("Transactions.in").in(Code.MAIL, "record"));

    private final String code;
    private final Place place;

    CrashPoint(String code, Place place) {
        this.code = code;
        this.place = place;
    }

    /** What it is called where one is chosen. */
    public String code() {
        return code;
    }

    /** The class that has it. */
    public String className() {
        return place.className();
    }

    Place place() {
        return place;
    }

    /** The classes that have such points. */
    private static final class Code {
        static final String COMMANDS = "uk.concordat.kit.command.CaseCommands";
        static final String TRANSACTIONS = "uk.concordat.eventsourcing.database.Transactions";
        static final String LEASED = "uk.concordat.eventsourcing.lease.LeasedThread";
        static final String RELAY = "uk.concordat.eventsourcing.relay.OutboxRelay";
        static final String SENDER = "uk.concordat.eventsourcing.relay.OrderedSender";
        static final String INBOX = "uk.concordat.eventsourcing.inbox.Inbox";
        static final String CHANNEL = "uk.concordat.kit.messaging.SubjectChannel";
        static final String RECOUNT = "uk.concordat.enquiry.reactions.WhenNonWorkingDayProclaimedThenMoveOpenDeadlines";
        static final String LAPSES = "uk.concordat.notification.application.LapseSweep";
        static final String REMINDERS = "uk.concordat.notification.application.ReminderSweep";
        static final String MAIL = "uk.concordat.notification.mail.MailSweep";
        static final String POSTMAN = "uk.concordat.notification.mail.Postman";
    }
}
