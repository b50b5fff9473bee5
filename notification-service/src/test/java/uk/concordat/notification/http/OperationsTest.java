package uk.concordat.notification.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.local.DeadLetters;

/** What an operator sees of records that wait, and does about them. */
@QuarkusTest
class OperationsTest extends OverHttp {

    private static final String SECRET = "Philippa";

    private final Operator operator = new Operator(CITY);

    @Test
    void an_operator_sees_what_waits_and_why_and_nothing_that_anybody_wrote() {
        Enquiry enquiry = broken("{\"reference\":\"%s\",\"deadlines\":[{\"kind\":\"%s\"}]}".formatted(SECRET, SECRET));
        enquiry.sends(enquiry.message("answered", Mention.of("met"))).isParked(1, "early");

        List<Map<String, Object>> waiting = operator.waiting(enquiry);
        assertThat(waiting).extracting(waits -> waits.get("kind")).containsExactly("broken", "early");
        assertThat(waiting.getFirst())
                .containsEntry("consumer", "notification-service")
                .containsEntry("source", enquiry.source())
                .containsEntry("sequence", 2)
                .containsEntry("type", "uk.concordat.enquiry.acknowledged.v1")
                .containsEntry("topic", enquiry.topicOfEnquiries())
                .containsEntry("behind", 1)
                .containsEntry("itsTurn", true)
                .hasEntrySatisfying(
                        "cause",
                        cause -> assertThat(cause.toString())
                                .startsWith("the data is not a DeadlineMention: ")
                                .doesNotContain(SECRET));

        Response inspected = operator.get("/dead-letters/" + operator.id(enquiry, 2));
        inspected
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("deadLetter.behind", is(1))
                .body("attributes.ce_subject", equalTo(enquiry.id().toString()))
                .body("data.shape.reference", equalTo("text of 8"))
                .body("data.shape.deadlines[0].kind", equalTo("text of 8"));
        assertThat(inspected.asString()).doesNotContain(SECRET);
    }

    @Test
    void the_list_comes_in_pages_and_by_kind() {
        broken("nothing");
        broken("nothing");

        Response first = operator.get("/dead-letters?kind=broken&limit=1");
        Response second = operator.get("/dead-letters?kind=broken&limit=1&after=" + first.path("next"));

        first.then().body("items.kind", equalTo(List.of("broken")));
        second.then().body("items.kind", equalTo(List.of("broken")));
        assertThat(first.<String>path("items[0].id")).isNotEqualTo(second.<String>path("items[0].id"));
        operator.get("/dead-letters?kind=late").then().statusCode(400).body("code", equalTo("bad-kind"));
    }

    @Test
    void what_has_been_mended_is_replayed_and_its_subject_goes_on() throws SQLException {
        Enquiry enquiry = enquiry();
        String refused = "deadline_id <> '%s'".formatted(enquiry.deadline());
        execute("alter table deadline_watch add constraint of_a_test check (%s) not valid".formatted(refused));
        String id;
        try {
            enquiry.sends(enquiry.message("received", Mention.of("set"))).isParked(1, "broken");
            enquiry.sends(enquiry.message("answered")).isParked(1, "early");
            id = operator.id(enquiry, 1);
            operator.replay(id)
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("waits"))
                    .body("kind", equalTo("broken"))
                    .body("cause", containsString("of_a_test"));
        } finally {
            execute("alter table deadline_watch drop constraint of_a_test");
        }

        operator.replay(id).then().statusCode(200).body("outcome", equalTo("taken-in"));

