package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.testing.Rule;

@QuarkusTest
class ReceivingTest extends OverHttp {

    @Test
    @Rule({"COL-27", "COL-28", "COL-29"})
    void a_telephone_enquiry_logged_on_christmas_eve_has_the_citys_dates() {
        received()
                .then()
                .body("deadlines[0].dueOn", equalTo("2026-12-30"))
                .body("deadlines[1].dueOn", equalTo("2027-01-12"));
    }
}
