package uk.concordat.council.http;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a directory is told of SCIM here, before it sends anything. */
@QuarkusTest
class ScimDiscoveryTest extends OverHttp {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final ScimClient DIRECTORY = new ScimClient(CITY);

    @Test
    void it_is_told_what_of_scim_there_is() {
        DIRECTORY
                .request()
                .get("/scim/v2/ServiceProviderConfig")
                .then()
                .statusCode(200)
                .contentType(ScimClient.SCIM_JSON)
                .body("patch.supported", equalTo(true))
                .body("bulk.supported", equalTo(false))
                .body("filter.supported", equalTo(true))
                .body("filter.maxResults", equalTo(200))
                .body("changePassword.supported", equalTo(false))
                .body("sort.supported", equalTo(false))
                .body("etag.supported", equalTo(true))
                .body("authenticationSchemes[0].type", equalTo("oauthbearertoken"))
                .body("meta.location", endsWith("/scim/v2/ServiceProviderConfig"));
    }

    @Test
    void it_is_told_which_resources_there_are() {
        DIRECTORY
                .request()
                .get("/scim/v2/ResourceTypes/User")
                .then()
                .statusCode(200)
                .body("endpoint", equalTo("/Users"))
                .body("schema", equalTo(USER))
                .body("schemaExtensions[0].schema", equalTo(ENTERPRISE))
                .body("schemaExtensions[0].required", equalTo(false));
        DIRECTORY.request().get("/scim/v2/ResourceTypes/Robot").then().statusCode(404);
    }

    @Test
    void it_is_told_which_attributes_are_kept_and_no_others() {
        DIRECTORY
                .request()
                .get("/scim/v2/Schemas/" + USER)
                .then()
                .statusCode(200)
                .body("id", equalTo(USER))
                .body(
                        "attributes.name",
                        containsInAnyOrder("userName", "name", "displayName", "userType", "active", "emails"))
                .body("attributes.find { it.name == 'userName' }.required", equalTo(true));
        DIRECTORY
                .request()
                .get("/scim/v2/Schemas/" + ENTERPRISE)
                .then()
                .statusCode(200)
                .body("attributes.name", containsInAnyOrder("employeeNumber", "department", "manager"));
        DIRECTORY.request().get("/scim/v2/Schemas/urn:x").then().statusCode(404);
        DIRECTORY
                .request()
                .get("/scim/v2/Schemas")
                .then()
                .statusCode(200)
                .body(
                        "Resources.id",
                        containsInAnyOrder(USER, ENTERPRISE, "urn:ietf:params:scim:schemas:core:2.0:Group"));
    }
}
