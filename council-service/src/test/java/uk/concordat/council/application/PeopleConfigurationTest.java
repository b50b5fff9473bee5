package uk.concordat.council.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleConfigurationTest {

    private static PeopleConfiguration configured(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(PeopleConfiguration.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(PeopleConfiguration.class);
    }

    private static PeopleConfiguration ofKind(String kind) {
        return configured(Map.of("concordat.people.kind", kind));
    }

    @Test
    void a_directorys_people_are_officers_unless_it_is_configured_otherwise() {
        assertThat(configured(Map.of()).kind()).isEqualTo("officer");
        assertThat(ofKind("member").kind()).isEqualTo("member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offcer", "Officer", "independent-member"})
    void what_nobody_of_a_directory_can_be_is_told_at_start(String kind) {
        assertThatThrownBy(() -> ofKind(kind))
                .hasStackTraceContaining("concordat.people.kind is '%s' and may be one of [member".formatted(kind));
    }
}
