package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

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
import uk.concordat.protocols.testing.Rule;

/** What a council sets for itself, under a protocol that leaves a time open (and, where it is said, under the City's). */
@QuarkusTest
class SettingsTest extends OverHttp {

    private static final String CHIEF = "head-of-paid-service";
    private static final String OPEN = "setting";
    private static final String STATED = "unset";

    @BeforeEach
    void on_the_monday_before_christmas() {
        ServiceUnderTest.clock(Instant.parse("2026-12-21T09:00:00Z"));
        if (read(OPEN).statusCode() == 200 && read(STATED).statusCode() == 200) {
            return;
        }
        imported(files(OPEN)).statusCode(200);
        imported(CsvFiles.ofTheCityAs(STATED)).statusCode(200);
        for (String council : List.of(OPEN, STATED)) {
            eventually()
                    .untilAsserted(() ->
                            as(council, CHIEF).get("/me").then().statusCode(200).body("posts.post", contains(CHIEF)));
        }
    }

    @AfterEach
    void present_time() {
        ServiceUnderTest.clock(Instant.now());
    }

    private static CsvFiles files(String council) {
        return CsvFiles.ofTheCityAs(council)
                .replacing("council", "city-of-london,2006-04-13.2,", "hackney,2026-01-01,");
    }

    private static String path(String council) {
        return "/councils/" + council + "/settings";
    }

    private static Response read(String council) {
        return as(council, "member-lone").get(path(council));
    }

    private static Map<String, Object> days(int rung) {
        return new HashMap<>(Map.of("rungWorkingDays", rung, "reason", "The standard of 2027."));
    }

    private static Map<String, Object> target(int workingDays) {
        Map<String, Object> body = days(2);
        body.put(
                "targets",
                List.of(Map.of("direction", "member-to-officer", "kind", "full-response", "workingDays", workingDays)));
        return body;
    }

    private static Response put(RequestSpecification request, String council, Object body) {
        return request.contentType(ContentType.JSON).body(body).put(path(council));
    }

