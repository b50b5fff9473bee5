package uk.concordat.council.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A council's directory, as Entra ID and Okta speak for one. */
record ScimClient(String council) {

    static final String SCIM_JSON = "application/scim+json";
    static final String ENTERPRISE = "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'";

    /** A body from the test resources, with what stands in its braces. */
    static String body(String name, Map<String, String> values) {
        String body = read(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            body = body.replace("{" + value.getKey() + "}", value.getValue());
        }
        return body;
    }

    static String body(String name) {
        return body(name, Map.of());
    }

    private static String read(String name) {
        try (InputStream resource = ScimClient.class.getResourceAsStream("/scim/" + name + ".json")) {
            if (resource == null) {
                throw new IllegalArgumentException("There is no body " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    RequestSpecification request() {
        return given().auth()
                .oauth2(ServiceUnderTest.tokens().forIntegration(council, "people:provision"))
                .accept(SCIM_JSON)
                .contentType(SCIM_JSON);
    }

    ValidatableResponse post(String body) {
        return request().body(body).post("/scim/v2/Users").then();
    }

    /** The id of somebody new. */
    String created(String body) {
        return post(body).statusCode(201).extract().path("id");
    }

    ValidatableResponse get(String id) {
        return request().get("/scim/v2/Users/{id}", id).then();
    }

    ValidatableResponse put(String id, String body) {
        return request().body(body).put("/scim/v2/Users/{id}", id).then();
    }

    ValidatableResponse patch(String id, String body) {
        return request().body(body).patch("/scim/v2/Users/{id}", id).then();
    }

    ValidatableResponse delete(String id) {
        return request().delete("/scim/v2/Users/{id}", id).then();
    }

    ValidatableResponse list(Map<String, ?> query) {
        return request().queryParams(query).get("/scim/v2/Users").then();
    }

    ValidatableResponse found(String filter) {
        return list(Map.of("filter", filter)).statusCode(200);
    }
}
