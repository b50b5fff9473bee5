package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that is started before anybody knows where Kafka is. */
@QuarkusTest
@WithTestResource(value = LateBroker.class, initArgs = @ResourceArg(name = "service", value = "enquiry-service"))
class LateBrokerTest {

    @Test
    void it_starts_without_a_broker_whose_name_resolves_and_reads_the_council_data_once_there_is_one() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503);

        LateBroker.isFound();

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        OverHttp.as("officer-1").get("/me").then().statusCode(200);
    }
}
