package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Which protocol a council goes by, from when: under the City's, by the Town Clerk or the Monitoring Officer. */
@QuarkusTest
class ProtocolsTest extends OverHttp {

    private static final String COUNCIL = "adopting";
    private static final String PATH = "/councils/adopting/protocols";
    private static final String MONITORING_OFFICER = "monitoring-officer";

    @BeforeEach
    void on_the_monday_before_christmas() {
        ServiceUnderTest.clock(Instant.parse("2026-12-21T09:00:00Z"));
        if (as(COUNCIL, "member-lone").get(PATH).statusCode() == 200) {
            return;
        }
        imported(CsvFiles.ofTheCityAs(COUNCIL)).statusCode(200);
        eventually()
                .untilAsserted(() -> as(COUNCIL, MONITORING_OFFICER)
                        .get("/me")
                        .then()
                        .statusCode(200)
                        .body("posts.post", contains(MONITORING_OFFICER)));
    }

    @AfterEach
    void present_time() {
        ServiceUnderTest.clock(Instant.now());
    }

    private static Map<String, Object> body(String pack, String version, String from) {
        return new HashMap<>(
                Map.of("pack", pack, "version", version, "from", from, "reason", "Resolved on 3 December."));
    }

    private static Response adopt(RequestSpecification request, Object body) {
        return request.contentType(ContentType.JSON).body(body).post(PATH);
    }

    private static Response withdraw(RequestSpecification request, String from) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("reason", "Put off."))
                .post(PATH + "/" + from + "/withdrawal");
    }

    private static Response read() {
        return as(COUNCIL, "member-lone").get(PATH);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString("."));
    }

    @Test
    void a_new_version_is_adopted_from_a_day_ahead_told_to_services_withdrawn_and_all_of_it_remembered() {
        Map<String, Object> next = body("city-of-london", Installation.NEXT_VERSION, "2027-04-01");
        for (int sent = 0; sent < 2; sent++) {
            adopt(as(COUNCIL, MONITORING_OFFICER).header("Idempotency-Key", "a1"), next)
                    .then()
                    .statusCode(201)
                    .header("Location", endsWith(PATH + "/2027-04-01"))
                    .body("status", equalTo("ahead"))
                    .body("source", equalTo("officer"))
                    .body("adopted.by.username", equalTo(MONITORING_OFFICER))
                    .body("adopted.reason", equalTo("Resolved on 3 December."));
        }
        refused(adopt(as(COUNCIL, MONITORING_OFFICER), next), 409, "already-adopted");
        read().then()
                .statusCode(200)
                .body("adoptedBy.roles", contains("head-of-paid-service", MONITORING_OFFICER))
                .body("adoptedBy.because.rule", equalTo("COL-03"))
                .body("items.version", contains("2006-04-13.2", Installation.NEXT_VERSION))
                .body("items.status", contains("in-force", "ahead"))
                .body("items.source", contains("council.csv", "officer"));
        assertThat(published().getList("protocols.from")).isEqualTo(List.of("2000-01-01", "2027-04-01"));
        imported(CsvFiles.ofTheCityAs(COUNCIL)).statusCode(200).body("changes", equalTo(0));
        it_is_withdrawn();
        files_do_not_bring_it_back();
    }

    private void it_is_withdrawn() {
        String seen = as(COUNCIL, "member-lone").get(PATH + "/2027-04-01").getHeader("ETag");
        refused(withdraw(as(COUNCIL, MONITORING_OFFICER), "2027-04-01"), 428, "if-match-missing");
        withdraw(as(COUNCIL, MONITORING_OFFICER).header("If-Match", seen), "2027-04-01")
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"))
                .body("withdrawn.reason", equalTo("Put off."))
                .body("adopted.reason", equalTo("Resolved on 3 December."));
        assertThat(published().getList("protocols.from")).isEqualTo(List.of("2000-01-01"));
        read().then().body("items.status", contains("in-force", "withdrawn"));
        var officer = as(COUNCIL, MONITORING_OFFICER).header("If-Match", "*");
        refused(withdraw(officer, "2000-01-01"), 409, "adoption-in-force");
        refused(withdraw(officer, "2027-05-01"), 404, "not-found");
    }

    private static void files_do_not_bring_it_back() {
        imported(CsvFiles.ofTheCityAs(COUNCIL)
                        .replacing("council", "2006-04-13.2,2000-01-01", Installation.NEXT_VERSION + ",2027-04-01"))
                .statusCode(200)
                .body("changes", equalTo(0))
                .body("kept", equalTo(List.of(Map.of("kind", "protocol", "key", "2027-04-01"))));
    }

    private JsonPath published() {
        return JsonPath.from(documents(COUNCIL).stream()
                .filter(record -> ("council/" + COUNCIL).equals(record.key()))
                .reduce((_, last) -> last)
                .orElseThrow()
                .value());
    }

    @ParameterizedTest
    @CsvSource({
        "harlow, 1999-01-01, 2027-06-01, unknown-pack",
        "guildhall, 2006-04-13, 2027-06-01, unknown-pack",
        "harlow, 2024-01-01.2, 2026-12-20, adoption-day-over",
        "harlow, 2024-01-01.2, 2040-01-01, adoption-day-too-far",
    })
    void what_cannot_be_adopted_is_told_why(String pack, String version, String from, String code) {
        Response answer = adopt(as(COUNCIL, MONITORING_OFFICER), body(pack, version, from));

        refused(answer, 422, code);
        if (code.equals("unknown-pack")) {
            answer.then().body("detail", containsString("harlow 2024-01-01.2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-red-1", "member-services", "finance-officer"})
    void who_writes_it_down_is_for_the_protocol_to_say(String username) {
        adopt(as(COUNCIL, username), body("harlow", "2024-01-01.2", "2027-06-01"))
                .then()
                .statusCode(403)
                .body("code", equalTo("protocol-not-yours-to-adopt"))
                .body("rule", equalTo("COL-03"))
                .body("paragraph", equalTo("1(3)"))
                .body("reading", equalTo("ours"));
    }

    @Test
    void people_of_another_council_find_none_and_an_operator_adopts_by_files_only() {
        var other = as(CITY, MONITORING_OFFICER).header("If-Match", "*");
        refused(other.get(PATH), 404, "not-found");
        refused(other.get(PATH + "/2000-01-01"), 404, "not-found");
        refused(adopt(other, body("harlow", "2024-01-01.2", "2027-06-01")), 404, "not-found");
        refused(withdraw(other, "2027-04-01"), 404, "not-found");
        refused(adopt(asOperator(), body("harlow", "2024-01-01.2", "2027-06-01")), 403, "no-council");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pack\": \"harlow\", \"version\": \"2024-01-01\", \"from\": \"2027-06-01\"}",
                "{\"pack\": \"harlow\", \"version\": \"2024-01-01\", \"reason\": \"R\"}",
                "{\"pack\": \"harlow\", \"from\": \"2027-06-01\", \"reason\": \"R\"}",
                "{\"pack\": \"harlow\", \"version\": 2024, \"from\": \"2027-06-01\", \"reason\": \"R\"}",
                "{\"pack\": \"harlow\", \"version\": \"2024-01-01\", \"from\": \"soon\", \"reason\": \"R\"}",
                "{\"pack\": \"harlow\", \"version\": \"2024-01-01\", \"from\": \"2027-06-01\", \"reason\": \"R\", \"by\": \"me\"}",
                "[]",
            })
    void a_body_that_is_not_as_described_is_the_senders_fault(String body) {
        Response answer = adopt(as(COUNCIL, MONITORING_OFFICER), body);

        refused(answer, 400, answer.path("code"));
    }
}
