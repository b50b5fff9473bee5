package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogExcerptTest {

    @Test
    void tells_trouble_and_its_causes_without_traces() {
        String failed = """
                {"level":"ERROR","message":"Failed to start application","exception":{"exceptionType":"E","message":"Failed to start","frames":[{"class":"A"}],\
                "causedBy":{"exception":{"exceptionType":"InvalidPack","message":"one.yaml /a: wrong\\none.yaml /b: wrong"}}}}""";

        assertThat(LogExcerpt.of(List.of("{\"level\":\"INFO\",\"message\":\"Migrating\"}", failed))
                        .lines())
                .containsExactly(
                        "ERROR Failed to start application",
                        "  Failed to start",
                        "  one.yaml /a: wrong",
                        "  one.yaml /b: wrong");
    }

    @Test
    void an_exception_without_a_message_is_named_by_its_type() {
        assertThat(LogExcerpt.of(
                                List.of(
                                        "{\"level\":\"WARN\",\"message\":\"No\",\"exception\":{\"exceptionType\":\"java.lang.NullPointerException\"}}"))
                        .lines())
                .containsExactly("WARN No", "  java.lang.NullPointerException");
    }

    @Test
    void other_lines_stay_and_what_tells_of_no_trouble_is_shown_as_it_is() {
        assertThat(LogExcerpt.of(List.of("Killed", "[1]"))).isEqualTo(String.format("Killed%n[1]"));
        assertThat(LogExcerpt.of(List.of("{\"level\":\"INFO\",\"message\":\"Migrating\"}")))
                .contains("Migrating");
    }
}