        assertThat(enquiry.isTakenInUpTo(2)).isTrue();
        assertThat(operator.waiting(enquiry)).isEmpty();
        operator.replay(id)
                .then()
                .statusCode(409)
                .body("code", equalTo("waits-no-longer"))
                .body("detail", containsString("dead-letter-replayed by operator"));
        assertThat(operator.acts(id))
                .extracting(act -> act.get("act") + " by " + act.get("operator"))
                .containsExactly("dead-letter-replayed by operator", "dead-letter-replayed by operator");
    }

    @Test
    void what_cannot_be_mended_is_discarded_for_a_reason_and_its_subject_goes_on() {
        Enquiry enquiry = broken("nothing");
        enquiry.sends(enquiry.message("deadline-breached", Mention.breached())).isParked(1, "early");
        String id = operator.id(enquiry, 2);
        operator.discard(operator.id(enquiry, 3), "Out of the way")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-its-turn"))
                .body("detail", containsString("sequence 2"));

        operator.discard(id, "Sent by hand, and wrong").then().statusCode(200).body("outcome", equalTo("discarded"));

        assertThat(enquiry.isTakenInUpTo(3)).isTrue();
        assertThat(told(CITY, "officer-1", enquiry)).hasSize(1);
        operator.discard(id, "Again").then().statusCode(409).body("code", equalTo("waits-no-longer"));
        assertThat(operator.acts(id))
                .singleElement()
                .satisfies(act -> assertThat(act)
                        .containsEntry("act", "dead-letter-discarded")
                        .containsEntry("reason", "Sent by hand, and wrong")
                        .containsEntry("operator", "operator"));
    }

    @Test
    void nothing_is_discarded_without_a_reason_that_can_be_read() {
        Enquiry enquiry = broken("nothing");
        String id = operator.id(enquiry, 2);

        operator.discard(id, "x".repeat(500 + 1)).then().statusCode(400).body("code", equalTo("field-too-long"));
        operator.discard(id, " ").then().statusCode(400).body("code", equalTo("field-blank"));
        operator.discard(id, Map.of()).then().statusCode(400).body("code", equalTo("field-missing"));
        operator.discard(id, Map.of("reason", "Why", "id", "another")).then().statusCode(400);

        assertThat(operator.waiting(enquiry)).hasSize(1);
        assertThat(operator.acts(id)).isEmpty();
    }

    @Test
    void a_subject_that_waits_for_a_record_that_has_not_come_is_named() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        var missing = enquiry.message("acknowledged", Mention.of("met"));
        enquiry.sends(enquiry.message("answered")).isParked(1, "early");

        Map<String, Object> gap = gaps(enquiry).getFirst();
        assertThat(gap)
                .containsEntry("lastTaken", 1)
                .containsEntry("needed", 2)
                .containsEntry("nextParked", 3)
                .containsEntry("waiting", 1)
                .containsKey("since");

        enquiry.sends(missing).isTakenIn();
        assertThat(gaps(enquiry)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dead-letters", "/gaps", "/acts"})
    void nobody_but_an_operator_sees_them_and_only_of_a_council_that_is_known(String path) {
        as(CITY, "officer-1").get("/operations/{council}" + path, CITY).then().statusCode(403);
        given().get("/operations/{council}" + path, CITY).then().statusCode(401);
        new Operator("nowhere").get(path).then().statusCode(404).body("code", equalTo("council-not-known"));
        operator.get(path + "?limit=none").then().statusCode(400);
    }

    @Test
    void of_a_record_that_is_not_there_or_is_another_councils_nothing_is_known() {
        Enquiry enquiry = broken("nothing");
        String id = operator.id(enquiry, 2);
        Operator harlows = new Operator(HARLOW);

        as(CITY, "officer-1")
                .post("/operations/{council}/dead-letters/{id}/replay", CITY, id)
                .then()
                .statusCode(403);
        Stream.of(
                        harlows.get("/dead-letters/" + id),
                        harlows.replay(id),
                        harlows.discard(id, "Not ours"),
                        operator.replay(UUID.randomUUID().toString()),
                        operator.get("/dead-letters/none"))
                .forEach(answer -> answer.then().statusCode(404).body("code", equalTo("dead-letter-not-known")));
        assertThat(operator.waiting(enquiry)).hasSize(1);
    }

    @Test
    void what_waits_is_measured_by_council_and_kind() {
        broken("nothing");

        eventually()
                .until(() -> given().get("/q/metrics")
                                .asString()
                                .lines()
                                .filter(
                                        line -> line.matches(
                                                "concordat_parked_(records|oldest_seconds)\\{council=\"city-of-london\",kind=\"broken\"} [0-9.E]+"))
                                .count()
                        == 2);
    }

    @Test
    void the_launcher_shows_what_waits_and_replays_or_discards_it() {
        Enquiry enquiry = broken("nothing");
        String id = operator.id(enquiry, 2);
        URI here = URI.create("http://127.0.0.1:" + RestAssured.port);
        DeadLetters launcher = new DeadLetters(ServiceUnderTest.tokens(), _ -> here, Set.of(CITY, "nowhere"));

        assertThat(launcher.table().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                id,
                                CITY,
                                "broken",
                                "2 of " + enquiry.id(),
                                "the data is not JSON: JsonParseException"));
        assertThat(launcher.replay(UUID.fromString(id)))
                .isEqualTo("It waits (broken): the data is not JSON: JsonParseException");
        assertThat(launcher.discard(UUID.fromString(id), "Sent by \"hand\"")).startsWith("Discarded.");

        assertThat(enquiry.isTakenInUpTo(2)).isTrue();
        assertThat(operator.acts(id).getFirst()).containsEntry("reason", "Sent by \"hand\"");
        assertThatThrownBy(() -> launcher.replay(UUID.fromString(id))).hasMessage("No record waits under " + id);
    }

    /** An enquiry whose second record has this value. */
    private Enquiry broken(String value) {
        return enquiry().says("received", Mention.of("set")).sendsBroken(value).isParked(1, "broken");
    }

    private List<Map<String, Object>> gaps(Enquiry enquiry) {
        return operator.get("/gaps?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == '%s' }".formatted(enquiry.id()));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = ServiceUnderTest.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
