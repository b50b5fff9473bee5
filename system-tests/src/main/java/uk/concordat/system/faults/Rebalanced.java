package uk.concordat.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** F12: somebody joins the groups of consumers and leaves them again every two seconds, and takes partitions along without reading on. */
final class Rebalanced implements Fault {

    private static final Duration HALF = Duration.ofSeconds(1);
    private static final Duration NOT_STUCK = Duration.ofSeconds(30);
    private static final Map<String, String> GROUPS = Map.of(
            "notification-service.enquiries", "concordat\\.[a-z0-9-]+\\.enquiries",
            "enquiry-service.notifications", "concordat\\.[a-z0-9-]+\\.notifications");

    @Override
    public void strike(Scene scene) {
        String replica = scene.stack().addReplica("notification-service");
        try {
            long end = System.nanoTime() + scene.howLong().toNanos();
            int times = 0;
            do {
                comeAndGo(scene.stack().bootstrapServers());
                times++;
            } while (System.nanoTime() < end);
            scene.note("rebalanced", "%d times", 2 * times);
        } finally {
            scene.stack().removeReplica(replica);
        }
    }

    @Override
    public void check(Scene scene) {
        scene.stack().awaitRest(NOT_STUCK);
    }

    private static void comeAndGo(String bootstrapServers) {
        List<KafkaConsumer<String, byte[]>> joined = GROUPS.entrySet().stream()
                .map(group -> joined(group.getKey(), Pattern.compile(group.getValue()), bootstrapServers))
                .toList();
        long until = System.nanoTime() + HALF.toNanos();
        while (System.nanoTime() < until) {
            joined.forEach(consumer -> consumer.poll(Duration.ofMillis(50)));
        }
        joined.forEach(KafkaConsumer::close);
        Pause.of(HALF);
    }

    private static KafkaConsumer<String, byte[]> joined(String group, Pattern topics, String bootstrapServers) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        group,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.poll.records",
                        1),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(topics);
        return consumer;
    }
}