    /** Sets it as it was last seen. */
    private static Response put(String council, String username, Object body) {
        return put(as(council, username).header("If-Match", read(council).getHeader("ETag")), council, body);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString("."));
    }

    private static Map<String, Object> item(Response shown, String setting) {
        return shown.jsonPath().getMap("items.find { it.setting == '" + setting + "' }");
    }

    @Test
    @Rule("HAC-64")
    void a_time_standard_that_the_protocol_leaves_open_is_set_shown_as_local_told_and_kept() {
        Response before = read(OPEN);
        before.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", notNullValue())
                .body("protocol", equalTo(Map.of("pack", "hackney", "version", "2026-01-01")))
                .body("changedBy.roles", contains(CHIEF, "monitoring-officer"))
                .body("changedBy.because.rule", equalTo("HAC-26"));
        assertThat(item(before, "target"))
                .containsEntry("source", "local-target")
                .containsEntry("direction", "member-to-officer")
                .containsEntry("kind", "full-response")
                .containsEntry(
                        "unstated",
                        Map.of("rule", "HAC-64", "paragraph", "12.2 [unnumbered, line 154]", "reading", "ours"));

        put(OPEN, CHIEF, target(12)).then().statusCode(200).header("ETag", not(equalTo(before.getHeader("ETag"))));

        assertThat(item(read(OPEN), "target"))
                .containsEntry("workingDays", 12)
                .containsEntry("effective", true)
                .containsEntry("since", "2026-12-21")
                .containsKeys("unstated", "setBy", "setAt");
        assertThat(item(read(OPEN), "rungWorkingDays"))
                .containsEntry("source", "local")
                .containsEntry("workingDays", 2)
                .doesNotContainKey("unstated");
        it_is_told_to_all_services();
        files_leave_it_and_say_so();
        the_history_tells_what_it_was_and_became();
    }

    private void it_is_told_to_all_services() {
        JsonPath document = JsonPath.from(documents(OPEN).stream()
                .filter(record -> ("council/" + OPEN).equals(record.key()))
                .reduce((_, last) -> last)
                .orElseThrow()
                .value());
        assertThat(document.getList("settings.targets"))
                .isEqualTo(
                        List.of(Map.of("direction", "member-to-officer", "kind", "full-response", "workingDays", 12)));
        assertThat(document.getString("datedSettings[-1].from")).isEqualTo("2026-12-21");
        assertThat(document.prettify()).doesNotContain("standard of 2027");
    }

    private static void files_leave_it_and_say_so() {
        CsvFiles other = files(OPEN).replacing("council", "2000-01-01,1,2,5", "2000-01-01,1,9,5");
        imported(other)
                .statusCode(200)
                .body("changes", equalTo(0))
                .body("kept.kind", contains("setting", "setting", "setting"))
                .body("kept.key", contains("reminderWorkingDays", "rungWorkingDays", "followUpWorkingDays"));
        assertThat(item(read(OPEN), "rungWorkingDays")).containsEntry("workingDays", 2);
    }

    private static void the_history_tells_what_it_was_and_became() {
        as(OPEN, "member-lone")
                .get(path(OPEN) + "/history")
                .then()
                .statusCode(200)
                .body("items[0].source", equalTo("officer"))
                .body("items[0].from", equalTo("2026-12-21"))
                .body("items[0].reason", equalTo("The standard of 2027."))
                .body("items[0].by.username", equalTo(CHIEF))
                .body("items[0].changes.find { it.setting == 'target' }.became", equalTo("12 working days"))
                .body("items[-1].source", equalTo("council.csv"))
                .body("items[-1].changes.find { it.setting == 'rungWorkingDays' }.became", equalTo("2 working days"))
                .body("items[-1].changes.find { it.setting == 'rungWorkingDays' }", not(hasKey("was")));
        as(OPEN, "member-lone")
                .get(path(OPEN) + "/history?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        as(OPEN, "member-lone")
                .get(path(OPEN) + "/history?limit=1&after=2")
                .then()
                .body("items.source", contains("council.csv"))
                .body("$", not(hasKey("next")));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void a_target_for_what_the_protocol_states_is_refused_by_its_rule() {
        put(STATED, "member-services", target(20))
                .then()
                .statusCode(422)
                .body("code", equalTo("protocol-states-it"))
                .body("rule", equalTo("COL-29"))
                .body("paragraph", equalTo("7"))
                .body("reading", equalTo("stated"));
        assertThat(item(read(STATED), "target")).isNull();
    }

    @Test
    void what_is_planned_is_shown_as_planned_until_its_day_comes() {
        Map<String, Object> later = days(7);
        later.put("from", "2027-03-01");
        later.put("quietHours", Map.of("from", "19:00", "to", "07:30"));
        put(STATED, "member-services", later)
                .then()
                .statusCode(200)
                .body("settings.rungWorkingDays", equalTo(2))
                .body("planned.from", contains("2027-03-01"))
                .body("planned[0].settings.quietHours", equalTo(Map.of("from", "19:00", "to", "07:30")))
                .body("planned[0].setBy.username", equalTo("member-services"));

        ServiceUnderTest.clock(Instant.parse("2027-02-28T23:59:59Z"));
        read(STATED).then().body("settings.rungWorkingDays", equalTo(2));
        ServiceUnderTest.clock(Instant.parse("2027-03-01T00:00:00Z"));
        read(STATED)
                .then()
                .body("settings.rungWorkingDays", equalTo(7))
                .body("settings.quietHours.to", equalTo("07:30"))
                .body("planned", hasSize(0));
        eventually()
                .untilAsserted(() -> as(STATED, "member-lone")
                        .get("/councils/" + STATED)
                        .then()
                        .body("settings.rungWorkingDays", equalTo(7)));
        assertThat(item(read(STATED), "quietHours"))
                .containsEntry("source", "local")
                .containsEntry("since", "2027-03-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-red-1", "officer-1", "member-services", "finance-officer"})
    void who_changes_them_is_for_the_protocol_to_say(String username) {
        put(OPEN, username, days(3))
                .then()
                .statusCode(403)
                .body("code", equalTo("settings-not-yours-to-change"))
                .body("rule", equalTo("HAC-26"))
                .body("reading", equalTo("ours"));
    }

    @Test
    void another_council_is_told_of_no_more_than_one_that_does_not_exist() {
        for (String council : new String[] {OPEN, "unheard-of", "%20"}) {
            var chief = as(STATED, CHIEF).header("If-Match", "*");
            refused(put(chief, council, days(3)), 404, "not-found");
            refused(as(STATED, CHIEF).get(path(council)), 404, "not-found");
            refused(as(STATED, CHIEF).get(path(council) + "/history"), 404, "not-found");
        }
        refused(asOperator().get(path(OPEN)), 403, "no-council");
    }

    @Test
    void they_are_changed_as_they_were_seen_and_under_a_key_once() {
        refused(put(as(OPEN, CHIEF), OPEN, days(3)), 428, "if-match-missing");
        refused(put(as(OPEN, CHIEF).header("If-Match", "\"stale\""), OPEN, days(3)), 412, "if-match-stale");
        String seen = read(OPEN).getHeader("ETag");
        Map<String, Object> body = days(8);
        Response first = put(as(OPEN, CHIEF).header("If-Match", seen).header("Idempotency-Key", "s1"), OPEN, body);
        long events = events(OPEN);
        Response again = put(as(OPEN, CHIEF).header("If-Match", seen).header("Idempotency-Key", "s1"), OPEN, body);

        first.then().statusCode(200).body("settings.rungWorkingDays", equalTo(8));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
        put(OPEN, CHIEF, body).then().statusCode(200).header("ETag", equalTo(first.getHeader("ETag")));
        assertThat(events(OPEN)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rungWorkingDays\": 3} | field-missing",
                "{\"rungWorkingDays\": 3, \"reason\": \" \"} | field-blank",
                "{\"rungWorkingDays\": 3.5, \"reason\": \"R\"} | wrong-type",
                "{\"rungWorkingDays\": \"3\", \"reason\": \"R\"} | wrong-type",
                "{\"rungDays\": 3, \"reason\": \"R\"} | unknown-field",
                "{\"targets\": [null], \"reason\": \"R\"} | field-missing",
                "{\"targets\": [{}], \"reason\": \"R\"} | field-missing",
                "{\"targets\": [{\"direction\": \"up\", \"kind\": \"full-response\", \"workingDays\": 1}], \"reason\": \"R\"} | unknown-code",
                "{\"targets\": [{\"direction\": \"member-to-officer\", \"kind\": \"promised-response\", \"workingDays\": 1}], \"reason\": \"R\"} | unknown-code",
                "{\"quietHours\": {\"from\": \"19:00\"}, \"reason\": \"R\"} | field-missing",
                "{\"quietHours\": {\"from\": \"7 pm\", \"to\": \"07:00\"}, \"reason\": \"R\"} | no-time-of-day",
                "{\"quietHours\": {\"from\": \"24:00\", \"to\": \"07:00\"}, \"reason\": \"R\"} | no-time-of-day",
                "{\"from\": \"2027-02-30\", \"reason\": \"R\"} | wrong-type",
                "[] | wrong-type",
                "{ | broken-json",
            })
    void a_body_that_is_not_as_described_is_the_senders_fault(String body, String code) {
        refused(put(as(OPEN, CHIEF).header("If-Match", "*"), OPEN, body), 400, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 0, -1})
    void numbers_that_make_no_sense_are_refused(int number) {
        refused(put(OPEN, CHIEF, days(number)), 422, "setting-out-of-bounds");
    }
}
