package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.testing.Rule;

class QuietHoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @Rule({"WTC-30", "HAR-42"})
    @CsvSource({
        "19:00, 07:30, 2026-12-24T18:59:59.999Z, false",
        "19:00, 07:30, 2026-12-24T19:00:00Z, true",
        "19:00, 07:30, 2026-12-25T00:00:00Z, true",
        "19:00, 07:30, 2026-12-25T07:29:59.999Z, true",
        "19:00, 07:30, 2026-12-25T07:30:00Z, false",
        // In summer London is an hour ahead.
        "19:00, 07:30, 2026-07-01T17:59:59Z, false",
        "19:00, 07:30, 2026-07-01T18:00:00Z, true",
        "19:00, 07:30, 2026-07-02T06:30:00Z, false",
        // Within one day, and round the clock but an hour.
        "12:00, 14:00, 2026-12-24T11:59:59Z, false",
        "12:00, 14:00, 2026-12-24T13:00:00Z, true",
        "12:00, 14:00, 2026-12-24T14:00:00Z, false",
        "00:00, 23:00, 2026-12-24T22:59:59Z, true",
        "00:00, 23:00, 2026-12-24T23:00:00Z, false",
        "00:00, 23:00, 2026-12-25T00:00:00Z, true",
    })
    void they_go_by_the_councils_clock_and_over_midnight(LocalTime from, LocalTime to, Instant now, boolean quiet) {
        assertThat(new QuietHours(from, to).at(now, LONDON)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @Rule({"WTC-30", "HAR-42"})
    @CsvSource({
        // 28 March 2027: from 00:59 it is 02:00 at once. What would end in the hour that is not ends an hour on.
        "22:00, 01:30, 2027-03-28T00:59:59Z, true",
        "22:00, 01:30, 2027-03-28T01:29:59Z, true",
        "22:00, 01:30, 2027-03-28T01:30:00Z, false",
        // 31 October 2027: 01:00 to 02:00 comes twice. They end with the first 01:30 and do not come back.
        "22:00, 01:30, 2027-10-31T00:29:59Z, true",
        "22:00, 01:30, 2027-10-31T00:30:00Z, false",
        "22:00, 01:30, 2027-10-31T01:00:00Z, false",
        "22:00, 07:00, 2027-10-31T06:59:59Z, true",
        "22:00, 07:00, 2027-10-31T07:00:00Z, false",
    })
    void where_the_clock_changes_each_night_has_them_once(LocalTime from, LocalTime to, Instant now, boolean quiet) {
        assertThat(new QuietHours(from, to).at(now, LONDON)).isEqualTo(quiet);
    }
}
