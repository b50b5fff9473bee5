package uk.concordat.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class RelayLivenessTest {

    @Test
    void a_relay_that_goes_round_is_alive_however_long_one_question_takes() {
        assertThat(RelayLiveness.after(Duration.ofSeconds(90)).getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void one_that_has_begun_no_round_for_two_minutes_is_dead_and_it_is_said_since_when() {
        HealthCheckResponse dead = RelayLiveness.after(Duration.ofMinutes(2));

        assertThat(dead.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(dead.getData()).isEqualTo(Optional.of(Map.of("secondsSinceLastRound", 120L)));
    }
}
