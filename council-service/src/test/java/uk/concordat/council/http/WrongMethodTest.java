package uk.concordat.council.http;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.WrongMethods;

/** Whatever path there is, also of SCIM, says which methods it takes. */
@QuarkusTest
class WrongMethodTest extends OverHttp {

    @Test
    void whoever_asks_by_a_wrong_method_is_told_the_right_ones() {
        WrongMethods.areToldTheRightOnes(ServiceUnderTest.tokens().forPerson(CITY, "officer-1"));
    }
}
