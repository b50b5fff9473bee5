package uk.concordat.kit.council;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
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
    private final Map<Integer, Long> reached = new ConcurrentHashMap<>();
    private volatile boolean caughtUp;

    public CaughtUp(DataSource dataSource, Topics topics) {
        this.dataSource = dataSource;
        this.topics = topics;
    }

    /** Everything up to and including this record has been taken in, or can never be. */
    void reached(int partition, long offset) {
        reached.merge(partition, offset + 1, Math::max);
    }

    /** The offset of the first record that has not been reached. */
    long next(int partition) {
        return reached.getOrDefault(partition, 0L);
    }

    @Scheduled(every = "0.5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
        boolean complete =
                !ends.isEmpty() && ends.entrySet().stream().allMatch(end -> end.getValue() <= next(end.getKey()));
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
