package uk.concordat.kit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ETagTest {

    private static final UUID ENQUIRY = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01980000-0000-7000-8000-000000000002");

    @Test
    void the_same_case_at_the_same_version_has_the_same_strong_tag() {
        assertThat(ETag.of(ENQUIRY, 3)).isEqualTo(ETag.of(ENQUIRY, 3));
        assertThat(ETag.of(ENQUIRY, 3).header()).matches("\"[A-Za-z0-9_-]{20}\"");
    }

    @Test
    void every_version_and_every_case_has_its_own() {
        assertThat(LongStream.rangeClosed(1, 1000).mapToObj(version -> ETag.of(ENQUIRY, version)))
                .doesNotHaveDuplicates();
        assertThat(ETag.of(ENQUIRY, 3)).isNotEqualTo(ETag.of(OTHER, 3));
    }

    @Test
    void it_does_not_say_how_much_has_happened() {
        assertThat(ETag.of(ENQUIRY, 123_456_789).value()).doesNotContain("123");
    }
}
