package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    @Test
    void a_fault_goes_by_its_number_or_its_word_for_as_long_and_as_often_as_said() {
        Order order = Order.of(List.of("storm", "--for", "10m", "--times", "3", "--seed", "7"));

        assertThat(order.faults()).containsExactly(NamedFault.STORM);
        assertThat(order.howLong()).contains(Duration.ofMinutes(10));
        assertThat(order.times()).isEqualTo(3);
        assertThat(order.seed()).isEqualTo(7);
        assertThat(Order.of(List.of("f3,broker-killed")).faults()).containsExactly(NamedFault.F3, NamedFault.F4);
    }

    @Test
    void all_are_all_in_their_short_forms_once() {
        Order order = Order.of(List.of("all"));

        assertThat(order.faults()).containsExactly(NamedFault.values());
        assertThat(order.howLong()).isEmpty();
        assertThat(order.times()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "earthquake",
                "storm --for",
                "storm --for 10",
                "storm --for 10d",
                "storm --times 0",
                "storm --on monday"
            })
    void what_is_no_order_is_told(String words) {
        assertThatThrownBy(() -> Order.of(Arrays.asList(words.split(" ")))).isInstanceOf(Order.NotUnderstood.class);
    }

    @Test
    void without_a_name_it_tells_which_there_are() {
        assertThatThrownBy(() -> Order.of(List.of())).hasMessageContainingAll("F1", "kill-service", "STORM", "storm");
    }
}
