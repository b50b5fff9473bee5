package uk.concordat.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.reading.Page;
import uk.concordat.notification.application.Columns;
import uk.concordat.notification.application.NoticeRow;
import uk.concordat.notification.domain.Notice;
import uk.concordat.notification.domain.Wording;
import uk.concordat.protocols.people.PersonId;

/** What one person has been told, newest first, a page at a time. */
@ApplicationScoped
public class PersonalInbox {

    /** What of it is asked for. */
    enum Which {
        ALL("true"),
        UNREAD("read_at is null"),
        /** What came up the line to them. */
        CLIMBED("about = 'deadline-breached' and rung > 0");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    List<NotificationBody> page(Transaction transaction, PersonId person, Which which, Page.Asked asked) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<NotificationBody> rows = roundTrip.query(
                """
                select %s, told.id, told.told_as, told.told_at, told.read_at,
                  mail.status as mail_status, mail.attempts, mail.last_tried_at, mail.code
                from notification told left join mail on mail.tenant = told.tenant and mail.notification = id
                where told.tenant = ? and person = ? and %s and (?::uuid is null or id < ?::uuid)
                order by id desc limit ?""".formatted(NoticeRow.COLUMNS, which.condition),
                PersonalInbox::read,
                transaction.tenant().key(),
                person.value(),
                asked.after().orElse(null),
                asked.after().orElse(null),
                asked.toRead());
        roundTrip.send();
        return rows.list();
    }

    /**
     * Marks one as read, which changes nothing where it has been before, or as unread.
     *
     * @return whether this person has been told such a thing
     */
    boolean mark(Transaction transaction, PersonId person, UUID id, boolean read) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Boolean> marked = roundTrip.query(
                """
                update notification set read_at = case when ? then coalesce(read_at, ?) end
                where tenant = ? and person = ? and id = ? returning true""",
                row -> row.getBoolean(1),
                read,
                transaction.now(),
                transaction.tenant().key(),
                person.value(),
                id);
        roundTrip.send();
        return marked.first().isPresent();
    }

    private static NotificationBody read(ResultSet row) throws SQLException {
        Notice notice = NoticeRow.read(row);
        return new NotificationBody(
                row.getObject("id", UUID.class),
                notice.about().code(),
                row.getString("told_as"),
                new Wording(notice, row.getString("told_as")).text(),
                new NotificationBody.CaseBody(
                        notice.reference(), notice.of().source(), notice.of().subject()),
                new NotificationBody.DeadlineBody(
                        notice.deadlineId(),
                        notice.revision(),
                        notice.rung(),
                        notice.kind(),
                        notice.dueOn(),
                        notice.before(),
                        notice.basis().source(),
                        notice.basis().rule(),
                        notice.basis().paragraph(),
                        Optional.of(notice.basis().reading()).filter(reading -> !reading.isEmpty())),
                notice.ladderWorkingDays().map(days -> new NotificationBody.LadderBody("local-setting", days)),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                Columns.moment(row, "read_at"),
                mail(row));
    }

    private static Optional<NotificationBody.MailBody> mail(ResultSet row) throws SQLException {
        @Nullable String status = row.getString("mail_status");
        return status == null
                ? Optional.empty()
                : Optional.of(new NotificationBody.MailBody(
                        status,
                        row.getInt("attempts"),
                        Columns.moment(row, "last_tried_at"),
                        Optional.ofNullable(row.getString("code"))));
    }
}
