package uk.concordat.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.inbox.IncomingRecord;

/** Kafka's records in the words of the inbox. */
public final class Records {

    private static final Pattern TOPIC = Pattern.compile("concordat\\.(?<council>[^.]+)\\.(?<speaker>[^.]+)");
    private static final Pattern SOURCE = Pattern.compile("/councils/(?<council>[^/]+)");
    private static final Pattern COUNCIL = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private Records() {}

    public static IncomingRecord incoming(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return new IncomingRecord(
                record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }

    /** The council of a topic such as {@code concordat.harlow.enquiries}; empty if it is no council's. */
    public static Optional<Tenant> council(String topic) {
        Matcher name = TOPIC.matcher(topic);
        return name.matches() ? council(name) : Optional.empty();
    }

    /** The council of a source such as {@code /councils/harlow}; empty if it is none. */
    public static Optional<Tenant> councilOfSource(String source) {
        Matcher name = SOURCE.matcher(source);
        return name.matches() ? council(name) : Optional.empty();
    }

    /** Whether it is the source that speaks on a council's topic: {@code /councils/harlow/enquiries} on Harlow's enquiries. */
    public static boolean maySpeak(String topic, String source) {
        Matcher name = TOPIC.matcher(topic);
        return name.matches()
                && source.equals("/councils/%s/%s".formatted(name.group("council"), name.group("speaker")));
    }

    private static Optional<Tenant> council(Matcher name) {
        String council = name.group("council");
        return COUNCIL.matcher(council).matches() ? Optional.of(new Tenant(council)) : Optional.empty();
    }
}
