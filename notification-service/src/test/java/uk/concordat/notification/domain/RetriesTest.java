package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Retries retries = new Retries(Duration.ofSeconds(15), Duration.ofHours(1));

    @Test
    void the_wait_doubles_with_each_try() {
        assertThat(retries.after(1)).isEqualTo(Duration.ofSeconds(15));
        assertThat(retries.after(2)).isEqualTo(Duration.ofSeconds(30));
        assertThat(retries.after(5)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void it_never_grows_beyond_the_longest_however_often_it_has_been_tried() {
        assertThat(retries.after(9)).isEqualTo(Duration.ofHours(1));
        assertThat(retries.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }
}
