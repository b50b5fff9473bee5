package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the local stack's councils fit together, and with the protocols that they adopt. */
class LocalCouncilsTest {

    static List<String> councils() {
        return LocalCouncils.keys();
    }

    @Test
    void there_are_the_five_councils_of_the_protocols() {
        assertThat(councils()).containsExactly("city-of-london", "county", "hackney", "harlow", "wonderland");
    }

    @ParameterizedTest
    @MethodSource("councils")
    void are_taken_in_whole_without_a_fault_and_change_nothing_when_they_come_again(String council) {
        assertThat(LocalCouncils.taken(LocalCouncils.files(council), LocalCouncils.loaded(council)))
                .isEmpty();
    }
}
