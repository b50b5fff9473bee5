package uk.concordat.enquiry.views.visibleenquiries;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.domain.Authority;
import uk.concordat.enquiry.domain.Direction;
import uk.concordat.enquiry.domain.Part;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.reading.DuePlace;

/** The enquiries that a person may see, newest first, a page at a time. */
@ApplicationScoped
public class VisibleEnquiries {

    private static final String COLUMNS = """
            id, reference, status, subject, direction, member, officer_person, officer_post,
              coalesce(responsible_person, officer_person) as responsible, received_at, unmet_due_at""";

    /** Whoever is one of these is so only of what somebody has left behind. */
    private static final List<Part> STANDING_FOR_ANOTHER = List.of(Part.STANDS_FOR_ASKER, Part.STANDS_FOR_HOLDER);

    private static final String IS_OPEN = "status in ('received', 'acknowledged', 'held', 'promised')";

    /** An enquiry in a list. */
    public record Row(
            UUID id,
            String reference,
            String status,
            String subject,
            String direction,
            UUID member,
            UUID officer,
            Optional<UUID> post,
            UUID responsible,
            Instant receivedAt,
            Optional<Instant> unmetDueAt) {

        public UUID asker() {
            return direction.equals(Direction.OFFICER_TO_MEMBER.code()) ? officer : member;
        }

        /** Where it stands in the order of work. */
        public DuePlace place() {
            return new DuePlace(unmetDueAt, id);
        }
    }

    /** @param after the id of the last row of the page before; pages go by id, which grows with time */
    public List<Row> page(
            Transaction transaction, Situation situation, Filter filter, int limit, Optional<UUID> after) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Row> rows = roundTrip.query(
                """
                select %1$s from visible_enquiry, %2$s
                where tenant = ? and %3$s
                  and (?::uuid is null or id < ?::uuid)
                  and (cardinality(?::text[]) = 0 or status = any (?::text[]))
                  and (?::boolean is null or ?::boolean = coalesce(unmet_due_at <= ?, false))
                  and (not ?::boolean or member = me.caller or logged_by = me.caller or officer_person = me.caller)
                  and (?::uuid[] is null or officer_post = any (?::uuid[]))
                  and (?::uuid is null or member = ?::uuid)
                  and (?::text is null or subject ilike ?::text)
                order by id desc limit ?""".formatted(COLUMNS, PartsOfRows.OF_ME, PartsOfRows.anyOf(Authority.READ.parts())),
                VisibleEnquiries::row,
                asked(
                        PartsOfRows.of(situation, Authority.READ.parts()),
                        transaction.tenant().key(),
                        after.orElse(null),
                        after.orElse(null),
                        filter.statuses(),
                        filter.statuses(),
                        filter.overdue().orElse(null),
                        filter.overdue().orElse(null),
                        transaction.now(),
                        filter.mine(),
                        filter.posts().orElse(null),
                        filter.posts().orElse(null),
                        filter.member().orElse(null),
                        filter.member().orElse(null),
                        filter.subjectPattern().orElse(null),
                        filter.subjectPattern().orElse(null),
                        limit));
        roundTrip.send();
        return rows.list();
    }

    /**
     * The open enquiries that a person owes an answer to, or that are with a post of theirs or with a vacant one whose
     * nearest above is theirs: what is due soonest first, then what has no date.
     *
     * @param after where the last row of the page before stood then; where it stands now, or whether it does, is not asked
     */
    public List<Row> work(Transaction transaction, Situation situation, int limit, Optional<DuePlace> after) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Row> rows = roundTrip.query(
                """
                select %1$s from visible_enquiry, %2$s
                where tenant = ? and %4$s and %3$s
                  and (?::uuid is null
                    or (coalesce(unmet_due_at, 'infinity'), id) > (coalesce(?::timestamptz, 'infinity'), ?::uuid))
                order by coalesce(unmet_due_at, 'infinity'), id limit ?""".formatted(COLUMNS, PartsOfRows.OF_ME, PartsOfRows.anyOf(Authority.OWE.parts()), IS_OPEN),
                VisibleEnquiries::row,
                asked(
                        PartsOfRows.of(situation, Authority.OWE.parts()),
                        transaction.tenant().key(),
                        after.map(DuePlace::id).orElse(null),
                        after.flatMap(DuePlace::dueAt).orElse(null),
                        after.map(DuePlace::id).orElse(null),
                        limit));
        roundTrip.send();
        return rows.list();
    }

    /**
     * The open enquiries that a person may give away and that nobody in office answers for as they were given: the officer
     * has left, or the post is vacant; what they asked of a member who has left; and those in which they stand for somebody
     * who has left. In the order of work.
     *
     * @param after as for {@link #work}
     */
    public List<Row> leftBehind(Transaction transaction, Situation situation, int limit, Optional<DuePlace> after) {
        Vacated vacated = Vacated.today(situation);
        List<UUID> left = vacated.people();
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Row> rows = roundTrip.query(
                """
                select %1$s from visible_enquiry, %2$s
                where tenant = ? and %4$s
                  and (%5$s or %3$s and (officer_post = any (?::uuid[]) or responsible_person = any (?::uuid[])
                    or responsible_person is null and officer_person = any (?::uuid[])))
                  and (?::uuid is null
                    or (coalesce(unmet_due_at, 'infinity'), id) > (coalesce(?::timestamptz, 'infinity'), ?::uuid))
                order by coalesce(unmet_due_at, 'infinity'), id limit ?""".formatted(
                                COLUMNS,
                                PartsOfRows.OF_ME,
                                PartsOfRows.anyOf(Authority.LEFT_BEHIND.parts()),
                                IS_OPEN,
                                PartsOfRows.anyOf(STANDING_FOR_ANOTHER)),
                VisibleEnquiries::row,
                asked(
                        PartsOfRows.of(situation, Authority.LEFT_BEHIND.parts()),
                        transaction.tenant().key(),
                        vacated.posts(),
                        left,
                        left,
                        after.map(DuePlace::id).orElse(null),
                        after.flatMap(DuePlace::dueAt).orElse(null),
                        after.map(DuePlace::id).orElse(null),
                        limit));
        roundTrip.send();
        return rows.list();
    }

    private static @Nullable Object[] asked(List<Object> ofMe, @Nullable Object... more) {
        return Stream.concat(ofMe.stream(), Arrays.stream(more)).toArray();
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
                Optional.ofNullable(row.getObject("officer_post", UUID.class)),
                row.getObject("responsible", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("unmet_due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
