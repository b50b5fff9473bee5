package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.enquiry.domain.Capacity;
import uk.concordat.enquiry.domain.Channel;
import uk.concordat.enquiry.domain.EnquiryKind;

/** The description of the API at {@code /q/openapi} says what the service does, and what it shows can be sent. */
@QuarkusTest
class OpenApiTest extends OverHttp {

    private static final String ENQUIRIES = "/enquiries";

    @Test
    void it_is_openapi_3_1_and_names_the_service() {
        JsonNode document = document();

        assertThat(document.at("/openapi").asText()).startsWith("3.1");
        assertThat(document.at("/info/title").asText()).isEqualTo("Concordat enquiry service");
    }

    @Test
    void it_lists_every_path_with_its_methods() {
        List<String> listed = new ArrayList<>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("operationId")
                            || operation.getValue().has("responses")) {
                        listed.add(operation.getKey() + " " + path.getKey());
                    }
                }));

        List<String> expected = new ArrayList<>(List.of(
                "get /enquiries",
                "post /enquiries",
                "get /enquiries/{id}",
                "get /enquiries/{id}/history",
                "get /enquiries/{id}/events/{event}",
                "get /my-work",
                "get /reassignments",
                "get /me"));
        ACTS.forEach(act -> expected.add("post /enquiries/{id}/" + act));
        expected.addAll(List.of(
                "get /operations/{council}/acts",
                "get /operations/{council}/gaps",
                "get /operations/{council}/dead-letters",
                "get /operations/{council}/dead-letters/{id}",
                "post /operations/{council}/dead-letters/{id}/replay",
                "post /operations/{council}/dead-letters/{id}/discard"));
        // Other operations of the kit are described where they are tested.
        assertThat(listed).containsAll(expected);
        assertThat(listed.stream().filter(path -> !path.contains(" /operations/")))
                .allMatch(expected::contains);
    }

    @Test
    void both_examples_of_a_new_enquiry_are_taken() {
        JsonNode examples = examples(ENQUIRIES);

        assertThat(examples.size()).isEqualTo(2);
        as("member-red-1")
                .body(value(examples, "a member's own"))
                .post(ENQUIRIES)
                .then()
                .statusCode(201);
        as("member-services")
                .body(value(examples, "logged for a member"))
                .post(ENQUIRIES)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "holding-reply", "response", "assignment"})
    void the_example_of_each_act_on_what_is_open_is_taken(String act) {
        assertTaken(act("officer-1", received(), act, example(act)));
    }

    @Test
    void the_example_of_a_withdrawal_is_taken() {
        assertTaken(act("member-red-1", received(), "withdrawal", example("withdrawal")));
    }

    @ParameterizedTest
    @CsvSource({"follow-up, member-red-1", "reopening, officer-1", "closure, member-red-1"})
    void the_example_of_each_act_on_what_was_answered_is_taken(String act, String who) {
        Response answered = act("officer-1", received(), "response", letter("By Friday."));

        assertTaken(act(who, answered, act, example(act)));
    }

    @Test
    void the_example_of_a_timescale_is_taken_where_a_date_was_promised() {
        Response received = as("harlow", "member-red-1").body(own()).post(ENQUIRIES);
        Response promised = act(
                "harlow",
                "officer-1",
                received,
                "acknowledgement",
                Map.of("text", "By the eighth.", "replyBy", "2027-01-08"));

        assertTaken(act("harlow", "officer-1", promised, "timescale", example("timescale")));
    }

    private static void assertTaken(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static String example(String act) {
        return value(examples("/enquiries/{id}/" + act).elements().next());
    }

    @Test
    void a_bearer_token_is_required_by_every_operation() {
        JsonNode document = document();

        assertThat(document.at("/components/securitySchemes/bearer/type").asText())
                .isEqualTo("http");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0/bearer").isArray()).isTrue();
    }

    @Test
    void every_operation_says_how_it_may_be_refused_and_that_a_refusal_is_a_problem() {
        JsonNode document = document();
        Stream<JsonNode> always = Stream.of(
                operation(document, ENQUIRIES, "get"),
                operation(document, ENQUIRIES, "post"),
                operation(document, "/enquiries/{id}", "get"),
                operation(document, "/enquiries/{id}/history", "get"),
                operation(document, "/me", "get"));

        always.forEach(operation -> assertRefusals(document, operation, "401", "403", "503"));
        assertRefusals(document, operation(document, "/enquiries/{id}", "get"), "404");
        assertRefusals(document, operation(document, ENQUIRIES, "post"), "400", "409", "413", "415", "422");
        ACTS.forEach(act -> assertRefusals(
                document,
                operation(document, "/enquiries/{id}/" + act, "post"),
                "400",
                "401",
                "403",
                "404",
                "409",
                "412",
                "413",
                "415",
                "422",
                "428",
                "503"));
        assertThat(operation(document, ENQUIRIES, "get").get("responses").has("412"))
                .isFalse();
        assertThat(operation(document, ENQUIRIES, "post").get("responses").has("428"))
                .isFalse();
    }

    @Test
    void commands_name_their_idempotency_key_and_acts_their_if_match() {
        JsonNode document = document();

        assertThat(document.at("/components/parameters/If-Match/in").asText()).isEqualTo("header");
        assertThat(document.at("/components/parameters/Idempotency-Key/in").asText())
                .isEqualTo("header");
        assertThat(headers(operation(document, ENQUIRIES, "post"))).containsExactly("Idempotency-Key");
        ACTS.forEach(act -> assertThat(headers(operation(document, "/enquiries/{id}/" + act, "post")))
                .containsExactlyInAnyOrder("Idempotency-Key", "If-Match"));
        assertThat(headers(operation(document, ENQUIRIES, "get"))).isEmpty();
    }

    @Test
    void codes_in_bodies_are_described_as_they_are_sent() {
        JsonNode fields = document().at("/components/schemas/NewEnquiry/properties");

        assertThat(codes(fields, "channel"))
                .containsExactlyElementsOf(
                        Arrays.stream(Channel.values()).map(Channel::code).toList());
        assertThat(codes(fields, "capacity"))
                .containsExactlyElementsOf(
                        Arrays.stream(Capacity.values()).map(Capacity::code).toList());
        assertThat(codes(fields, "kind"))
                .containsExactlyElementsOf(Arrays.stream(EnquiryKind.values())
                        .map(EnquiryKind::code)
                        .toList());
    }

    private static List<String> codes(JsonNode fields, String field) {
        List<String> codes = new ArrayList<>();
        fields.at("/" + field + "/enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static void assertRefusals(JsonNode document, JsonNode operation, String... statuses) {
        for (String status : statuses) {
            JsonNode content = operation.at("/responses/" + status + "/content");
            assertThat(content.has("application/problem+json"))
                    .as("%s of %s", status, operation.at("/summary"))
                    .isTrue();
            assertThat(content.at("/application~1problem+json/schema/$ref").asText())
                    .isEqualTo("#/components/schemas/Problem");
        }
        assertThat(document.at("/components/schemas/Problem/properties").has("code"))
                .isTrue();
    }

    private static List<String> headers(JsonNode operation) {
        List<String> headers = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.has("$ref")) {
                headers.add(parameter.get("$ref").asText().replace("#/components/parameters/", ""));
            }
        });
        return headers;
    }

    private static JsonNode operation(JsonNode document, String path, String method) {
        return document.get("paths").get(path).get(method);
    }

    private static JsonNode examples(String path) {
        return operation(document(), path, "post").at("/requestBody/content/application~1json/examples");
    }

    private static String value(JsonNode examples, String name) {
        return value(examples.get(name));
    }

    private static String value(JsonNode example) {
        JsonNode value = example.get("value");
        return value.isTextual() ? value.asText() : value.toString();
    }

    private static JsonNode document() {
        Response document = given().get("/q/openapi?format=json");
        document.then().statusCode(200);
        return Json.read(document.asString());
    }
}
