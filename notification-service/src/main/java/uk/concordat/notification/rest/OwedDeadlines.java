package uk.concordat.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.reading.Page;
import uk.concordat.protocols.people.PersonId;

/**
 * What one person owes, soonest first, a page at a time: what falls to the posts they hold now, whoever held them when it
 * was mentioned, and what they owe in person.
 */
@ApplicationScoped
public class OwedDeadlines {

    private static final String IS_OWED =
            "tenant = ? and (responsible_post = any (?::uuid[]) or (responsible_post is null and responsible_person = ?))";

    List<OwedDeadlineBody> page(Transaction transaction, PersonId person, List<UUID> posts, Page.Asked asked) {
        RoundTrip roundTrip = transaction.roundTrip();
        String council = transaction.tenant().key();
        Pending<OwedDeadlineBody> rows = roundTrip.query(
                """
                select deadline_id, revision, kind, status, due_on, due_at, reference, case_source, case_subject,
                  basis_source, rule, paragraph, reading
                from deadline_watch
                where %1$s and status in ('open', 'missed')
                  and (?::uuid is null or (due_at, deadline_id) >
                    (select due_at, deadline_id from deadline_watch
                     where %1$s and deadline_id = ?::uuid))
                order by due_at, deadline_id limit ?""".formatted(IS_OWED),
                OwedDeadlines::read,
                council,
                posts,
                person.value(),
                asked.after().orElse(null),
                council,
                posts,
                person.value(),
                asked.after().orElse(null),
                asked.toRead());
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
