package uk.concordat.eventsourcing.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;

/** Records as a broker delivers them, an effect that leaves a note of each, and what then stands in the database. */
final class Deliveries {

    static final Tenant TENANT = new Tenant("north");
    static final String SOURCE = "/post/north";
    static final String DEAD_LETTERS = "dead-letters";

    private final Installation installation;
    private final Transactions transactions;
    private final Inbox inbox;

    Deliveries(Installation installation) {
        this.installation = installation;
        this.transactions = installation.transactions();
        this.inbox = new Inbox("reader", transactions, DEAD_LETTERS);
    }

    static IncomingRecord record(String subject, long sequence) {
        return record(subject, sequence, "{\"of\":\"%s\"}".formatted(subject));
    }

    static IncomingRecord record(String subject, long sequence, @Nullable String value) {
        return record(headers(subject, Long.toString(sequence)), subject, sequence, value);
    }

    static IncomingRecord record(Map<String, String> headers, String key, long offset, @Nullable String value) {
        return new IncomingRecord(
                "parcels", 2, offset, key, headers, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> headers(String subject, String sequence) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", subject + "-" + sequence);
        headers.put("ce_source", SOURCE);
        headers.put("ce_type", "test.parcel.posted.v1");
        headers.put("ce_subject", subject);
        headers.put("ce_sequence", sequence);
        return headers;
    }

    void receive(Effect effect, IncomingRecord... records) {
        for (IncomingRecord each : records) {
            inbox.receive(TENANT, each, effect);
        }
    }

    /** Receives, with the effect that only leaves a note. */
    void receive(IncomingRecord... records) {
        receive(Deliveries::note, records);
    }

    /** Receives where only this source may speak. */
    void receiveFrom(String source, IncomingRecord... records) {
        Inbox guarded = new Inbox("reader", transactions, DEAD_LETTERS, (_, speaking) -> speaking.equals(source));
        for (IncomingRecord each : records) {
            guarded.receive(TENANT, each, Deliveries::note);
        }
    }

    Inbox inbox() {
        return inbox;
    }

    void retryEarly(Effect effect) {
        inbox.retryEarly(TENANT, effect);
    }

    static void note(Transaction transaction, Message message) {
        transaction
                .roundTrip()
                .update(
                        "insert into effect (tenant, source, subject, sequence, note) values (?, ?, ?, ?, ?)",
                        transaction.tenant().key(),
                        message.source(),
                        message.subject(),
                        message.sequence(),
                        message.data().toString())
                .send();
    }

    /** What had an effect, in the order in which it had. */
    List<String> effects() {
        return installation.ask("select subject || ' ' || sequence from effect order by place");
    }

    /** How far each subject is taken in. */
    List<String> taken() {
        return installation.ask("select subject || ' ' || sequence from inbox order by 1");
    }

    List<String> parked() {
        return installation.ask(
                "select subject || ' ' || sequence || ' ' || kind || ': ' || cause from parked order by 1");
    }

    List<String> deadLetters() {
        return installation.ask("""
                select headers ->> 'ce_id' || ' ' || (headers ->> 'dead-letter-reason') from outbox
                where topic = '%s' order by position""".formatted(DEAD_LETTERS));
    }
}
