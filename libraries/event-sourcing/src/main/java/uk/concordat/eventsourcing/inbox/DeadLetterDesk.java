package uk.concordat.eventsourcing.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/** Where an operator sees what waits: the parked records of a tenant, each without its contents, and the holes. */
public final class DeadLetterDesk {

    /** How many records of a kind wait, and for how long the oldest has. */
    public record Waiting(String kind, long records, Duration oldest) {}

    /** A list leaves out what may be large. */
    private static final String COLUMNS = """
            select p.id, p.consumer, p.source, p.subject, p.sequence, p.headers ->> 'ce_type' as type, p.topic,
              p.topic_partition, p.topic_offset, p.kind, p.cause, p.parked_at,
              (select count(*) from parked later where later.tenant = p.tenant and later.consumer = p.consumer
                and later.source = p.source and later.subject = p.subject and later.sequence > p.sequence) as behind,
              p.sequence = 1 + coalesce(i.sequence, 0) or not (p.consumer = any(?)) as its_turn
              %s
            from parked p left join inbox i using (tenant, consumer, source, subject)
            where p.tenant = ?
            """;

    private static final String GAPS = """
            select * from (
              select distinct on (p.consumer, p.source, p.subject) p.consumer, p.source, p.subject, p.id,
                p.sequence as next_parked, coalesce(i.sequence, 0) as last_taken,
                count(*) over subject as waiting, min(p.parked_at) over subject as since
              from parked p left join inbox i using (tenant, consumer, source, subject)
              where p.tenant = ? and p.consumer = any(?)
              window subject as (partition by p.consumer, p.source, p.subject)
              order by p.consumer, p.source, p.subject, p.sequence) first
            where next_parked > last_taken + 1 and (?::uuid is null or id > ?) order by id limit ?""";

    private final List<String> ordered;

    /** @param ordered the consumers that take each subject's records in without a hole */
    public DeadLetterDesk(List<String> ordered) {
        this.ordered = List.copyOf(ordered);
    }

    /**
     * What waits, in the order in which it was parked.
     *
     * @param after the last record of the page before
     * @param kind {@code early} or {@code broken}; empty for both
     */
    public List<ParkedRecord> list(Transaction transaction, Optional<UUID> after, Optional<String> kind, int limit) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<ParkedRecord> records = roundTrip.query(
                COLUMNS.formatted("")
                        + "and (?::uuid is null or p.id > ?) and (?::text is null or p.kind = ?) order by p.id limit ?",
                DeadLetterDesk::record,
                ordered,
                transaction.tenant().key(),
                after.orElse(null),
                after.orElse(null),
                kind.orElse(null),
                kind.orElse(null),
                limit);
        roundTrip.send();
        return records.list();
    }

    /** One of them. */
    public Optional<ParkedRecord> find(Transaction transaction, UUID id) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<ParkedRecord> found = roundTrip.query(
                COLUMNS.formatted("") + "and p.id = ?",
                DeadLetterDesk::record,
                ordered,
                transaction.tenant().key(),
                id);
        roundTrip.send();
        return found.first();
    }

    /** One of them, as much of it as may be shown. */
    public Optional<Inspected> inspect(Transaction transaction, UUID id) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Inspected> found = roundTrip.query(
                COLUMNS.formatted(", p.headers, p.value") + "and p.id = ?",
                DeadLetterDesk::inspected,
                ordered,
                transaction.tenant().key(),
                id);
        roundTrip.send();
        return found.first();
    }

    /** Subjects that wait for a record that has not come, the longest parked first. */
    public List<Gap> gaps(Transaction transaction, Optional<UUID> after, int limit) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Gap> gaps = roundTrip.query(
                GAPS,
                row -> new Gap(
                        row.getString("consumer"),
                        source(row),
                        subject(row),
                        row.getLong("last_taken"),
                        row.getLong("next_parked"),
                        row.getObject("id", UUID.class),
                        row.getLong("waiting"),
                        instant(row, "since")),
                transaction.tenant().key(),
                ordered,
                after.orElse(null),
                after.orElse(null),
                limit);
        roundTrip.send();
        return gaps.list();
    }

    /** How much waits of each kind of which anything does. */
    public static List<Waiting> waiting(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Waiting> waiting = roundTrip.query(
                """
                select kind, count(*) as records, extract(epoch from clock_timestamp() - min(parked_at)) as seconds
                from parked where tenant = ? group by kind order by kind""",
                row -> new Waiting(
                        row.getString("kind"), row.getLong("records"), Duration.ofSeconds(row.getLong("seconds"))),
                transaction.tenant().key());
        roundTrip.send();
        return waiting.list();
    }

    private static ParkedRecord record(ResultSet row) throws SQLException {
        return new ParkedRecord(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                source(row),
                subject(row),
                row.getLong("sequence"),
                Optional.ofNullable(row.getString("type")).map(type -> Attributes.shown("ce_type", type)),
                row.getString("topic"),
                Optional.ofNullable(row.getObject("topic_partition", Integer.class)),
                Optional.ofNullable(row.getObject("topic_offset", Long.class)),
                row.getString("kind"),
                row.getString("cause"),
                instant(row, "parked_at"),
                row.getLong("behind"),
                row.getBoolean("its_turn"));
    }

    private static Inspected inspected(ResultSet row) throws SQLException {
        Map<String, String> headers = new TreeMap<>(ParkedRows.readHeaders(row.getString("headers")));
        Map<String, String> attributes = Attributes.of(headers);
        headers.keySet().removeAll(attributes.keySet());
        byte @Nullable [] value = row.getBytes("value");
        return new Inspected(
                record(row),
                attributes,
                headers.entrySet().stream()
                        .map(header -> new Inspected.OtherHeader(
                                FieldName.shown(header.getKey()),
                                header.getValue().length()))
                        .toList(),
                Contents.of(value));
    }

    private static String source(ResultSet row) throws SQLException {
        return Attributes.shown("ce_source", row.getString("source"));
    }

    private static String subject(ResultSet row) throws SQLException {
        return Attributes.shown("ce_subject", row.getString("subject"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
