package uk.concordat.enquiry.views.visibleenquiries;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.command.Situation;

/** The enquiries that a person may see, newest first, a page at a time. */
@ApplicationScoped
public class VisibleEnquiries {

    /** An enquiry in a list. */
    public record Row(
            UUID id,
            String reference,
            String status,
            String subject,
            UUID member,
            UUID officer,
            Instant receivedAt,
            Optional<Instant> unmetDueAt) {}

    /** @param after the id of the last row of the page before; pages go by id, which grows with time */
    public List<Row> page(Transaction transaction, Situation situation, int limit, Optional<UUID> after) {
        UUID caller = situation.caller().id().value();
        List<UUID> postsOfMine = situation
                .directory()
                .postsOf(situation.caller().id(), situation.today())
                .stream()
                .map(post -> post.id())
                .toList();
        List<UUID> postsBelow =
                situation.directory().postsBelow(situation.caller().id(), situation.today());
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Row> rows = roundTrip.query(
                """
                select id, reference, status, subject, member, officer_person, received_at, unmet_due_at
                from visible_enquiry
                where tenant = ? and (member = ? or logged_by = ? or officer_person = ?
                    or officer_post = any (?::uuid[]) or officer_post = any (?::uuid[]))
                  and (?::uuid is null or id < ?::uuid)
                order by id desc limit ?""",
                row -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getString("status"),
                        row.getString("subject"),
                        row.getObject("member", UUID.class),
                        row.getObject("officer_person", UUID.class),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("unmet_due_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                transaction.tenant().key(),
                caller,
                caller,
                caller,
                postsOfMine,
                postsBelow,
                orNull(after),
                orNull(after),
                limit);
        roundTrip.send();
        return rows.list();
    }

    private static @Nullable UUID orNull(Optional<UUID> id) {
        return id.orElse(null);
    }
}
