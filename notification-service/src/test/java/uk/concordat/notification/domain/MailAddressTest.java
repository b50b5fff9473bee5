package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"officer-1@city-of-london.example", "o'neil+council@a.b.c", "first.last@localhost"})
    void what_mail_can_be_sent_to_is_an_address(String text) {
        assertThat(MailAddress.of(text)).contains(new MailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "nobody",
                "a@",
                "@b",
                "a@b@c",
                "a b@c",
                "a@b, c@d",
                "Name <a@b>",
                "a@b\r\nBcc: c@d",
                "a@b\n",
                "a@b\u0000",
                "a@-b",
                "ä@b",
                "a@b."
            })
    void what_is_none_is_not(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }

    @Test
    void one_that_is_too_long_for_any_server_is_none() {
        assertThat(MailAddress.of("a@" + "b".repeat(252))).isPresent();
        assertThat(MailAddress.of("a@" + "b".repeat(253))).isEmpty();
        assertThat(MailAddress.of("a".repeat(65) + "@b")).isEmpty();
    }
}
