package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTest {

    @Test
    void nothing_is_known_at_first() {
        assertThat(Known.nothing().all()).isEmpty();
        assertThat(Known.nothing().find("olu")).isEmpty();
    }

    @Test
    void what_was_added_is_found_and_the_last_of_a_key_counts() {
        Map<String, Integer> expected = new HashMap<>();
        Known<Integer> known = Known.nothing();
        for (int i = 0; i < 20_000; i++) {
            // Every third comes a second time under its key, some soon after the first and some long after.
            String key = "person-" + (i % 3 == 0 ? i / 2 : i);
            known = known.with(key, i);
            expected.put(key, i);
        }

        assertThat(known.all()).isEqualTo(expected);
        for (Map.Entry<String, Integer> each : expected.entrySet()) {
            assertThat(known.find(each.getKey())).contains(each.getValue());
        }
        assertThat(known.find("person-20000")).isEmpty();
    }

    @Test
    void adding_changes_nothing_of_what_was_added_to() {
        Known<String> first = Known.<String>nothing().with("desk", "Olu").with("manager", "Ann");

        Known<String> moved = first.with("desk", "Ann");
        Known<String> grown = first.with("director", "Sam");

        assertThat(first.all()).isEqualTo(Map.of("desk", "Olu", "manager", "Ann"));
        assertThat(moved.all()).isEqualTo(Map.of("desk", "Ann", "manager", "Ann"));
        assertThat(grown.all()).isEqualTo(Map.of("desk", "Olu", "manager", "Ann", "director", "Sam"));
    }

    @Test
    void what_is_known_no_more_is_not_found_and_may_be_known_again() {
        Known<Integer> known = Known.nothing();
        for (int i = 0; i < 100; i++) {
            known = known.with("person-" + i, i);
        }

        Known<Integer> without = known.without("person-7").without("person-99").without("nobody");

        assertThat(without.find("person-7")).isEmpty();
        assertThat(without.all()).hasSize(98).doesNotContainKeys("person-7", "person-99");
        assertThat(known.find("person-7")).contains(7);
        assertThat(without.with("person-7", 8).find("person-7")).contains(8);
    }
}
