package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;

/** What every refusal looks like to the caller: RFC 9457, with a stable code, and never kept by a cache. */
final class Problems {

    private Problems() {}

    static void assertProblem(Response answer, int status, String code) {
        assertProblem(answer, status);
        assertThat(field(answer, "code")).as(answer.asString()).isEqualTo(code);
    }

    static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).as(answer.asString()).startsWith("application/problem+json");
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(field(answer, "type")).startsWith("urn:concordat:problem:");
            softly.assertThat(field(answer, "title")).isNotBlank();
            softly.assertThat(Json.of(answer).path("status").asInt()).isEqualTo(status);
            softly.assertThat(field(answer, "detail")).isNotBlank();
            softly.assertThat(field(answer, "code")).matches("[a-z]+(-[a-z]+)*");
            softly.assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        });
    }

    private static String field(Response answer, String name) {
        return Json.of(answer).path(name).asText();
    }

    static void assertProblem(Response answer, int status, String code, String inDetail) {
        assertProblem(answer, status, code);
        assertThat(field(answer, "detail")).contains(inDetail);
    }
}
