package uk.concordat.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;

class InTurnTest {

    private final List<Tenant> councils =
            Stream.of("city-of-london", "hackney", "harlow").map(Tenant::new).toList();
    private final InTurn inTurn = new InTurn();
    private final List<String> had = new ArrayList<>();

    private boolean each(int atMost) {
        had.clear();
        return inTurn.each(councils, () -> had.size() < atMost, council -> had.add(council.key()));
    }

    @Test
    void each_council_has_one_turn() {
        assertThat(each(10)).isTrue();
        assertThat(had).containsExactly("city-of-london", "hackney", "harlow");
    }

    @Test
    void who_was_not_come_to_is_the_first_the_next_time() {
        assertThat(each(2)).isFalse();
        assertThat(had).containsExactly("city-of-london", "hackney");

        assertThat(each(2)).isFalse();
        assertThat(had).containsExactly("harlow", "city-of-london");
        assertThat(each(10)).isTrue();
        assertThat(had).containsExactly("hackney", "harlow", "city-of-london");
    }

    @Test
    void without_councils_there_is_nothing_to_do() {
        assertThat(inTurn.each(List.of(), () -> true, council -> had.add(council.key())))
                .isTrue();
        assertThat(had).isEmpty();
    }
}
