package uk.concordat.protocols.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate AFTER_LAST = LocalDate.of(2036, 1, 1);

    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales("city-of-london/1", List.of());

    @Test
    void every_day_from_2020_to_2035_is_as_the_table_worked_out_by_hand_says() throws IOException {
        Map<LocalDate, String> table = table();
        assertThat(table).hasSize(16 * 8 + 3);

        assertThat(FIRST.datesUntil(AFTER_LAST))
                .hasSize(5844)
                .allSatisfy(day -> assertThat(calendar.whyNotWorking(day))
                        .as(day.toString())
                        .isEqualTo(expected(day, table)));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-04,",
        "2020-05-08, Early May bank holiday",
        "2022-05-30,",
        "2022-06-02, Spring bank holiday",
        "2022-06-03, Platinum Jubilee bank holiday",
        "2022-09-19, Bank holiday for the State Funeral of Queen Elizabeth II",
        "2023-05-08, Bank holiday for the coronation of King Charles III",
    })
    void days_moved_or_added_by_proclamation_are_known(LocalDate day, @Nullable String why) {
        assertThat(calendar.whyNotWorking(day)).isEqualTo(Optional.ofNullable(why));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-26, Saturday",
        "2026-12-28, Boxing Day (substitute)",
        "2027-12-25, Saturday",
        "2027-12-26, Sunday",
        "2027-12-27, Christmas Day (substitute)",
        "2027-12-28, Boxing Day (substitute)",
        "2022-12-25, Sunday",
        "2022-12-26, Boxing Day",
        "2022-12-27, Christmas Day (substitute)",
        "2028-01-01, Saturday",
        "2028-01-03, New Year's Day (substitute)",
        "2033-01-03, New Year's Day (substitute)",
    })
    void a_weekend_is_the_reason_before_a_holiday_and_the_weekday_kept_instead_says_so(LocalDate day, String why) {
        assertThat(calendar.whyNotWorking(day)).contains(why);
    }

    private static Optional<String> expected(LocalDate day, Map<LocalDate, String> table) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> Optional.of(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> Optional.ofNullable(table.get(day));
        };
    }

    private static Map<LocalDate, String> table() throws IOException {
        try (InputStream csv =
                Objects.requireNonNull(BankHolidaysTest.class.getResourceAsStream("bank-holidays-2020-2035.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 2))
                    .collect(
                            Collectors.toMap(row -> LocalDate.parse(row[0]), row -> row[1], (a, _) -> a, TreeMap::new));
        }
    }
}
