package uk.concordat.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.reading.Page;
import uk.concordat.protocols.people.PersonId;

/** What one person has been told, newest first, a page at a time. */
@ApplicationScoped
public class PersonalInbox {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    List<NotificationBody> page(Transaction transaction, PersonId person, Page.Asked asked) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<NotificationBody> rows = roundTrip.query(
                """
                select * from notification where tenant = ? and person = ? and (?::uuid is null or id < ?::uuid)
                order by id desc limit ?""",
                PersonalInbox::read,
                transaction.tenant().key(),
                person.value(),
                asked.after().orElse(null),
                asked.after().orElse(null),
                asked.toRead());
        roundTrip.send();
        return rows.list();
    }

    private static NotificationBody read(ResultSet row) throws SQLException {
        var deadline = new NotificationBody.DeadlineBody(
                row.getObject("deadline_id", UUID.class),
                row.getInt("revision"),
                row.getInt("rung"),
                row.getString("kind"),
                row.getObject("due_on", LocalDate.class),
                row.getString("basis_source"),
                row.getString("rule"),
                row.getString("paragraph"));
        String reference = row.getString("reference");
        return new NotificationBody(
                row.getObject("id", UUID.class),
                "deadline-breached",
                row.getString("told_as"),
                "The %s of %s was due by %s (%s, %s; %s) and was not done in time."
                        .formatted(
                                deadline.kind().replace('-', ' '),
                                reference,
                                DAY.format(deadline.dueOn()),
                                deadline.source().replace('-', ' '),
                                deadline.paragraph(),
                                deadline.rule()),
                new NotificationBody.CaseBody(reference, row.getString("case_source"), row.getString("case_subject")),
                deadline,
                row.getObject("told_at", OffsetDateTime.class).toInstant());
    }
}
