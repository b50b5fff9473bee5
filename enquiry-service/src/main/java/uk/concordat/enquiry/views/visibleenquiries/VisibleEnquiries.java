package uk.concordat.enquiry.views.visibleenquiries;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
            String direction,
            UUID member,
            UUID officer,
            UUID responsible,
            Instant receivedAt,
            Optional<Instant> unmetDueAt) {

        /** Where it stands in the order of work. */
        public WorkPlace place() {
            return new WorkPlace(unmetDueAt, id);
        }
    }

    /** @param after the id of the last row of the page before; pages go by id, which grows with time */
    public List<Row> page(
            Transaction transaction, Situation situation, Filter filter, int limit, Optional<UUID> after) {
        UUID caller = situation.caller().id().value();
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Row> rows = roundTrip.query(
                """
                select id, reference, status, subject, direction, member, officer_person,
                  coalesce(responsible_person, officer_person) as responsible, received_at, unmet_due_at
                from visible_enquiry
                where tenant = ? and (member = ? or logged_by = ? or officer_person = ?
                    or officer_post = any (?::uuid[]) or officer_post = any (?::uuid[]))
                  and (?::uuid is null or id < ?::uuid)
                  and (cardinality(?::text[]) = 0 or status = any (?::text[]))
                  and (?::boolean is null or ?::boolean = coalesce(unmet_due_at <= ?, false))
                  and (not ?::boolean or member = ? or logged_by = ? or officer_person = ?)
                  and (?::uuid[] is null or officer_post = any (?::uuid[]))
                  and (?::uuid is null or member = ?::uuid)
                  and (?::text is null or subject ilike ?::text)
                order by id desc limit ?""",
                VisibleEnquiries::row,
                transaction.tenant().key(),
                caller,
                caller,
                caller,
                postsOf(situation),
                situation.directory().postsBelow(situation.caller().id(), situation.today()),
                after.orElse(null),
                after.orElse(null),
                filter.statuses(),
                filter.statuses(),
                filter.overdue().orElse(null),
                filter.overdue().orElse(null),
                transaction.now(),
                filter.mine(),
                caller,
                caller,
                caller,
                filter.posts().orElse(null),
                filter.posts().orElse(null),
                filter.member().orElse(null),
                filter.member().orElse(null),
                filter.subjectPattern().orElse(null),
                filter.subjectPattern().orElse(null),
                limit);
        roundTrip.send();
        return rows.list();
    }

    /**
     * The enquiries that a person owes an answer to, or that are with a post of theirs: what is due soonest first, then
     * what has no date.
     *
     * @param after where the last row of the page before stood then; where it stands now, or whether it does, is not asked
     */
    public List<Row> work(Transaction transaction, Situation situation, int limit, Optional<WorkPlace> after) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Row> rows = roundTrip.query(
                """
                select id, reference, status, subject, direction, member, officer_person,
                  coalesce(responsible_person, officer_person) as responsible, received_at, unmet_due_at
                from visible_enquiry
                where tenant = ? and status in ('received', 'acknowledged', 'held', 'promised')
                  and (coalesce(responsible_person, officer_person) = ? or officer_post = any (?::uuid[]))
                  and (?::uuid is null
                    or (coalesce(unmet_due_at, 'infinity'), id) > (coalesce(?::timestamptz, 'infinity'), ?::uuid))
                order by coalesce(unmet_due_at, 'infinity'), id limit ?""",
                VisibleEnquiries::row,
                transaction.tenant().key(),
                situation.caller().id().value(),
                postsOf(situation),
                after.map(WorkPlace::id).orElse(null),
                after.flatMap(WorkPlace::dueAt).orElse(null),
                after.map(WorkPlace::id).orElse(null),
                limit);
        roundTrip.send();
        return rows.list();
    }

    private static List<UUID> postsOf(Situation situation) {
        return situation.directory().postsOf(situation.caller().id(), situation.today()).stream()
                .map(post -> post.id())
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("status"),
                row.getString("subject"),
                row.getString("direction"),
                row.getObject("member", UUID.class),
                row.getObject("officer_person", UUID.class),
                row.getObject("responsible", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("unmet_due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
