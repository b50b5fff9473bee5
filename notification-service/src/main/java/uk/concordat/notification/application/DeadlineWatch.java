package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.protocols.deadlines.DeadlineAction;

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
        if (mention.action() == DeadlineAction.SPARED) {
            // It changes nothing of the deadline: where it was moved, its new moment is still to be watched.
            return;
        }
        boolean isRunning = switch (mention.action()) {
            case SET, MOVED, REASSIGNED, ANNULLED -> true;
            case MET, MET_LATE, WITHDRAWN, BREACHED, SPARED -> false;
        };
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
                isRunning ? mention.dueAt() : null,
                orNull(traceparent));
    }

    /** Deadlines whose next moment has come, earliest first, locked until the transaction ends. */
    List<DueDeadline> due(Transaction transaction, int most) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<DueDeadline> due = roundTrip.query(
                """
                select deadline_id, revision, next_rung, next_at, case_source, case_subject, traceparent from deadline_watch
                where tenant = ? and next_at <= clock_timestamp() + (select shift from clock_offset)
                order by next_at, deadline_id limit ? for update""",
                row -> new DueDeadline(
                        row.getObject("deadline_id", UUID.class),
                        row.getInt("revision"),
                        row.getInt("next_rung"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant(),
                        new CaseReference(row.getString("case_source"), row.getString("case_subject")),
                        Optional.ofNullable(row.getString("traceparent"))),
                transaction.tenant().key(),
                most);
        roundTrip.send();
        return due.list();
    }

    /** Nothing more is to be reported of the deadline until its owner mentions it again. */
    void reported(RoundTrip roundTrip, Transaction transaction, DueDeadline deadline) {
        roundTrip.update(
                "update deadline_watch set next_at = null where tenant = ? and deadline_id = ?",
                transaction.tenant().key(),
                deadline.deadlineId());
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
