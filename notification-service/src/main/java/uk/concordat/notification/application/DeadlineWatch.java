package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.domain.CaseReference;

/** The deadlines of all owners, as each was last mentioned. */
@ApplicationScoped
public class DeadlineWatch {

    /** Writes down what a mention says; whether the deadline is still to be watched follows from what was done to it. */
    void note(
            RoundTrip roundTrip,
            Transaction transaction,
            CaseReference of,
            DeadlineMention mention,
            Optional<String> traceparent) {
        switch (mention.action()) {
            case SET, MOVED, REASSIGNED, ANNULLED ->
                write(roundTrip, transaction, of, mention, Optional.of(mention.dueAt()), traceparent);
            case MET, MET_LATE, WITHDRAWN, BREACHED ->
                write(roundTrip, transaction, of, mention, Optional.empty(), traceparent);
            case SPARED -> {
                // It had been met, moved or withdrawn, and that was mentioned before: one that was moved still runs.
            }
        }
    }

    private static void write(
            RoundTrip roundTrip,
            Transaction transaction,
            CaseReference of,
            DeadlineMention mention,
            Optional<Instant> next,
            Optional<String> traceparent) {
        roundTrip.update(
                """
                insert into deadline_watch as known (tenant, deadline_id, revision, case_source, case_subject, kind, due_on,
                  due_at, standing, next_at, next_rung, traceparent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
                on conflict (tenant, deadline_id) do update set revision = excluded.revision, due_on = excluded.due_on,
                  due_at = excluded.due_at, standing = excluded.standing, next_at = excluded.next_at
                where known.revision <= excluded.revision""",
                transaction.tenant().key(),
                mention.deadlineId(),
                mention.revision(),
                of.source(),
                of.subject(),
                mention.kind(),
                mention.dueOn(),
                mention.dueAt(),
                mention.action().code(),
                next.orElse(null),
                traceparent.orElse(null));
    }

    /**
     * Deadlines whose next moment has come by the transaction's own time, earliest first, but those to be left out. They
     * are not locked: whoever holds a lock and is frozen would hold up all others.
     */
    List<DueDeadline> due(Transaction transaction, Collection<UUID> leftOut, int most) {
        return due(transaction, "deadline_id <> all (?::uuid[])", leftOut, most);
    }

    /** Those of these deadlines whose next moment has come. */
    List<DueDeadline> dueAmong(Transaction transaction, Collection<UUID> deadlines) {
        return due(transaction, "deadline_id = any (?::uuid[])", deadlines, deadlines.size());
    }

    private static List<DueDeadline> due(Transaction transaction, String which, Collection<UUID> ids, int most) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<DueDeadline> due = roundTrip.query(
                """
                select deadline_id, revision, next_rung, next_at, case_source, case_subject, traceparent from deadline_watch
                where tenant = ? and next_at <= ? and %s order by next_at, deadline_id limit ?""".formatted(which),
                row -> new DueDeadline(
                        row.getObject("deadline_id", UUID.class),
                        row.getInt("revision"),
                        row.getInt("next_rung"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant(),
                        new CaseReference(row.getString("case_source"), row.getString("case_subject")),
                        Optional.ofNullable(row.getString("traceparent"))),
                transaction.tenant().key(),
                transaction.now(),
                List.copyOf(ids),
                most);
        roundTrip.send();
        return due.list();
    }

    /** Nothing more is to be reported of the deadline until its owner mentions it again, unless that has just happened. */
    void reported(RoundTrip roundTrip, Transaction transaction, DueDeadline deadline) {
        roundTrip.update(
                """
                update deadline_watch set next_at = null
                where tenant = ? and deadline_id = ? and revision = ? and next_rung = ? and next_at = ?""",
                transaction.tenant().key(),
                deadline.deadlineId(),
                deadline.revision(),
                deadline.rung(),
                deadline.due());
    }
}
