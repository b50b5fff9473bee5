package uk.concordat.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.refusal.Refusal;
import uk.concordat.protocols.rules.Citation;
import uk.concordat.protocols.rules.Reading;
import uk.concordat.protocols.rules.Rulebook;

class ProblemTest {

    private record Refused(String code, Ground ground, String detail, Optional<Citation> citation) implements Refusal {}

    private static Problem of(Ground ground) {
        return Problem.of(new Refused("some-code", ground, "It is so.", Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void every_ground_of_a_refusal_has_its_status(Ground ground) {
        int expected = switch (ground) {
            case ACTOR -> 403;
            case STATE -> 409;
            case CONTENT -> 422;
        };

        assertThat(of(ground).status()).isEqualTo(expected);
        assertThat(of(ground).title()).isNotEqualTo("Error").isNotBlank();
    }

    @Test
    void a_refusal_by_a_rule_cites_it() {
        Citation citation = Rulebook.standard().cite("COL-30", Reading.OURS);

        Problem problem = Problem.of(
                new Refused("holding-reply-without-reasons", Ground.CONTENT, "Say why.", Optional.of(citation)));

        assertThat(problem)
                .isEqualTo(new Problem(
                        "urn:concordat:problem:holding-reply-without-reasons",
                        "Unprocessable Content",
                        422,
                        "Say why.",
                        "holding-reply-without-reasons",
                        "COL-30",
                        "city-of-london",
                        "7",
                        "ours",
                        null));
    }

    @Test
    void what_no_rule_refuses_cites_none_and_does_not_show_empty_fields() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(of(Ground.STATE)))
                .isEqualTo("{\"type\":\"urn:concordat:problem:some-code\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"detail\":\"It is so.\",\"code\":\"some-code\"}");
    }

    @Test
    void faults_are_listed_where_there_are_several() throws Exception {
        Problem problem = Problem.withErrors(422, "import-refused", "Two faults.", List.of("one", "two"));

        assertThat(new ObjectMapper()
                        .readTree(new ObjectMapper().writeValueAsBytes(problem))
                        .required("errors"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request",
        "401, Unauthorized",
        "403, Forbidden",
        "404, Not Found",
        "405, Method Not Allowed",
        "409, Conflict",
        "412, Precondition Failed",
        "413, Content Too Large",
        "422, Unprocessable Content",
        "428, Precondition Required",
        "429, Too Many Requests",
        "500, Internal Server Error",
        "503, Service Unavailable",
    })
    void every_status_has_the_title_that_http_gives_it(int status, String title) {
        assertThat(Problem.of(status, "some-code", "It is so.").title()).isEqualTo(title);
        assertThat(Problem.of(status, "some-code", "It is so.").response().getStatus())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void who_may_try_again_is_told_when(int status) {
        assertThat(Problem.of(status, "busy", "Try again.").response().getHeaderString(HttpHeaders.RETRY_AFTER))
                .isEqualTo("2");
    }

    @Test
    void who_brings_no_token_is_told_how() {
        assertThat(Problem.of(401, "no-token", "Send one.").response().getHeaderString(HttpHeaders.WWW_AUTHENTICATE))
                .isEqualTo("Bearer");
    }

    @Test
    void a_problem_is_never_kept_by_a_cache_and_says_what_it_is() {
        var response = Problem.of(404, "not-found", "Nothing.").response();

        assertThat(response.getHeaderString(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat(response.getHeaders()).doesNotContainKeys(HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);
    }
}
