package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.WrongMethods;

/** Requests that miss the API: another method, path, media type or size. */
@QuarkusTest
class WrongRequestsTest extends OverHttp {

    @Test
    void a_method_that_a_path_does_not_take_is_refused() {
        Response received = received();
        String id = id(received);

        for (Response answer : List.of(
                as("member-red-1").body(own()).put("/enquiries"),
                as("member-red-1").delete("/enquiries"),
                as("member-red-1").delete("/enquiries/{id}", id),
                as("member-red-1").body(own()).patch("/enquiries/{id}", id),
                as("member-red-1").body(own()).post("/enquiries/{id}", id),
                as("member-red-1").get("/enquiries/{id}/acknowledgement", id),
                as("member-red-1").body("{}").post("/me"))) {
            Problems.assertProblem(answer, 405, "method-not-allowed");
        }
        as("member-red-1").get("/enquiries/{id}", id).then().statusCode(200);
    }

    @Test
    void whoever_asks_by_a_wrong_method_is_told_the_right_ones() {
        WrongMethods.areToldTheRightOnes(ServiceUnderTest.tokens().forPerson(COUNCIL, "member-red-1"));
        as("member-red-1").head("/enquiries").then().statusCode(200);
        as("member-red-1").options("/enquiries").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/enquiry",
                "/Enquiries",
                "/enquiries/x/y/z",
                "/complaints",
                "/enquiries/01890000-0000-7000-8000-000000000000/guidance",
                "/..%2f..%2fetc/passwd",
                "/enquiries/%00",
                "/enquiries/1%2f2"
            })
    void an_unknown_path_is_not_found(String path) {
        Problems.assertProblem(as("member-red-1").urlEncodingEnabled(false).get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "COL-E-2026-000001",
                "null",
                "01890000-0000-7000-8000-00000000000",
                "01890000-0000-7000-8000-0000000000000",
                "01890000000070008000000000000000",
                "1-1-1-1-1",
                "💡"
            })
    void an_id_that_is_none_is_of_nothing(String id) {
        Problems.assertProblem(as("member-red-1").get("/enquiries/{id}", id), 404, "not-found");
        Problems.assertProblem(as("member-red-1").get("/enquiries/{id}/history", id), 404, "not-found");
        Problems.assertProblem(
                as("officer-1")
                        .header("If-Match", "*")
                        .body(letter("Seen."))
                        .post("/enquiries/{id}/acknowledgement", id),
                404,
                "not-found");
    }

    @Test
    void an_id_in_capitals_is_the_same_id() {
        Response received = received();

        as("member-red-1")
                .get("/enquiries/{id}", id(received).toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("id", equalTo(id(received)));
    }

    @Test
    void a_slash_at_the_end_changes_nothing() {
        Response received = received();

        as("member-red-1").get("/enquiries/").then().statusCode(200);
        as("member-red-1").get("/enquiries/{id}/", id(received)).then().statusCode(200);
        String key = UUID.randomUUID().toString();
        Response first =
                as("member-red-1").header("Idempotency-Key", key).body(own()).post("/enquiries");
        as("member-red-1")
                .header("Idempotency-Key", key)
                .body(own())
                .post("/enquiries/")
                .then()
                .statusCode(201)
                .body("id", equalTo(id(first)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json-patch+json"})
    void a_body_that_is_not_sent_as_json_is_refused(String type) {
        Stored before = Stored.now();

        Problems.assertProblem(
                asPlain().header("Content-Type", type).body(own()).post("/enquiries"),
                415,
                "unsupported-media-type",
                "application/json");
        before.assertUnchanged();
    }

    @Test
    void a_form_is_no_json_nor_is_a_body_of_no_named_type() {
        Problems.assertProblem(
                asPlain()
                        .contentType(ContentType.URLENC)
                        .formParam("kind", "question")
                        .post("/enquiries"),
                415,
                "unsupported-media-type");
        Problems.assertProblem(
                asPlain()
                        .contentType("application/octet-stream")
                        .body(own().getBytes(StandardCharsets.UTF_8))
                        .post("/enquiries"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "APPLICATION/JSON", "application/json; x=y"})
    void json_by_any_other_spelling_is_json(String type) {
        asPlain()
                .header("Content-Type", type)
                .body(own())
                .post("/enquiries")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png"})
    void an_answer_that_cannot_be_given_as_asked_is_refused(String accept) {
        Problems.assertProblem(
                as("member-red-1").accept(accept).get("/enquiries"), 406, "not-acceptable", "application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/*", "text/html, application/json;q=0.1", "application/problem+json, */*"})
    void an_answer_that_may_be_json_is_json(String accept) {
        as("member-red-1").accept(accept).get("/enquiries").then().statusCode(200);
    }

    @Test
    void who_accepts_only_problems_is_given_problems() {
        Problems.assertProblem(
                as("member-red-1").accept("application/json").get("/enquiries/{id}", "x"), 404, "not-found");
        Problems.assertProblem(
                as("member-red-1").accept("application/problem+json").get("/enquiries/{id}", "x"), 406);
    }

    @Test
    void a_path_or_headers_beyond_all_measure_are_cut_off_before_the_service() {
        assertThat(as("member-red-1").get("/enquiries/" + "x".repeat(20_000)).statusCode())
                .isEqualTo(414);
        assertThat(as("member-red-1")
                        .header("X-Long", "x".repeat(200_000))
                        .get("/enquiries")
                        .statusCode())
                .isEqualTo(431);
        as("member-red-1").get("/enquiries").then().statusCode(200);
    }

    private static RequestSpecification asPlain() {
        return given().auth()
                .oauth2(ServiceUnderTest.tokens().forPerson(COUNCIL, "member-red-1"))
                .config(RestAssured.config()
                        .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }
}
