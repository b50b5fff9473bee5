package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A database that was put back to an earlier moment lacks council data that Kafka has down as read. */
@QuarkusTest
class PutBackTest extends OverHttp {

    private static final String IDLE = "document ->> 'username' = 'officer-idle' and tenant = 'wonderland'";

    @Test
    void what_it_lacks_is_read_again_without_anybodys_help() throws SQLException {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        assertThat(ServiceUnderTest.count("council_document", IDLE)).isEqualTo(1);

        putBack();
        council.closedOn("2026-12-30");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ServiceUnderTest.count("council_document", IDLE))
                        .isEqualTo(1));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        as(council.key(), "officer-idle").get("/me").then().statusCode(200);
    }

    private static void putBack() throws SQLException {
        try (var connection = ServiceUnderTest.database();
                var statement = connection.createStatement()) {
            statement.execute("delete from council_document where " + IDLE);
            statement.execute("update replica_caught_up set next_offset = 1");
        }
    }
}
