package uk.concordat.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves the clock as time would have passed: from one moment at which a deadline lapses, or is recalled, to the next, at rest between.
 * Otherwise an answer that was given in time could meet a lapse that was not even sent.
 */
final class ClockWalk {

    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final PostgresServer postgres;
    private final BusinessTime time;
    private final RestCheck rest;
    private final Duration patience;

    ClockWalk(PostgresServer postgres, BusinessTime time, RestCheck rest, Duration patience) {
        this.postgres = postgres;
        this.time = time;
        this.rest = rest;
        this.patience = patience;
    }

    /** Goes to the target, or, if something does not rest, there at once, naming it. */
    WalkReport to(Instant target) {
        return walk(target, () -> forwardTo(target));
    }

    /** Goes to real time, and stays with it. */
    WalkReport toRealTime() {
        return walk(time.read().real(), () -> time.shift(Duration.ZERO));
    }

    private WalkReport walk(Instant target, Runnable arrive) {
        List<String> restless = rest.await(patience);
        Optional<Instant> due = nextDue(target);
        while (restless.isEmpty() && due.isPresent()) {
            forwardTo(due.get().plus(JUST_AFTER));
            restless = rest.await(patience);
            due = nextDue(target);
        }
        arrive.run();
        return new WalkReport(restless.isEmpty() ? rest.await(patience) : restless);
    }

    /** Real time passes on the way, so the clock may already be there. */
    private void forwardTo(Instant moment) {
        if (time.read().business().isBefore(moment)) {
            time.set(moment);
        }
    }

    private Optional<Instant> nextDue(Instant target) {
        Instant now = time.read().business();
        try (Connection connection = postgres.connect("notification")) {
            if (!Databases.exists(connection, "deadline_watch")) {
                return Optional.empty();
            }
            try (PreparedStatement query = connection.prepareStatement("""
                    select min(moment) from deadline_watch, lateral (values (next_at), (remind_at)) as coming (moment)
                    where moment > ? and moment <= ?""")) {
                query.setObject(1, now.atOffset(ZoneOffset.UTC));
                query.setObject(2, target.atOffset(ZoneOffset.UTC));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    @Nullable OffsetDateTime next = row.getObject(1, OffsetDateTime.class);
                    return Optional.ofNullable(next).map(OffsetDateTime::toInstant);
                }
            }
        } catch (SQLException failure) {
            throw new StackFailure("The next deadline cannot be read", failure);
        }
    }
}
