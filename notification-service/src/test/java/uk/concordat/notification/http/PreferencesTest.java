package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PreferencesTest extends OverHttp {

    private static void choose(String council, boolean mail) {
        as(council, "manager-1")
                .contentType(ContentType.JSON)
                .body("{\"mail\":%s}".formatted(mail))
                .put("/preferences")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("mail", equalTo(mail));
    }

    private static void isChosen(String council, boolean mail) {
        as(council, "manager-1").get("/preferences").then().statusCode(200).body("mail", equalTo(mail));
    }

    @AfterEach
    void withMailAgain() {
        choose(CITY, true);
    }

    @Test
    void who_chooses_no_mail_is_told_in_the_inbox_alone_and_nobody_elses_mail_changes() {
        choose(CITY, false);
        isChosen(CITY, false);
        isChosen(HARLOW, true);

        Enquiry enquiry = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        assertThat(told(CITY, "manager-1", enquiry))
                .singleElement()
                .satisfies(told -> assertThat(told).doesNotContainKey("mail"));
        assertThat(told(CITY, "officer-1", enquiry))
                .singleElement()
                .satisfies(told -> assertThat(told).containsKey("mail"));
    }

    @Test
    void mail_goes_again_from_when_it_is_chosen_again() {
        choose(CITY, false);
        choose(CITY, true);

        Enquiry enquiry = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        assertThat(told(CITY, "manager-1", enquiry))
                .singleElement()
                .satisfies(told -> assertThat(told).containsKey("mail"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | field-missing",
                "{\"mail\":null} | field-missing",
                "{\"mail\":\"no\"} | wrong-type",
                "{\"mail\":1} | wrong-type",
                "{\"mail\":false,\"post\":true} | unknown-field",
                "mail | broken-json"
            })
    void a_choice_that_is_none_is_named(String body, String code) {
        as(CITY, "manager-1")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/preferences")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        isChosen(CITY, true);
    }
}
