package uk.concordat.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.notification.application.NoticeRow;
import uk.concordat.notification.domain.Wording;
import uk.concordat.protocols.people.PersonId;

/** A council's mail, and what has come of it. Tries go by real time. */
@ApplicationScoped
public class MailTable {

    private static final String IS_DUE = "status = 'queued' and next_try_at <= clock_timestamp()"
            + " and (claimed_until is null or claimed_until < clock_timestamp())";

    List<UUID> due(Transaction transaction, int most) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<UUID> due = roundTrip.query(
                "select notification from mail where tenant = ? and %s order by next_try_at, notification limit ?"
                        .formatted(IS_DUE),
                row -> row.getObject("notification", UUID.class),
                transaction.tenant().key(),
                most);
        roundTrip.send();
        return due.list();
    }

    /** Claims a mail for one try that takes no longer than that; empty if somebody else has claimed it meanwhile. */
    Optional<QueuedMail> claim(Transaction transaction, UUID notification, Duration atMost, Duration giveUp) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<QueuedMail> claimed = roundTrip.query(
                """
                update mail set attempts = attempts + 1, last_tried_at = clock_timestamp(),
                  claimed_until = clock_timestamp() + make_interval(secs => ?)
                from notification told
                where mail.tenant = ? and mail.notification = ? and %s
                  and told.tenant = mail.tenant and told.id = mail.notification
                returning %s, told.id, told.person, told.told_as, told.told_at, mail.message_id, mail.attempts,
                  mail.queued_at < clock_timestamp() - make_interval(secs => ?) as is_old""".formatted(IS_DUE, NoticeRow.COLUMNS),
                MailTable::read,
                seconds(atMost),
                transaction.tenant().key(),
                notification,
                seconds(giveUp));
        roundTrip.send();
        return claimed.first();
    }

    private static QueuedMail read(ResultSet row) throws SQLException {
        return new QueuedMail(
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getBoolean("is_old"),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                new Wording(NoticeRow.read(row), row.getString("told_as")));
    }

    /** What has come of a try, unless another has been begun since. */
    void record(Transaction transaction, QueuedMail mail, String status, @Nullable String code, Duration nextIn) {
        transaction
                .roundTrip()
                .update(
                        """
                        update mail set status = ?, code = ?, claimed_until = null,
                          next_try_at = clock_timestamp() + make_interval(secs => ?)
                        where tenant = ? and notification = ? and attempts = ? and status = 'queued'""",
                        status,
                        code,
                        seconds(nextIn),
                        transaction.tenant().key(),
                        mail.notification(),
                        mail.attempts())
                .send();
    }

    /**
     * A report says that a mail could not be delivered.
     *
     * @return whether it is one of this council's, and that was not known
     */
    boolean bounced(Transaction transaction, String messageId, String code) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Boolean> bounced = roundTrip.query(
                """
                update mail set status = 'bounced', code = ?, claimed_until = null
                where tenant = ? and message_id = ? and status in ('queued', 'sent') returning true""", row -> row.getBoolean(1), code, transaction.tenant().key(), messageId);
        roundTrip.send();
        return bounced.first().isPresent();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
