package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * I3: what lies on the topics, against what is stored.
 *
 * @param strangers subjects, and keys, of which somebody else has put records there
 */
record Topics(String bootstrapServers, List<String> strangers) {

    private record Sent(UUID id, String subject, long sequence) {}

    /** Exactly the stored events that were published, each under its own sequence, and each subject's in order. */
    void holdWhatIsStored(String topic, List<Stored.Event> events) {
        Published published = Published.besides(strangers, topic, bootstrapServers);
        Difference.none(
                "I3 " + topic,
                published.once().stream()
                        .map(event -> new Sent(
                                UUID.fromString(event.getId()),
                                String.valueOf(event.getSubject()),
                                Published.sequence(event)))
                        .toList(),
                events.stream()
                        .map(event -> new Sent(event.id(), event.stream().toString(), event.sequence()))
                        .toList());
        published
                .sequencesBySubject()
                .forEach((subject, sequences) ->
                        assertThat(sequences).as("I3 %s", subject).isEqualTo(Streams.upTo(sequences.size())));
    }

    /** Where versions grow and holes are normal; an event that is not published leaves its stream's sequence as it was. */
    void holdAllDocuments(List<Stored.Event> events) {
        Published documents = Published.on("concordat.councils", bootstrapServers);
        Difference.none(
                "I3 concordat.councils",
                documents.ids(),
                published(events).stream().map(Stored.Event::id).toList());
        documents
                .sequencesBySubject()
                .forEach((subject, versions) ->
                        assertThat(versions).as("I3 %s", subject).isSorted().doesNotHaveDuplicates());
    }

    /** @param events stream by stream in their order */
    private static List<Stored.Event> published(List<Stored.Event> events) {
        Map<UUID, Long> last = new HashMap<>();
        return events.stream()
                .filter(event -> {
                    long before = last.getOrDefault(event.stream(), 0L);
                    last.put(event.stream(), event.sequence());
                    return event.sequence() > before;
                })
                .toList();
    }
}
