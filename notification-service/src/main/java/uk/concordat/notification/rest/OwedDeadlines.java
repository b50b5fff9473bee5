package uk.concordat.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.reading.DuePlace;
import uk.concordat.protocols.people.PersonId;

/**
 * What one person owes, soonest first, a page at a time: what falls to the posts they hold now, whoever held them when it
 * was mentioned, and what they owe in person.
 */
@ApplicationScoped
public class OwedDeadlines {

    private static final String IS_OWED =
            "tenant = ? and (responsible_post = any (?::uuid[]) or (responsible_post is null and responsible_person = ?))";

    /** @param after where the last row of the page before stood then; where it stands now is not asked */
    List<OwedDeadlineBody> page(
            Transaction transaction, PersonId person, List<UUID> posts, int limit, Optional<DuePlace> after) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<OwedDeadlineBody> rows = roundTrip.query(
                """
                select deadline_id, revision, kind, status, due_on, due_at, reference, case_source, case_subject,
                  basis_source, rule, paragraph, reading
                from deadline_watch
                where %s and status in ('open', 'missed')
                  and (?::uuid is null or (due_at, deadline_id) > (coalesce(?::timestamptz, 'infinity'), ?::uuid))
                order by due_at, deadline_id limit ?""".formatted(IS_OWED),
                OwedDeadlines::read,
                transaction.tenant().key(),
                posts,
                person.value(),
                after.map(DuePlace::id).orElse(null),
                after.flatMap(DuePlace::dueAt).orElse(null),
                after.map(DuePlace::id).orElse(null),
                limit);
        roundTrip.send();
        return rows.list();
    }

    private static OwedDeadlineBody read(ResultSet row) throws SQLException {
        return new OwedDeadlineBody(
                row.getObject("deadline_id", UUID.class),
                row.getInt("revision"),
                row.getString("kind"),
                row.getString("status"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                new NotificationBody.CaseBody(
                        row.getString("reference"), row.getString("case_source"), row.getString("case_subject")),
                new OwedDeadlineBody.BasisBody(
                        row.getString("basis_source"),
                        row.getString("rule"),
                        row.getString("paragraph"),
                        row.getString("reading")));
    }
}
