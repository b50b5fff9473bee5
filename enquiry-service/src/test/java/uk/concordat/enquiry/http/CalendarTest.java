package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** A council proclaims a day, or takes it back: every date that it touches is counted again, once. */
@QuarkusTest
class CalendarTest extends OverHttp {

    @Test
    @Rule({"COL-28", "COL-29"})
    void every_open_date_moves_once_with_its_reason() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = asked(council);

        council.closedOn("2026-12-30");

        awaitDates(council, asked, "2026-12-31", "2027-01-13");
        assertThat(events(council.key(), "officer-1", asked))
                .containsExactly("received", "deadline-moved", "deadline-moved");
        JsonNode moved = history(council.key(), "officer-1", asked).get(1);
        assertThat(moved.at("/dates/0/dueOn").asText()).isEqualTo("2026-12-31");
        assertThat(moved.at("/because/closed/0/day").asText()).isEqualTo("2026-12-30");
        assertThat(moved.at("/because/closed/0/why").asText()).isEqualTo("Day of mourning");
        assertThat(moved.has("by")).isFalse();
        awaitPublished(council, asked, "deadline-moved", 2);
        List<JsonNode> told = Published.of(council.key(), id(asked), "deadline-moved");
        assertThat(told).allSatisfy(message -> {
            assertThat(message.at("/deadlines/0/action").asText()).isEqualTo("moved");
            assertThat(message.at("/deadlines/0/revision").asInt()).isEqualTo(2);
            assertThat(message.at("/deadlines/0/status").asText()).isEqualTo("open");
        });
        assertThat(told.stream().map(message -> message.at("/deadlines/0/dueOn").asText()))
                .containsExactlyInAnyOrder("2026-12-31", "2027-01-13");
        read(council.key(), "officer-1", asked)
                .then()
                .body("deadlines[0].dueAt", equalTo("2027-01-01T00:00:00Z"))
                .body("deadlines[0].proof.counted", contains("2026-12-29", "2026-12-31"));
    }

    @Test
    void a_date_that_the_day_does_not_touch_stays_without_an_event() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = asked(council);

        council.closedOn("2027-01-05");

        awaitDates(council, asked, "2026-12-30", "2027-01-13");
        assertThat(events(council.key(), "officer-1", asked)).containsExactly("received", "deadline-moved");
    }

    @Test
    void another_council_is_untouched() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response here = asked(council);
        Response elsewhere = received();

        council.closedOn("2026-12-30");

        awaitDates(council, here, "2026-12-31", "2027-01-13");
        read("officer-1", elsewhere).then().body("deadlines.dueOn", contains("2026-12-30", "2027-01-12"));
        assertThat(events(COUNCIL, "officer-1", elsewhere)).containsExactly("received");
    }

    @Test
    void taken_back_again_the_dates_are_what_they_were() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = asked(council);
        council.closedOn("2026-12-30");
        awaitDates(council, asked, "2026-12-31", "2027-01-13");

        council.closedOn();

        awaitDates(council, asked, "2026-12-30", "2027-01-12");
        JsonNode back = history(council.key(), "officer-1", asked).get(3);
        assertThat(back.get("event").asText()).isEqualTo("deadline-moved");
        assertThat(back.at("/because/opened/0").asText()).isEqualTo("2026-12-30");
        awaitPublished(council, asked, "deadline-moved", 4);
        assertThat(Published.of(council.key(), id(asked), "deadline-moved").stream()
                        .map(message -> message.at("/deadlines/0/revision").asInt()))
                .containsExactlyInAnyOrder(2, 2, 3, 3);
    }

    @Test
    void the_same_calendar_again_moves_nothing() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = asked(council);
        String version = council.closeSoon("2026-12-30");
        awaitDates(council, asked, "2026-12-31", "2027-01-13");

        council.publish(version, "2026-12-30");
        council.closedOn("2026-12-30");
        council.closedOn("2026-12-30", "2027-01-13");

        awaitDates(council, asked, "2026-12-31", "2027-01-14");
        assertThat(events(council.key(), "officer-1", asked))
                .containsExactly("received", "deadline-moved", "deadline-moved", "deadline-moved");
    }

    @Test
    @Rule("COL-28")
    void a_breach_is_annulled_where_the_new_date_is_still_ahead() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = asked(council);
        ServiceUnderTest.clock(Instant.parse("2026-12-31T09:00:00Z"));
        String deadline = Json.of(asked).at("/deadlines/0/id").asText();
        new LapseReport(council.key(), id(asked), deadline, 1, 0).send();
        awaitEvents(council, asked, "received", "deadline-breached");

        council.closedOn("2026-12-30");

        awaitEvents(council, asked, "received", "deadline-breached", "deadline-annulled", "deadline-moved");
        read(council.key(), "officer-1", asked).then().body("deadlines.status", contains("open", "open"));
        awaitPublished(council, asked, "deadline-annulled", 1);
        JsonNode told = Published.of(council.key(), id(asked), "deadline-annulled")
                .getFirst()
                .at("/deadlines/0");
        assertThat(told.get("revision").asInt()).isEqualTo(2);
        assertThat(told.get("dueOn").asText()).isEqualTo("2026-12-31");
        assertThat(told.get("status").asText()).isEqualTo("open");
        // It can be missed again, by its new date.
        ServiceUnderTest.clock(Instant.parse("2027-01-01T00:00:00Z"));
        act(council.key(), "officer-1", read(council.key(), "officer-1", asked), "acknowledgement", letter("Sorry."))
                .then()
                .body("deadlines.status", contains("met-late", "open"));
    }

    @Test
    @Rule("COL-29")
    void what_was_late_by_a_day_that_is_none_was_in_time() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = asked(council);
        ServiceUnderTest.clock(Instant.parse("2027-01-13T10:00:00Z"));
        act(council.key(), "officer-1", asked, "response", letter("Here."))
                .then()
                .body("deadlines.status", contains("met-late", "met-late"));

        council.closedOn("2027-01-05");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read(council.key(), "officer-1", asked)
                        .then()
                        .body("deadlines.status", contains("met-late", "met"))
                        .body("status", equalTo("answered")));
    }

    @Test
    void what_is_missed_all_the_same_moves_and_stays_missed() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = asked(council);
        ServiceUnderTest.clock(Instant.parse("2027-01-20T10:00:00Z"));
        new LapseReport(
                        council.key(),
                        id(asked),
                        Json.of(asked).at("/deadlines/1/id").asText(),
                        1,
                        0)
                .send();
        awaitEvents(council, asked, "received", "deadline-breached");

        council.closedOn("2027-01-05");

        awaitDates(council, asked, "2026-12-30", "2027-01-13");
        read(council.key(), "officer-1", asked).then().body("deadlines[1].status", equalTo("missed"));
        assertThat(events(council.key(), "officer-1", asked))
                .containsExactly("received", "deadline-breached", "deadline-moved");
    }

    @Test
    @Rule("HAR-36")
    void a_promise_gives_way_only_where_its_very_day_is_proclaimed() {
        OwnCouncil council = OwnCouncil.underHarlowsPack();
        Response promised = act(
                council.key(),
                "officer-1",
                asked(council),
                "acknowledgement",
                Map.of("text", "Seen.", "replyBy", "2027-01-15"));
        Response asked = asked(council);

        council.closedOn("2026-12-30", "2027-01-14");
        awaitDates(council, asked, "2027-01-06");
        assertThat(dates(council, promised)).containsExactly("2027-01-05", "2027-01-15");

        council.closedOn("2026-12-30", "2027-01-14", "2027-01-15");
        awaitDates(council, promised, "2027-01-05", "2027-01-18");
        read(council.key(), "officer-1", promised)
                .then()
                .body("promise.replyBy", equalTo("2027-01-18"))
                .body("promise.revisions", is(0));
    }

    @Test
    void a_command_that_raced_the_proclamation_is_caught_too() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        List<Response> before =
                IntStream.range(0, 4).mapToObj(_ -> asked(council)).toList();

        List<CompletableFuture<Response>> racing = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            racing.add(CompletableFuture.supplyAsync(() -> asked(council)));
        }
        council.closeSoon("2026-12-30");
        before.forEach(each -> racing.add(CompletableFuture.supplyAsync(() -> as(council.key(), "officer-1")
                .header("If-Match", "*")
                .body(Map.of("text", "Later.", "reasons", "Illness."))
                .post("/enquiries/{id}/holding-reply", id(each)))));

        for (CompletableFuture<Response> each : racing) {
            Response raced = each.join();
            assertThat(raced.statusCode()).as(raced.asString()).isIn(200, 201);
            awaitDates(council, raced, "2026-12-31", "2027-01-13");
            assertThat(events(council.key(), "officer-1", raced).stream().filter("deadline-moved"::equals))
                    .size()
                    .isIn(0, 2);
        }
    }

    private static Response asked(OwnCouncil council) {
        Response asked = as(council.key(), "member-red-1").body(own()).post("/enquiries");
        asked.then().statusCode(201);
        return asked;
    }

    private static List<String> dates(OwnCouncil council, Response enquiry) {
        return Json.each(Json.of(read(council.key(), "officer-1", enquiry)).get("deadlines"), "dueOn");
    }

    private static void awaitDates(OwnCouncil council, Response enquiry, String... days) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(dates(council, enquiry)).containsExactly(days));
    }

    private static void awaitEvents(OwnCouncil council, Response enquiry, String... events) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(events(council.key(), "officer-1", enquiry)).containsExactly(events));
    }

    private static void awaitPublished(OwnCouncil council, Response enquiry, String type, int times) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.of(council.key(), id(enquiry), type))
                        .hasSize(times));
    }
}
