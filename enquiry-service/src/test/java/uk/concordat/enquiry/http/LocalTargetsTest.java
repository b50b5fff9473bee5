package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.council.CouncilDocument.DatedSettings;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** What the council sets for itself and adopts, by its days, in the dates of what is asked. It is Christmas Eve 2026. */
@QuarkusTest
class LocalTargetsTest extends OverHttp {

    private static DatedSettings target(String from, String direction, String kind, int workingDays) {
        return new DatedSettings(
                LocalDate.parse(from),
                new LocalSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(5),
                        List.of(new LocalSettings.Target(direction, kind, workingDays)),
                        Optional.empty()));
    }

    private static Response asked(OwnCouncil council) {
        Response asked = as(council.key(), "member-red-1").body(own()).post("/enquiries");
        asked.then().statusCode(201);
        return asked;
    }

    @Test
    @Rule("WTC-25")
    void a_target_in_force_on_the_day_of_receipt_dates_the_answer_and_is_shown_as_the_councils_own() {
        OwnCouncil council = OwnCouncil.underAPackWithoutTimes();
        asked(council).then().body("deadlines", hasSize(0)).body("unstated.rule", contains("WTC-25"));
        council.sets(
                target("2026-12-24", "member-to-officer", "full-response", 10),
                target("2026-12-29", "member-to-officer", "full-response", 3));

        Response first = asked(council);
        first.then()
                .body("deadlines.kind", contains("full-response"))
                .body("deadlines.dueOn", contains("2027-01-12"))
                .body("deadlines[0].basis.source", equalTo("local-target"))
                .body("deadlines[0].basis.rule", equalTo("WTC-25"))
                .body("deadlines[0].basis.reading", equalTo("ours"))
                .body("unstated.kind", contains("full-response"));
        ServiceUnderTest.clock(Instant.parse("2026-12-29T10:00:00Z"));
        asked(council).then().body("deadlines.dueOn", contains("2027-01-04"));
        Response answered = act(council.key(), "officer-1", first, "response", letter("Done."));
        act(council.key(), "member-red-1", answered, "follow-up", letter("And then?"))
                .then()
                .statusCode(200)
                .body("deadlines.status", contains("met", "open"))
                .body("deadlines[1].basis.source", equalTo("local-target"))
                .body("deadlines[1].proof.counted", hasSize(10));
        Awaitility.await()
                .until(() -> Published.of(council.key(), id(first), "received").size() == 1);
        JsonNode told = Published.of(council.key(), id(first), "received").getFirst();
        assertThat(told.at("/deadlines/0/basis/source").asText()).isEqualTo("local-target");
    }

    @Test
    @Rule("WTC-27")
    void what_an_officer_asks_a_member_has_the_target_of_that_way() {
        OwnCouncil council = OwnCouncil.underAPackWithoutTimes();
        council.sets(target("2026-12-24", "officer-to-member", "first-response", 5));

        as(council.key(), "officer-1")
                .body(Map.of(
                        "kind", "question",
                        "subject", "Surgery",
                        "text", "When?",
                        "factual", true,
                        "channel", "email",
                        "addressee", "member-red-1"))
                .post("/enquiries")
                .then()
                .statusCode(201)
                .body("deadlines.kind", contains("first-response"))
                .body("deadlines.dueOn", contains("2027-01-05"))
                .body("deadlines[0].basis.source", equalTo("local-target"))
                .body("unstated.rule", contains("WTC-27"));
    }

    @Test
    void a_case_keeps_the_protocol_of_its_receipt_and_one_of_the_day_of_adoption_has_the_new_one() {
        OwnCouncil council = OwnCouncil.underAPackWithoutTimes();
        council.sets(target("2026-12-24", "member-to-officer", "full-response", 10));
        council.adopts("city-of-london", "2006-04-13.2", "2026-12-29");

        Response before = asked(council);
        before.then().body("protocol.pack", equalTo("wonderland")).body("deadlines", hasSize(1));
        ServiceUnderTest.clock(Instant.parse("2026-12-28T23:59:59Z"));
        asked(council).then().body("protocol.pack", equalTo("wonderland"));
        ServiceUnderTest.clock(Instant.parse("2026-12-29T00:00:00Z"));
        asked(council)
                .then()
                .body("protocol", equalTo(Map.of("pack", "city-of-london", "version", "2006-04-13.2")))
                .body("deadlines.basis.source", contains("protocol", "protocol"))
                .body("deadlines.basis.rule", contains("COL-28", "COL-29"));
        Response answered = act(council.key(), "officer-1", before, "response", letter("Done."));
        act(council.key(), "member-red-1", answered, "follow-up", letter("And then?"))
                .then()
                .statusCode(200)
                .body("protocol.pack", equalTo("wonderland"))
                .body("deadlines.kind", contains("full-response", "full-response"))
                .body("deadlines[1].basis.source", equalTo("local-target"));
    }
}
