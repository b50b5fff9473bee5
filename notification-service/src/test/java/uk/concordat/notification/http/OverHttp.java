package uk.concordat.notification.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uk.concordat.kit.testing.RealBackends;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** A test of the running notification-service; before each test it is Thursday 24 December 2026, ten o'clock. */
@WithTestResource(
        value = RealBackends.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "notification-service"))
@WithTestResource(value = MailPorts.class, scope = TestResourceScope.GLOBAL)
abstract class OverHttp {

    static final String CITY = "city-of-london";
    static final String HARLOW = "harlow";
    static final Instant CHRISTMAS_EVE = Instant.parse("2026-12-24T10:00:00Z");

    /** The first moment at which an acknowledgement of an enquiry of Christmas Eve is late. */
    static final Instant DUE = Instant.parse("2026-12-31T00:00:00Z");

    PostOffice postOffice = PostOffice.open();

    Topic topic = Topic.on(ServiceUnderTest.bootstrapServers());

    @BeforeEach
    void readyOnChristmasEve() {
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
        ServiceUnderTest.clock(CHRISTMAS_EVE);
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    Enquiry enquiry(String council, String officer) {
        return Enquiry.to(topic, council, officer);
    }

    /** An enquiry to officer-1 of the City. */
    Enquiry enquiry() {
        return enquiry(CITY, "officer-1");
    }

    static RequestSpecification as(String council, String username) {
        return given().auth()
                .oauth2(ServiceUnderTest.tokens().forPerson(council, username))
                .accept(ContentType.JSON);
    }

    /** What somebody has been told of an enquiry. */
    static List<Map<String, Object>> told(String council, String username, Enquiry of) {
        return as(council, username)
                .get("/notifications?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.case.reference == '%s' }".formatted(of.reference()));
    }

    /** Waits until whatever is due in a council has been looked at once more. */
    void looked(String council) {
        enquiry(council, "officer-2")
                .says("received", Mention.of("set").dueAt(CHRISTMAS_EVE.minus(Duration.ofDays(1))))
                .awaitLapses(1);
    }

    /** Puts the enquiries on their topic, each with a deadline, and returns when all have been taken in. */
    void received(List<Enquiry> enquiries) {
        enquiries.forEach(enquiry -> enquiry.sends(enquiry.message("received", Mention.of("set"))));
        eventually().until(() -> among("deadline_watch", "deadline_id", enquiries) == enquiries.size());
    }

    /** Waits until each of them has lapsed, and holds that none has more than once. */
    void eachLapsesOnce(String council, List<Enquiry> enquiries) {
        eventually().until(() -> among("event", "stream_id", enquiries) >= enquiries.size());
        looked(council);
        assertThat(among("event", "stream_id", enquiries)).isEqualTo(enquiries.size());
        List<String> deadlines =
                enquiries.stream().map(each -> each.deadline().toString()).toList();
        eventually()
                .untilAsserted(() -> assertThat(topic.all("concordat." + council + ".notifications").stream()
                                .map(Topic.Lying::key)
                                .filter(deadlines::contains))
                        .containsExactlyInAnyOrderElementsOf(deadlines));
    }

    private static long among(String table, String column, List<Enquiry> enquiries) {
        return ServiceUnderTest.count(
                table,
                column
                        + enquiries.stream()
                                .map(each -> each.deadline().toString())
                                .collect(Collectors.joining("','", " in ('", "')")));
    }
}
