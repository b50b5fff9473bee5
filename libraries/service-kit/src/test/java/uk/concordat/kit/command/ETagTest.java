package uk.concordat.kit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.store.RecordedEvent;
import uk.concordat.eventsourcing.store.Stream;

class ETagTest {

    private static final UUID ENQUIRY = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @Test
    void the_same_case_as_it_stands_has_the_same_strong_tag() {
        assertThat(ETag.of(endingWith(3))).isEqualTo(ETag.of(endingWith(3)));
        assertThat(ETag.of(endingWith(3)).header()).matches("\"[A-Za-z0-9_-]{20}\"");
    }

    @Test
    void every_event_makes_another() {
        assertThat(IntStream.rangeClosed(1, 1000).mapToObj(ETagTest::endingWith).map(ETag::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_part_of_a_stream_has_the_tag_of_its_own_facts() {
        record Fact(int number, List<String> words) {}

        assertThat(ETag.ofPart(new Fact(1, List.of("a")))).isEqualTo(ETag.ofPart(new Fact(1, List.of("a"))));
        assertThat(ETag.ofPart(new Fact(1, List.of("a")))).isNotEqualTo(ETag.ofPart(new Fact(1, List.of("b"))));
        assertThat(ETag.ofPart(new Fact(1, List.of())).header()).matches("\"[A-Za-z0-9_-]{20}\"");
    }

    private static Stream<String, String> endingWith(int event) {
        UUID id = new UUID(0x0198_0000_0000_7000L, event);
        return new Stream<>(ENQUIRY, "", List.of(new RecordedEvent<>(id, 1, 1, Instant.EPOCH, "")));
    }
}
