package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import uk.concordat.system.Operator;

/**
 * F9: records that cannot be read, on the topic that all read: broken JSON, nothing at all, no value, two megabytes. What comes after them of the same
 * subject waits, everybody else's does not; an operator sees why. When a sound record comes in its place all goes on; what is no message at all an
 * operator leaves aside.
 */
final class Poison implements Fault {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    @Override
    public void strike(Scene scene) {
        takeLargeRecords(scene);
        long end = System.nanoTime() + scene.howLong().toNanos();
        int poisons = 0;
        do {
            for (PoisonedData poison : poisons()) {
                poison(scene, poison.what(), poison.data());
                poisons++;
            }
            noMessageAtAll(scene);
            ofAnotherCouncil(scene);
        } while (System.nanoTime() < end);
        scene.note("poisoned", "%d subjects", poisons);
    }

    private record PoisonedData(String what, byte @Nullable [] data) {}

    private static List<PoisonedData> poisons() {
        byte[] large = new byte[TWO_MEGABYTES];
        Arrays.fill(large, (byte) 'x');
        return List.of(
                new PoisonedData("broken JSON", "{\"deadlines\": [".getBytes(StandardCharsets.UTF_8)),
                new PoisonedData("nothing", new byte[0]),
                new PoisonedData("no value", null),
                new PoisonedData("two megabytes", large));
    }

    private static void poison(Scene scene, String what, byte @Nullable [] data) {
        Waiting waiting = new Waiting(scene.stored());
        RawTopic topic = scene.topic("enquiries");
        Stranger poisoned = Stranger.ofAnAnsweredEnquiry(scene);
        String type =
                new String(poisoned.record(2).headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> sound = poisoned.record(2);

        topic.put(List.of(poisoned.record(1), poisoned.record(2, type, data), poisoned.record(3)));
        Awaitility.await("F9 parked: " + what)
                .atMost(SOON)
                .until(() -> waiting.heldOf(poisoned.subject()), held -> held == 2);
        assertThat(waiting.lastTakenOf(poisoned.subject()))
                .as("F9 taken in up to the poison")
                .isEqualTo(1);
        assertThat(waiting.causeOf(poisoned.subject())).as("F9 cause").startsWith("broken: ");
        scene.note("another key after " + what, "%s", untilAnotherIsTakenIn(scene, waiting, topic));

        assertThat(desk(scene).replay(desk(scene).find(letter -> isOf(letter, poisoned.subject()))))
                .as("F9 replayed as it is")
                .isEqualTo("waits");

        topic.put(List.of(sound));
        Awaitility.await("F9 taken in after the sound record: " + what)
                .atMost(SOON)
                .until(() -> waiting.lastTakenOf(poisoned.subject()), last -> last == 3);
        assertThat(waiting.heldOf(poisoned.subject())).as("F9 still held").isZero();
        assertThat(scene.deadLetters("notification-service").records().stream()
                        .filter(letter -> poisoned.subject().equals(letter.key()))
                        .map(letter -> RawTopic.header(letter, "dead-letter-reason")))
                .as("F9 dead letters")
                .anyMatch(reason -> reason.startsWith("broken: "));
    }

    /** A record of no subject holds up nobody, and an operator leaves it aside. */
    private static void noMessageAtAll(Scene scene) {
        String key = UUID.randomUUID().toString();
        scene.ledger().noteStranger(key);
        RawTopic topic = scene.topic("enquiries");
        topic.put(List.of(new ProducerRecord<>(topic.name(), key, "nothing".getBytes(StandardCharsets.UTF_8))));
        JsonNode letter =
                desk(scene).find(found -> found.required("subject").asText().contains(topic.name()));
        scene.ledger().noteStranger(letter.required("subject").asText());
        assertThat(letter.required("cause").asText()).as("F9 cause").contains("not a CloudEvent");
        assertThat(desk(scene).discard(letter, "Put there by a test"))
                .as("F9 left aside")
                .isEqualTo("discarded");
    }

    /** Nor does a record that says it is another council's. */
    private static void ofAnotherCouncil(Scene scene) {
        RawTopic topic = scene.topic("enquiries");
        Stranger stranger = Stranger.ofAnAnsweredEnquiry(scene);
        ProducerRecord<String, byte[]> foreign = stranger.record(1);
        foreign.headers()
                .remove("ce_source")
                .add("ce_source", "/councils/nowhere/enquiries".getBytes(StandardCharsets.UTF_8));
        topic.put(List.of(foreign));
        JsonNode letter =
                desk(scene).find(found -> found.required("cause").asText().contains("its source is not"));
        scene.ledger().noteStranger(letter.required("subject").asText());
        assertThat(new Waiting(scene.stored()).effectsOf(stranger.subject()))
                .as("F9 of another council")
                .isZero();
        assertThat(desk(scene).discard(letter, "Put there by a test"))
                .as("F9 left aside")
                .isEqualTo("discarded");
    }

    private static OperatorsDesk desk(Scene scene) {
        return new OperatorsDesk(new Operator(scene.stack(), scene.portal().council()));
    }

    private static boolean isOf(JsonNode letter, String subject) {
        return letter.required("subject").asText().equals(subject);
    }

    /** On the same topic, and as often as not on the same partition. */
    private static String untilAnotherIsTakenIn(Scene scene, Waiting waiting, RawTopic topic) {
        Stranger other = Stranger.ofAnAnsweredEnquiry(scene);
        List<ProducerRecord<String, byte[]>> records = List.of(other.record(1), other.record(2), other.record(3));
        topic.put(records);
        long began = System.nanoTime();
        Awaitility.await("F9 another key")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(SOON)
                .until(() -> waiting.lastTakenOf(other.subject()), last -> last == 3);
        return "%.2f s".formatted((System.nanoTime() - began) / 1e9);
    }

    private static void takeLargeRecords(Scene scene) {
        ConfigResource topic = new ConfigResource(
                ConfigResource.Type.TOPIC, scene.topic("enquiries").name());
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", scene.stack().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", Integer.toString(2 * TWO_MEGABYTES)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
