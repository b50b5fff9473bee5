package uk.concordat.council.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.RealBackends;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/**
 * A test of the running council-service. The councils' topic already holds the City and Harlow, as another installation
 * published them; what is imported here goes under the keys of other councils.
 */
@WithTestResource(
        value = RealBackends.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "council-service"))
@WithTestResource(value = Installation.class, scope = TestResourceScope.GLOBAL)
abstract class OverHttp {

    static final String CITY = "city-of-london";

    Topic topic;

    /** Not with the instance: Quarkus makes a second one of which no test is run, and nothing of it would be closed. */
    @BeforeEach
    void ready() {
        topic = Topic.on(ServiceUnderTest.bootstrapServers());
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    static RequestSpecification asOperator() {
        return with(ServiceUnderTest.tokens().operator());
    }

    static RequestSpecification as(String council, String username) {
        return with(ServiceUnderTest.tokens().forPerson(council, username));
    }

    /** An import by an operator. */
    static ValidatableResponse imported(CsvFiles files) {
        return files.in(asOperator()).post("/imports").then();
    }

    /** Sees to it that a council with the City's people is known. */
    static void known(String council) {
        if (events(council) == 0) {
            imported(CsvFiles.ofTheCityAs(council)).statusCode(200);
        }
    }

    /** The newest document of that key. */
    JsonPath told(String council, String key) {
        return documents(council).stream()
                .filter(document -> key.equals(document.key()))
                .reduce((_, last) -> last)
                .map(document -> JsonPath.from(document.value()))
                .orElseThrow();
    }

    /** How many events are recorded of a council. */
    static long events(String council) {
        return ServiceUnderTest.count("event", "tenant = '%s'".formatted(council));
    }

    /** The documents of a council on the councils' topic, once all that was recorded has been sent. */
    List<Topic.Lying> documents(String council) {
        eventually().until(() -> ServiceUnderTest.count("outbox", "true") == 0);
        return topic.all(Topics.COUNCILS).stream()
                .filter(record ->
                        ("/councils/" + council).equals(record.headers().get("ce_source")))
                .toList();
    }
}
