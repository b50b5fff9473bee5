package uk.concordat.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.inbox.IncomingRecord;

/** Kafka's records in the words of the inbox. */
public final class Records {

    private Records() {}

    public static IncomingRecord incoming(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return new IncomingRecord(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }

    /** The council of a topic such as {@code concordat.harlow.enquiries}. */
    public static Tenant council(ConsumerRecord<String, byte[]> record) {
        return new Tenant(record.topic().split("\\.")[1]);
    }
}
