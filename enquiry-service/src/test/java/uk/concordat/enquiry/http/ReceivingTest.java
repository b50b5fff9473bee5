package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

@QuarkusTest
class ReceivingTest extends OverHttp {

    @Test
    void an_enquiry_is_created_at_a_location_with_an_etag_and_kept_by_no_cache() {
        Response created = received();

        created.then()
                .statusCode(201)
                .header("Location", endsWith("/enquiries/" + id(created)))
                .header("ETag", matchesPattern("\"[A-Za-z0-9_-]{16,}\""))
                .header("Cache-Control", "no-store")
                .contentType(startsWith("application/json"))
                .body("reference", matchesPattern("COL-E-2026-[0-9]{6}"))
                .body("council", equalTo(COUNCIL))
                .body("status", equalTo("received"))
                .body("overdue", is(false));
        assertThat(UUID.fromString(id(created)).version()).isEqualTo(7);
        as("member-services")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", created.header("ETag"))
                .header("Cache-Control", "no-store")
                .body(equalTo(created.asString()));
    }

    @Test
    @Rule({"COL-27", "COL-28"})
    void a_telephone_enquiry_logged_on_christmas_eve_is_acknowledged_by_30_december_with_proof() {
        received()
                .then()
                .rootPath("deadlines[0]")
                .body("kind", equalTo("acknowledgement"))
                .body("dueOn", equalTo("2026-12-30"))
                .body("dueAt", equalTo("2026-12-31T00:00:00Z"))
                .body("status", equalTo("open"))
                .body("responsible.username", equalTo("officer-1"))
                .body("basis.source", equalTo("protocol"))
                .body("basis.rule", equalTo("COL-28"))
                .body("basis.paragraph", equalTo("7"))
                .body("basis.reading", equalTo("ours"))
                .body("proof.received", equalTo("2026-12-24"))
                .body("proof.counted", contains("2026-12-29", "2026-12-30"))
                .body("proof.skipped.day", contains("2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28"))
                .body("proof.skipped.why", contains("Christmas Day", "Saturday", "Sunday", "Boxing Day (substitute)"))
                .body("proof.calendar", matchesPattern("england-and-wales/[^+]+\\+city-of-london/1"));
    }

    @Test
    @Rule({"COL-27", "COL-29"})
    void a_telephone_enquiry_logged_on_christmas_eve_is_answered_by_12_january_with_proof() {
        received()
                .then()
                .body("deadlines", hasSize(2))
                .rootPath("deadlines[1]")
                .body("kind", equalTo("full-response"))
                .body("dueOn", equalTo("2027-01-12"))
                .body("dueAt", equalTo("2027-01-13T00:00:00Z"))
                .body("status", equalTo("open"))
                .body("basis.source", equalTo("protocol"))
                .body("basis.rule", equalTo("COL-29"))
                .body("basis.paragraph", equalTo("7"))
                .body("basis.reading", equalTo("stated"))
                .body("proof.counted", hasSize(10))
                .body("proof.counted[9]", equalTo("2027-01-12"))
                .body("proof.skipped.find { it.day == '2027-01-01' }.why", equalTo("New Year's Day"));
    }

    @Test
    @Rule("COL-31")
    void the_pack_is_pinned_with_its_version_and_what_it_leaves_open_is_said() {
        received()
                .then()
                .body("protocol.pack", equalTo("city-of-london"))
                .body("protocol.version", equalTo("2006-04-13.2"))
                .body("unstated.kind", contains("promised-response"))
                .body("unstated[0].rule", equalTo("COL-31"))
                .body("unstated[0].paragraph", equalTo("7"))
                .body("unstated[0].reading", equalTo("ours"));
    }

    @Test
    @Rule("COL-27")
    void a_logged_enquiry_names_member_logger_and_officer_and_is_received_when_its_logger_says() {
        received()
                .then()
                .body("receivedAt", equalTo("2026-12-24T09:15:00Z"))
                .body("channel", equalTo("telephone"))
                .body("capacity", equalTo("ward"))
                .body("kind", equalTo("question"))
                .body("factual", is(true))
                .body("member.username", equalTo("member-red-1"))
                .body("member.name", equalTo("Amara Whitlock"))
                .body("officer.username", equalTo("officer-1"))
                .body("loggedBy.username", equalTo("member-services"));
    }

    @Test
    void a_members_own_enquiry_is_received_now_and_logged_by_nobody() {
        Response own = as("member-red-1").body(own()).post("/enquiries");

        own.then()
                .statusCode(201)
                .body("$", not(hasKey("loggedBy")))
                .body("member.username", equalTo("member-red-1"))
                .body("deadlines[0].dueOn", equalTo("2026-12-30"));
        assertThat(Instant.parse(text(own, "receivedAt"))).isBetween(CHRISTMAS_EVE, CHRISTMAS_EVE.plusSeconds(60));
    }

    @Test
    @Rule("COL-01")
    void a_coopted_member_asks_as_every_member_does() {
        List.of("coopted-voting", "coopted-nonvoting", "member-lone", "chair-scrutiny")
                .forEach(member ->
                        as(member).body(own()).post("/enquiries").then().statusCode(201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "email", "letter", "telephone", "fax", "in-person"})
    @Rule("COL-27")
    void whatever_the_channel_the_same_clocks_run(String channel) {
        as("member-services")
                .body(Json.withText(logged(), "channel", channel))
                .post("/enquiries")
                .then()
                .statusCode(201)
                .body("deadlines.dueOn", contains("2026-12-30", "2027-01-12"));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void an_enquiry_received_late_on_a_saturday_counts_from_that_day() {
        ServiceUnderTest.clock(Instant.parse("2026-12-12T23:59:30Z"));
        as("member-red-1")
                .body(own())
                .post("/enquiries")
                .then()
                .statusCode(201)
                .body("deadlines.proof.received", everyItem(equalTo("2026-12-12")))
                .body("deadlines.dueOn", contains("2026-12-15", "2026-12-29"));
    }

    @Test
    void references_are_unique_and_carry_the_year() {
        List<String> references = IntStream.range(0, 45)
                .mapToObj(_ -> text(received(), "reference"))
                .toList();

        assertThat(references).doesNotHaveDuplicates().allMatch(reference -> reference.startsWith("COL-E-2026-"));
    }

    @Test
    void a_council_without_a_protocol_is_told_that_nothing_can_be_dated_there() {
        OwnCouncil council = OwnCouncil.withoutProtocol();
        Stored before = Stored.now();

        Problems.assertProblem(
                as(council.key(), "member-red-1").body(own()).post("/enquiries"), 409, "no-protocol-in-force");
        before.assertUnchanged();
    }
}
