package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import uk.concordat.kit.testing.RealBackends;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A test of the running enquiry-service; before each test it is Thursday 24 December 2026, ten o'clock. */
@WithTestResource(
        value = RealBackends.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "enquiry-service"))
abstract class OverHttp {

    static final String COUNCIL = "city-of-london";
    static final Instant CHRISTMAS_EVE = Instant.parse("2026-12-24T10:00:00Z");

    /** Whatever can be done to an enquiry, as the last part of a path. */
    static final List<String> ACTS = List.of(
            "acknowledgement",
            "holding-reply",
            "timescale",
            "response",
            "assignment",
            "follow-up",
            "reopening",
            "closure",
            "withdrawal");

    @BeforeEach
    void readyOnChristmasEve() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        ServiceUnderTest.clock(CHRISTMAS_EVE);
    }

    /** A request of somebody in the City of London, with a body of JSON. */
    static RequestSpecification as(String username) {
        return as(COUNCIL, username);
    }

    static RequestSpecification as(String council, String username) {
        return asBearer(ServiceUnderTest.tokens().forPerson(council, username));
    }

    /** A request of somebody who runs the system and belongs to no council. */
    static RequestSpecification asOperator() {
        return asBearer(ServiceUnderTest.tokens().operator());
    }

    static RequestSpecification asBearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A telephone enquiry that member-services logs for a member, received this morning. */
    static String logged() {
        return """
                {"kind":"question","subject":"Street lighting","text":"When will the lamps in Moor Lane be mended?",
                 "factual":true,"capacity":"ward","channel":"telephone","addressee":"officer-1",
                 "onBehalfOf":"member-red-1","receivedAt":"2026-12-24T09:15:00Z"}""";
    }

    /** A member's own enquiry. */
    static String own() {
        return """
                {"kind":"question","subject":"Street lighting","text":"When will the lamps in Moor Lane be mended?",
                 "factual":true,"capacity":"ward","channel":"portal","addressee":"officer-1"}""";
    }

    /** An enquiry that has come in, as its creator was answered. */
    static Response received() {
        Response created = as("member-services").body(logged()).post("/enquiries");
        created.then().statusCode(201);
        return created;
    }

    static Response act(String username, Response seen, String act, Object body) {
        return act(COUNCIL, username, seen, act, body);
    }

    static Response act(String council, String username, Response seen, String act, Object body) {
        return as(council, username)
                .header("If-Match", seen.header("ETag"))
                .body(body)
                .post("/enquiries/{id}/{act}", id(seen), act);
    }

    static Response read(String username, Response enquiry) {
        return read(COUNCIL, username, enquiry);
    }

    static Response read(String council, String username, Response enquiry) {
        return as(council, username).get("/enquiries/{id}", id(enquiry));
    }

    /** The story of an enquiry as somebody may read it. */
    static JsonNode history(String council, String username, Response enquiry) {
        Response history = as(council, username).get("/enquiries/{id}/history", id(enquiry));
        history.then().statusCode(200);
        return Json.of(history).get("items");
    }

    /** What happened to an enquiry, in the words of its story. */
    static List<String> events(String council, String username, Response enquiry) {
        return Json.each(history(council, username, enquiry), "event");
    }

    static String id(Response enquiry) {
        return text(enquiry, "id");
    }

    /** A field of what was answered; the word {@code null} where it is absent. */
    static String text(Response answer, String field) {
        return Json.of(answer).path(field).asText("null");
    }

    static Map<String, String> letter(String text) {
        return Map.of("text", text);
    }
}
