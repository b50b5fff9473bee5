package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.notification.domain.About;
import uk.concordat.notification.domain.Basis;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.notification.domain.Notice;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

/** The reminders of watched deadlines whose moment has come. */
@ApplicationScoped
public class DueReminders {

    List<DueReminder> due(Transaction transaction, int most) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<DueReminder> due =
                roundTrip.query("""
                select responsible_post, responsible_person, remind_at, due_at, case_source, case_subject, reference,
                  deadline_id, revision, kind, due_on, basis_source, rule, paragraph, reading
                from deadline_watch where tenant = ? and remind_at <= ? order by remind_at, deadline_id limit ?""", DueReminders::read, transaction.tenant().key(), transaction.now(), most);
        roundTrip.send();
        return due.list();
    }

    private static DueReminder read(ResultSet row) throws SQLException {
        return new DueReminder(
                new Responsible(
                        Optional.ofNullable(row.getObject("responsible_post", UUID.class))
                                .map(PostId::new),
                        new PersonId(row.getObject("responsible_person", UUID.class))),
                row.getObject("remind_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                new Notice(
                        About.REMINDER,
                        new CaseReference(row.getString("case_source"), row.getString("case_subject")),
                        row.getString("reference"),
                        row.getObject("deadline_id", UUID.class),
                        row.getInt("revision"),
                        0,
                        row.getString("kind"),
                        row.getObject("due_on", LocalDate.class),
                        Optional.empty(),
                        new Basis(
                                row.getString("basis_source"),
                                row.getString("rule"),
                                row.getString("paragraph"),
                                row.getString("reading")),
                        Optional.empty()));
    }

    /** The reminder is due at another moment, or no more, unless the deadline's owner has just mentioned it. */
    void next(RoundTrip roundTrip, Transaction transaction, DueReminder reminder, Optional<Instant> at) {
        roundTrip.update(
                """
                update deadline_watch set remind_at = ?
                where tenant = ? and deadline_id = ? and revision = ? and responsible_person = ?
                  and responsible_post is not distinct from ?::uuid and remind_at = ?""",
                at.orElse(null),
                transaction.tenant().key(),
                reminder.notice().deadlineId(),
                reminder.notice().revision(),
                reminder.responsible().personId().value(),
                reminder.responsible().postId().map(PostId::value).orElse(null),
                reminder.remindAt());
    }
}
