package uk.concordat.notification.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Somebody who runs the system, at work for a council. */
record Operator(String council) {

    private RequestSpecification request() {
        return given().auth()
                .oauth2(ServiceUnderTest.tokens().operator())
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON);
    }

    Response get(String path) {
        return request().get("/operations/" + council + path);
    }

    Response replay(String id) {
        return request().post("/operations/" + council + "/dead-letters/" + id + "/replay");
    }

    Response discard(String id, Object body) {
        return request().body(body).post("/operations/" + council + "/dead-letters/" + id + "/discard");
    }

    Response discard(String id, String reason) {
        return discard(id, Map.of("reason", reason));
    }

    /** What waits of an enquiry, as it was parked. */
    List<Map<String, Object>> waiting(Enquiry enquiry) {
        return get("/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == '%s' }".formatted(enquiry.id()));
    }

    /** The id of the record of an enquiry that waits with this sequence. */
    String id(Enquiry enquiry, int sequence) {
        return get("/dead-letters?limit=200")
                .then()
                .extract()
                .path("items.find { it.subject == '%s' && it.sequence == %d }.id".formatted(enquiry.id(), sequence));
    }

    /** What has been done to a record. */
    List<Map<String, Object>> acts(String id) {
        return get("/acts?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.about == '%s' }".formatted(id));
    }
}
