package uk.concordat.kit.operations;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.reading.Page;

/** What operators and integrations have done to a council's data here: written with what they do, and never changed. */
public final class OperatorActs {

    /**
     * Something that an operator did.
     *
     * @param act such as {@code dead-letter-replayed}
     * @param about what it was done to: an id or a name, never a person's words
     * @param at real time, as the database has it
     */
    record OperatorAct(UUID id, String operator, String act, String about, Optional<String> reason, Instant at) {}

    private OperatorActs() {}

    /** Adds to the round trip that this is written down. */
    static void note(
            RoundTrip roundTrip,
            Transaction transaction,
            Operators.Operator operator,
            String act,
            String about,
            Optional<String> reason) {
        note(roundTrip, transaction, operator.name(), act, about, reason);
    }

    /**
     * The same, of whoever did it.
     *
     * @param actor as {@link uk.concordat.kit.identity.Token#actor} says
     * @param about what it was done to: an id or a name, never a person's words
     */
    public static void note(
            RoundTrip roundTrip,
            Transaction transaction,
            String actor,
            String act,
            String about,
            Optional<String> reason) {
        roundTrip.update(
                "insert into operator_act (tenant, id, operator, act, about, reason) values (?, ?, ?, ?, ?, ?)",
                transaction.tenant().key(),
                Generators.timeBasedEpochGenerator().generate(),
                actor,
                act,
                about,
                reason.orElse(null));
    }

    /** The newest first. */
    static List<OperatorAct> list(Transaction transaction, Page.Asked asked) {
        RoundTrip roundTrip = transaction.roundTrip();
        var acts = roundTrip.query(
                """
                select id, operator, act, about, reason, at from operator_act
                where tenant = ? and (?::uuid is null or id < ?) order by id desc limit ?""",
                OperatorActs::read,
                transaction.tenant().key(),
                asked.after().orElse(null),
                asked.after().orElse(null),
                asked.toRead());
        roundTrip.send();
        return acts.list();
    }

    /** What was last done to something. */
    static Optional<OperatorAct> lastAbout(Transaction transaction, String about) {
        RoundTrip roundTrip = transaction.roundTrip();
        var last = roundTrip.query("""
                select id, operator, act, about, reason, at from operator_act
                where tenant = ? and about = ? order by id desc limit 1""", OperatorActs::read, transaction.tenant().key(), about);
        roundTrip.send();
        return last.first();
    }

    private static OperatorAct read(ResultSet row) throws SQLException {
        return new OperatorAct(
                row.getObject("id", UUID.class),
                row.getString("operator"),
                row.getString("act"),
                row.getString("about"),
                Optional.ofNullable(row.getString("reason")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
