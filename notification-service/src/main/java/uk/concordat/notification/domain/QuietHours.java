package uk.concordat.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * The hours that are people's own (WTC-30, HAR-42): from a time of day up to another, which is the next day's where it is
 * not later. By the council's clock, and once a night, also where that clock is put back in it.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public boolean at(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.of(today.minusDays(1), today)
                .anyMatch(day -> !now.isBefore(day.atTime(from).atZone(zone).toInstant())
                        && now.isBefore(end(day).atTime(to).atZone(zone).toInstant()));
    }

    private LocalDate end(LocalDate begun) {
        return to.isAfter(from) ? begun : begun.plusDays(1);
    }
}
