package uk.concordat.kit.traces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithoutNamesTest {

    @Test
    void of_a_query_the_names_of_parameters_stay_and_what_is_none_does_not() {
        assertThat(WithoutNames.ofQuery("filter=userName%20eq%20%22ann%22&count=5&q=a=b"))
                .isEqualTo("filter=REDACTED&count=REDACTED&q=REDACTED");
        assertThat(WithoutNames.ofQuery("ann&ann@council.example=1&=ann&startIndex="))
                .isEqualTo("REDACTED&REDACTED&REDACTED&startIndex=REDACTED");
    }

    @Test
    void of_a_path_its_beginning_stays() {
        assertThat(WithoutNames.ofPath("/councils/harlow/people/ann")).isEqualTo("/councils/REDACTED");
        assertThat(WithoutNames.ofPath("/me")).isEqualTo("/me");
        assertThat(WithoutNames.ofPath("/")).isEqualTo("/");
    }

    @Test
    void of_an_address_that_a_service_calls_itself_all_but_the_values_stay() {
        assertThat(WithoutNames.ofUrl("https://id.example/keys?user=ann"))
                .isEqualTo("https://id.example/keys?user=REDACTED");
        assertThat(WithoutNames.ofUrl("https://id.example/keys")).isEqualTo("https://id.example/keys");
    }
}
