package uk.concordat.kit.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.concordat.local.Tokens;

/** The service that a test calls: who may call it, its clock, and its database and broker as an operator sees them. */
public final class ServiceUnderTest {

    private ServiceUnderTest() {}

    public static Tokens tokens() {
        return Tokens.of(Path.of(setting(RealBackends.DIRECTORY)));
    }

    public static String bootstrapServers() {
        return setting("kafka.bootstrap.servers");
    }

    /** A connection as superuser, who sees every council's rows. */
    public static Connection database() throws SQLException {
        return DriverManager.getConnection(setting("concordat.database.url"), "postgres", "");
    }

    /** How many rows of a table meet a condition, whosever they are. */
    public static long count(String table, String condition) {
        try (Connection connection = database();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from %s where %s".formatted(table, condition));
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Makes it this business time for the service. */
    public static void clock(Instant now) {
        try (Connection connection = database();
                PreparedStatement real = connection.prepareStatement("select clock_timestamp()");
                PreparedStatement set =
                        connection.prepareStatement("update clock_offset set shift = ? * interval '1 microsecond'")) {
            try (ResultSet row = real.executeQuery()) {
                row.next();
                Instant actual = row.getObject(1, OffsetDateTime.class).toInstant();
                set.setLong(1, Duration.between(actual, now).dividedBy(ChronoUnit.MICROS.getDuration()));
            }
            set.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
