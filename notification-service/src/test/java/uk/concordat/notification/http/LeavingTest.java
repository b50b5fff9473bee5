package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Whoever leaves office reads to the end of their last day in the council, and no longer. */
@QuarkusTest
class LeavingTest extends OverHttp {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 30);

    /** British Summer Time: half past eleven there. The clock goes on while a test runs. */
    private static final Instant LAST_HOUR = Instant.parse("2027-06-30T22:30:00Z");

    private static final Instant THE_DAY_AFTER = Instant.parse("2027-06-30T23:00:00Z");

    private static final List<String> PATHS =
            List.of("/me", "/notifications", "/my-work", "/escalations", "/deadlines", "/preferences");

    @Test
    void who_leaves_office_is_let_in_on_the_last_day_and_nowhere_the_day_after() {
        Hackney hackney = Hackney.on(topic);
        String leaver = "leaver-" + UUID.randomUUID();
        hackney.person(leaver, Optional.empty());
        hackney.post(leaver, Hackney.holder(leaver));
        Enquiry enquiry = Enquiry.to(
                        topic,
                        Hackney.KEY,
                        Cast.of(Hackney.KEY).post(leaver),
                        Cast.of(Hackney.KEY).person(leaver))
                .says("received", Mention.of("set"))
                .says("deadline-breached", Mention.of("breached").told(leaver, "responsible-officer"));
        eventually().until(() -> !told(Hackney.KEY, leaver, enquiry).isEmpty());
        String id = (String) told(Hackney.KEY, leaver, enquiry).getFirst().getOrDefault("id", "");
        hackney.leaves(leaver, LAST_DAY);
        ServiceUnderTest.clock(LAST_HOUR);
        PATHS.forEach(path -> assertThat(as(Hackney.KEY, leaver).get(path).statusCode())
                .as(path)
                .isEqualTo(200));

        ServiceUnderTest.clock(THE_DAY_AFTER);

        PATHS.forEach(path ->
                as(Hackney.KEY, leaver).get(path).then().statusCode(403).body("code", equalTo("person-not-known")));
        as(Hackney.KEY, leaver)
                .post("/notifications/{id}/read", id)
                .then()
                .statusCode(403)
                .body("code", equalTo("person-not-known"));
        as(Hackney.KEY, leaver)
                .contentType(ContentType.JSON)
                .body("{\"mail\":false}")
                .put("/preferences")
                .then()
                .statusCode(403)
                .body("code", equalTo("person-not-known"));
    }
}
