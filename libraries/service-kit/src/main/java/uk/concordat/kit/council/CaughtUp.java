package uk.concordat.kit.council;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.concordat.kit.messaging.BrokerAway;
import uk.concordat.kit.messaging.Topics;

/**
 * Ready means that the replica of council data has once been complete. It lives in the database, so a service that
 * starts while the broker is away is ready all the same.
 */
@ApplicationScoped
public class CaughtUp {

    private static final Logger LOG = Logger.getLogger(CaughtUp.class);

    private final DataSource dataSource;
    private final Topics topics;
    private final String group;
    private volatile boolean caughtUp;

    public CaughtUp(
            DataSource dataSource,
            Topics topics,
            @ConfigProperty(name = "mp.messaging.incoming.councils.group.id") String group) {
        this.dataSource = dataSource;
        this.topics = topics;
        this.group = group;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (caughtUp) {
            return;
        }
        try {
            caughtUp = wasBefore() || isNow();
            if (caughtUp) {
                LOG.info("The replica of council data is complete");
            }
        } catch (BrokerAway | SQLException away) {
            LOG.infof("Whether the replica of council data is complete cannot be told yet: %s", away.getMessage());
        }
    }

    private boolean wasBefore() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1 from replica_caught_up");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private boolean isNow() throws BrokerAway, SQLException {
        Map<Integer, Long> ends = topics.endOffsets(Topics.COUNCILS);
        // An offset is committed once its document is in the table, and the broker remembers it if this service is
        // killed.
        Map<Integer, Long> taken = topics.committedOffsets(group, Topics.COUNCILS);
        boolean complete = !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> end.getValue() <= taken.getOrDefault(end.getKey(), 0L));
        if (complete) {
            remember();
        }
        return complete;
    }

    private void remember() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into replica_caught_up default values on conflict do nothing")) {
            statement.executeUpdate();
        }
    }

    public boolean isCaughtUp() {
        return caughtUp;
    }
}
