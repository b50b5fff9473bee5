package uk.concordat.local;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import uk.concordat.protocols.days.WorkingCalendar;

/** The business clock of a local stack: shared by all services, kept over restarts, forward only once there is data. */
public final class StackClock {

    /** Where a time without a zone is meant. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BusinessTime time;
    private final ClockWalk walk;
    private final Databases databases;

    StackClock(PostgresServer postgres, KafkaBroker kafka) {
        this(postgres, kafka, PATIENCE);
    }

    StackClock(PostgresServer postgres, KafkaBroker kafka, Duration patience) {
        this.time = new BusinessTime(postgres);
        this.walk = new ClockWalk(postgres, time, new RestCheck(postgres, kafka), patience);
        this.databases = new Databases(postgres);
    }

    public Instant now() {
        return time.read().business();
    }

    /** How far business time is ahead of the database server's clock; negative if it is behind. */
    public Duration shift() {
        return time.read().shift();
    }

    /** @throws StackFailure if that is in the past */
    public WalkReport moveTo(LocalDateTime time) {
        return moveTo(time.atZone(ZONE).toInstant());
    }

    /** @throws StackFailure if that is in the past */
    public WalkReport moveTo(Instant target) {
        requireForward(target);
        return walk.to(target);
    }

    /**
     * To the same time of day, so many working days of England and Wales later.
     *
     * @param days at least 1
     */
    public WalkReport forwardWorkingDays(int days) {
        if (days < 1) {
            throw new StackFailure("The clock goes forward by one working day or more, not by " + days);
        }
        ZonedDateTime now = now().atZone(ZONE);
        LocalDate day = WorkingCalendar.englandAndWales("local", List.of())
                .forward(now.toLocalDate(), days)
                .dueOn();
        return walk.to(day.atTime(now.toLocalTime()).atZone(ZONE).toInstant());
    }

    /**
     * To the real time, and with it from then on.
     *
     * @throws StackFailure if business time is ahead of it
     */
    public WalkReport toRealTime() {
        requireForward(time.read().real());
        return walk.toRealTime();
    }

    /** @throws StackFailure if the stack holds data and that is in the past */
    void requireStartAt(LocalDateTime start) {
        if (hasData()) {
            requireForward(start.atZone(ZONE).toInstant());
        }
    }

    /** Goes to any time while nothing has happened yet, and afterwards forward only. */
    WalkReport startAt(LocalDateTime start) {
        if (hasData()) {
            return moveTo(start);
        }
        time.set(start.atZone(ZONE).toInstant());
        return new WalkReport(List.of());
    }

    private boolean hasData() {
        try {
            long events = 0;
            for (String database : Provisioning.DATABASES) {
                events += databases.count(database, "event", "true");
            }
            return events > 0;
        } catch (SQLException failure) {
            throw new StackFailure("Whether the stack holds data cannot be told", failure);
        }
    }

    private void requireForward(Instant target) {
        BusinessTime.Reading now = time.read();
        if (target.isBefore(now.business())) {
            throw new StackFailure(
                    "The clock goes forward only: it is %s, and %s is before that. A fresh directory may start anywhere"
                            .formatted(Moments.show(now.business()), Moments.show(target)));
        }
    }
}
