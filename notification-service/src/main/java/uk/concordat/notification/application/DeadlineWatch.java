package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.notification.domain.Status;
import uk.concordat.notification.domain.Watched;

/** The deadlines of all owners, as each was last mentioned. */
@ApplicationScoped
public class DeadlineWatch {

    /** Those of these deadlines that have been heard of. */
    Pending<WatchedDeadline> known(RoundTrip roundTrip, Transaction transaction, Collection<UUID> deadlines) {
        return roundTrip.query(
                """
                select deadline_id, revision, status, due_on, due_at, since, breach, climbs, next_rung, next_at, remind_at
                from deadline_watch where tenant = ? and deadline_id = any (?::uuid[])""",
                row -> new WatchedDeadline(row.getObject("deadline_id", UUID.class), watched(row)),
                transaction.tenant().key(),
                List.copyOf(deadlines));
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                row.getInt("revision"),
                Status.of(row.getString("status")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Columns.moment(row, "since"),
                Columns.number(row, "breach"),
                row.getBoolean("climbs"),
                row.getInt("next_rung"),
                Columns.moment(row, "next_at"),
                Columns.moment(row, "remind_at"));
    }

    /** Writes down what is watched of a deadline after a mention. */
    void note(
            RoundTrip roundTrip,
            Transaction transaction,
            Deadlines.Mentions of,
            DeadlineMention mention,
            Watched watched) {
        roundTrip.update(
                """
                insert into deadline_watch as known (tenant, deadline_id, revision, case_source, case_subject, reference,
                  kind, due_on, due_at, standing, status, since, breach, climbs, next_at, next_rung, remind_at,
                  responsible_person, responsible_post, basis_source, rule, paragraph, reading, traceparent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, deadline_id) do update set revision = excluded.revision, reference = excluded.reference,
                  due_on = excluded.due_on, due_at = excluded.due_at, standing = excluded.standing,
                  status = excluded.status, since = excluded.since, breach = excluded.breach, climbs = excluded.climbs,
                  next_at = excluded.next_at, next_rung = excluded.next_rung, remind_at = excluded.remind_at,
                  responsible_person = excluded.responsible_person, responsible_post = excluded.responsible_post,
                  basis_source = excluded.basis_source, rule = excluded.rule, paragraph = excluded.paragraph,
                  reading = excluded.reading
                where known.revision <= excluded.revision""",
                transaction.tenant().key(),
                mention.deadlineId(),
                watched.revision(),
                of.of().source(),
                of.of().subject(),
                of.reference(),
                mention.kind(),
                watched.dueOn(),
                watched.dueAt(),
                mention.action().code(),
                watched.status().code(),
                watched.since().orElse(null),
                watched.breach().orElse(null),
                watched.climbs(),
                watched.nextAt().orElse(null),
                watched.nextRung(),
                watched.remindAt().orElse(null),
                mention.responsible().personId(),
                mention.responsible().postId().orElse(null),
                mention.basis().source(),
                mention.basis().rule(),
                mention.basis().paragraph(),
                mention.basis().reading(),
                of.traceparent().orElse(null));
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
                select deadline_id, revision, next_rung, next_at, due_on, since, case_source, case_subject, traceparent,
                  -- Not exists (…), for which the planner may read all events of all deadlines each time.
                  coalesce((select true from event where event.tenant = watched.tenant and stream_type = 'deadline'
                    and stream_id = deadline_id limit 1), false) as has_lapsed
                from deadline_watch watched
                where tenant = ? and next_at <= ? and %s order by next_at, deadline_id limit ?""".formatted(which),
                row -> new DueDeadline(
                        row.getObject("deadline_id", UUID.class),
                        row.getInt("revision"),
                        row.getInt("next_rung"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_on", LocalDate.class),
                        Columns.moment(row, "since"),
                        new CaseReference(row.getString("case_source"), row.getString("case_subject")),
                        Optional.ofNullable(row.getString("traceparent")),
                        row.getBoolean("has_lapsed")),
                transaction.tenant().key(),
                transaction.now(),
                List.copyOf(ids),
                most);
        roundTrip.send();
        return due.list();
    }

    /** Nothing more is to be reported of these until their owners mention them again, unless that has just happened. */
    void reported(RoundTrip roundTrip, Transaction transaction, List<DueDeadline> deadlines) {
        roundTrip.update(
                """
                update deadline_watch set next_at = null
                from unnest(?::uuid[], ?::int[], ?::int[], ?::timestamptz[]) as reported (id, revision, rung, due)
                where tenant = ? and deadline_id = reported.id and deadline_watch.revision = reported.revision
                  and next_rung = reported.rung and next_at = reported.due""",
                deadlines.stream().map(DueDeadline::deadlineId).toList(),
                each(deadlines, DueDeadline::revision),
                each(deadlines, DueDeadline::rung),
                each(deadlines, DueDeadline::due),
                transaction.tenant().key());
    }

    private static List<String> each(List<DueDeadline> deadlines, Function<DueDeadline, Object> what) {
        return deadlines.stream().map(what).map(Object::toString).toList();
    }

    /** The deadline is to be reported at another moment, or not at all, unless its owner has just mentioned it. */
    void next(RoundTrip roundTrip, Transaction transaction, DueDeadline deadline, Optional<Instant> at) {
        roundTrip.update(
                """
                update deadline_watch set next_at = ?
                where tenant = ? and deadline_id = ? and revision = ? and next_rung = ? and next_at = ?""",
                at.orElse(null),
                transaction.tenant().key(),
                deadline.deadlineId(),
                deadline.revision(),
                deadline.rung(),
                deadline.due());
    }
}
