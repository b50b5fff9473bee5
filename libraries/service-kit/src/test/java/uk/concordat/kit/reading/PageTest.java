package uk.concordat.kit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.problem.MalformedRequest;

class PageTest {

    private static final String ID = "01980000-0000-7000-8000-0000000000aa";

    @Test
    void who_asks_for_nothing_gets_fifty_from_the_beginning() {
        assertThat(Page.Asked.of(null, null)).isEqualTo(new Page.Asked(50, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 200", "201, 200", "999999999, 200"})
    void more_than_two_hundred_counts_as_two_hundred(String asked, int given) {
        assertThat(Page.Asked.of(asked, null).limit()).isEqualTo(given);
        assertThat(Page.Asked.of(asked, null).toRead()).isEqualTo(given + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "01", "1.5", "ten", " 5", "9999999999", "١"})
    void a_limit_that_is_no_number_from_one_is_refused(String asked) {
        assertThat(catchThrowableOfType(MalformedRequest.class, () -> Page.Asked.of(asked, null))
                        .problem()
                        .code())
                .isEqualTo("bad-limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "01980000-0000-7000-8000-0000000000aa "})
    void an_after_that_is_no_id_is_refused(String after) {
        assertThat(catchThrowableOfType(MalformedRequest.class, () -> Page.Asked.of(null, after))
                        .problem()
                        .code())
                .isEqualTo("bad-after");
    }

    @Test
    void an_after_is_the_next_of_the_page_before() {
        assertThat(Page.Asked.of(null, ID).after()).contains(UUID.fromString(ID));
    }

    @Test
    void a_page_goes_on_only_if_there_is_more() {
        List<UUID> rows = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new UUID(0, number))
                .toList();

        Page<String> full = page(rows, 3);
        Page<String> last = page(rows, 4);

        assertThat(full.items()).hasSize(3);
        assertThat(full.next()).contains(new UUID(0, 3).toString());
        assertThat(last.items()).hasSize(4);
        assertThat(last.next()).isEmpty();
        assertThat(page(List.of(), 3).items()).isEmpty();
        assertThat(page(List.of(), 3).next()).isEmpty();
    }

    private static Page<String> page(List<UUID> rows, int limit) {
        return Page.of(rows, new Page.Asked(limit, Optional.empty()), UUID::toString, Function.identity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "01980000000070008000000000000001",
                "{01980000-0000-7000-8000-0000000000aa}",
                "01980000-0000-7000-8000-0000000000ag",
                "01980000-0000-7000-8000-0000000000aa\n",
            })
    void what_is_no_id_names_nothing(String id) {
        assertThat(Ids.parse(id)).isEmpty();
    }

    @Test
    void an_id_is_known_in_small_and_capital_letters() {
        assertThat(Ids.parse(ID))
                .contains(UUID.fromString(ID))
                .isEqualTo(Ids.parse(ID.toUpperCase(java.util.Locale.ROOT)));
    }
}
