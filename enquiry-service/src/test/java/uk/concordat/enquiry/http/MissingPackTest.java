package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Dates that a proclaimed day touches wait for their pack, where it is not here: said once, and measured. */
@QuarkusTest
class MissingPackTest extends OverHttp {

    private static final String MEASURED =
            "concordat_pack_missing_enquiries{council=\"wonderland\",pack=\"city-of-london\",version=\"1901-01-01\"}";

    private final Captured captured = new Captured();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(captured);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(captured);
    }

    @Test
    void a_pack_that_is_missed_is_warned_of_once_and_measured_until_it_is_here() throws SQLException {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        String one = id(as(council.key(), "member-red-1").body(own()).post("/enquiries"));
        String other = id(as(council.key(), "member-red-1").body(own()).post("/enquiries"));
        pinned(one, "1901-01-01");
        pinned(other, "1901-01-01");

        council.closedOn("2026-12-30");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(metrics()).contains(MEASURED + " 2.0"));
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> captured.warnings() == 1);

        pinned(one, "2006-04-13.1");
        pinned(other, "2006-04-13.1");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(metrics()).doesNotContain(MEASURED));
        assertThat(captured.warnings()).isEqualTo(1);
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    /** As if another build, with other packs, had taken it in. */
    private static void pinned(String enquiry, String version) throws SQLException {
        try (var connection = ServiceUnderTest.database();
                var statement = connection.createStatement()) {
            statement.execute("""
                    update event set facts = jsonb_set(facts, '{protocol,version}', '"%s"')
                    where stream_id = '%s' and type = 'enquiry-received'""".formatted(version, enquiry));
        }
    }

    private static final class Captured extends ExtHandler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final JsonFormatter formatter = new JsonFormatter();

        @Override
        protected void doPublish(ExtLogRecord line) {
            lines.add(formatter.format(line));
        }

        long warnings() {
            return lines.stream()
                    .filter(line -> line.contains("The pack city-of-london 1901-01-01 is not here"))
                    .count();
        }
    }
}
