package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What is asked for by name is not in the spans that tell of the request. */
@QuarkusTest
class SpansTest extends OverHttp {

    private static final String NAME = "quentin.unmistakable";

    @Inject
    EndedSpans spans;

    @Test
    void of_an_address_spans_keep_what_no_caller_chooses() {
        new ScimClient(CITY).list(Map.of("filter", "userName eq \"%s\"".formatted(NAME), "count", 5));
        as(CITY, "officer-1").get("/councils/{council}/people/{username}", CITY, NAME);
        as(CITY, "officer-1").get("/nowhere/{username}", NAME);

        List<SpanData> told = eventually()
                .until(
                        spans::all,
                        all -> all.stream()
                                .anyMatch(
                                        span -> span.getAttributes().toString().contains("/nowhere/")));

        assertThat(told.toString()).doesNotContain(NAME).doesNotContain("userName");
        assertThat(told)
                .extracting(span -> span.getAttributes().asMap().toString())
                .anyMatch(attributes -> attributes.contains("url.query=") && attributes.contains("filter=REDACTED"))
                .anyMatch(attributes -> attributes.contains("http.route=/councils/{council}/people/{username}"));
    }

    @Test
    void an_access_log_that_somebody_switches_on_has_nothing_of_an_address() {
        String momentMethodProtocolStatusLengthDuration =
                ConfigProvider.getConfig().getValue("quarkus.http.access-log.pattern", String.class);

        assertThat(momentMethodProtocolStatusLengthDuration.split(" "))
                .containsExactly("%t", "%m", "%H", "%s", "%b", "%D");
    }
}
