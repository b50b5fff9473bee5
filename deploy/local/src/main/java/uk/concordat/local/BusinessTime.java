package uk.concordat.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The business time of all services: the database server's clock and one shift, written in each service's database. */
final class BusinessTime {

    /** notification-service's comes last: it reports what is due, to services whose clocks then agree. */
    private static final List<String> DATABASES = List.of("council", "enquiry", "notification");

    private final PostgresServer postgres;

    BusinessTime(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** One moment as the database server's clock has it, and the shift that makes it business time. */
    record Reading(Instant real, Duration shift) {
        Instant business() {
            return real.plus(shift);
        }
    }

    /** Reads the clock; where a crash has left the databases with different shifts, the furthest counts. */
    Reading read() {
        List<Duration> shifts = new ArrayList<>();
        Instant real = Instant.EPOCH;
        for (String database : DATABASES) {
            try (Connection connection = postgres.connect(database)) {
                shiftIn(connection).ifPresent(shifts::add);
                real = clock(connection);
            } catch (SQLException failure) {
                throw new StackFailure("The clock of the database " + database + " cannot be read", failure);
            }
        }
        return new Reading(real, shifts.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    /** Makes it this business time now. */
    void set(Instant business) {
        shift(Duration.between(read().real(), business));
    }

    /** Sets the shift. It is written in microseconds, so that no day of it is taken for 23 or 25 hours. */
    void shift(Duration shift) {
        for (String database : DATABASES) {
            try (Connection connection = postgres.connect(database);
                    PreparedStatement update = connection.prepareStatement(
                            "update clock_offset set shift = ? * interval '1 microsecond'")) {
                update.setLong(1, shift.dividedBy(ChronoUnit.MICROS.getDuration()));
                if (update.executeUpdate() != 1) {
                    throw new StackFailure("The database " + database + " has no clock to set");
                }
            } catch (SQLException failure) {
                throw new StackFailure("The clock of the database " + database + " cannot be set", failure);
            }
        }
    }

    private static Optional<Duration> shiftIn(Connection connection) throws SQLException {
        if (!Databases.exists(connection, "clock_offset")) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement(
                        "select (extract(epoch from shift) * 1000000)::bigint from clock_offset");
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(ChronoUnit.MICROS.getDuration().multipliedBy(row.getLong(1)))
                    : Optional.empty();
        }
    }

    private static Instant clock(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select clock_timestamp()");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
