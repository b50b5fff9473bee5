package uk.concordat.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static Problem refused(@Nullable String value) {
        return catchThrowableOfType(MalformedRequest.class, () -> Fields.text("subject", value, 10))
                .problem();
    }

    @Test
    void text_is_taken_as_it_is() {
        assertThat(Fields.text("subject", " ten chars", 10)).isEqualTo(" ten chars");
        assertThat(Fields.text("subject", "🙂", 2)).isEqualTo("🙂");
    }

    @Test
    void what_is_missing_blank_or_too_long_is_refused_by_its_name() {
        assertThat(refused(null).code()).isEqualTo("field-missing");
        assertThat(refused(" \n\u2003").code()).isEqualTo("field-blank");
        assertThat(refused("eleven char").code()).isEqualTo("field-too-long");
        assertThat(refused("eleven char").detail()).contains("/subject", "11", "10");
        assertThat(refused("eleven char").status()).isEqualTo(400);
    }

    @Test
    void what_could_not_be_kept_as_it_was_sent_is_refused() {
        assertThat(refused("a\0b").code()).isEqualTo("field-unreadable");
        assertThat(refused("a\uD800b").code()).isEqualTo("field-unreadable");
        assertThat(refused("\uDE42\uD83D").code()).isEqualTo("field-unreadable");
        assertThat(refused("a\uD83D").detail()).contains("/subject");
    }

    @Test
    void anything_else_that_is_required_only_has_to_be_there() {
        assertThat(Fields.required("factual", false)).isFalse();
        assertThat(catchThrowableOfType(MalformedRequest.class, () -> Fields.required("factual", null))
                        .problem()
                        .detail())
                .contains("/factual");
    }
}
