package uk.concordat.council.http;

import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service serves to an operator, and to nobody else, this one serves too. */
@QuarkusTest
class OperationsTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters", "gaps", "acts"})
    void what_waits_and_what_was_done_is_shown_to_operators(String path) {
        asOperator()
                .get("/operations/{council}/{path}", CITY, path)
                .then()
                .statusCode(200)
                .body("items", notNullValue());
        as(CITY, "officer-1")
                .get("/operations/{council}/{path}", CITY, path)
                .then()
                .statusCode(403);
    }
}
