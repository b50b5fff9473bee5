package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static uk.concordat.council.http.ScimFaultsTest.refused;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that are asked for in a way that cannot be understood. */
@QuarkusTest
class ScimFilterFaultsTest extends OverHttp {

    private static final ScimClient DIRECTORY = new ScimClient("scim-faults");

    @BeforeEach
    void theCouncilIsKnown() {
        known(DIRECTORY.council());
    }

    private static final List<String> NO_FILTERS = List.of(
            "userName",
            "userName eq",
            "userName is \"x\"",
            "userName eq \"x",
            "userName eq {\"a\":1}",
            "userName eq [1]",
            "eq \"x\"",
            "(userName eq \"x\"",
            "userName eq \"x\")",
            "not",
            "not (",
            "not ()",
            "and and",
            "emails[]",
            "urn:",
            "\"",
            "userName eq \"x\" and",
            "active gt true");

    @Test
    void a_filter_that_cannot_be_read_is_refused() {
        assertThat(NO_FILTERS)
                .allSatisfy(filter -> refused(DIRECTORY.list(Map.of("filter", filter)), 400)
                        .body("scimType", equalTo("invalidFilter")));
    }

    @Test
    void a_filter_that_asks_too_much_and_a_page_that_is_no_number_are_refused() {
        refused(DIRECTORY.list(Map.of("filter", "userName eq \"x\"" + " or userName eq \"y\"".repeat(30))), 400)
                .body("scimType", equalTo("tooMany"));
        refused(DIRECTORY.list(Map.of("filter", "userName eq \"%s\"".formatted("x".repeat(2_000)))), 400)
                .body("scimType", equalTo("tooMany"));
        refused(DIRECTORY.list(Map.of("startIndex", "one")), 400).body("scimType", equalTo("invalidValue"));
        refused(DIRECTORY.list(Map.of("count", "99999999999")), 400).body("scimType", equalTo("invalidValue"));
        DIRECTORY.list(Map.of("attributes", "((,,x[,urn:,id.x")).statusCode(200);
        DIRECTORY.list(Map.of("excludedAttributes", "((,,x[,urn:,id.x")).statusCode(200);
    }
}
