package uk.concordat.kit.council;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
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

    private final CaughtUpTable table;
    private final FromTheBeginning reading;
    private final ReplicaPosition position;
    private final Topics topics;
    private final String group;
    private volatile boolean caughtUp;
    private volatile Map<Integer, Long> ends = Map.of();
    private volatile Map<Integer, Long> taken = Map.of();

    public CaughtUp(
            CaughtUpTable table,
            FromTheBeginning reading,
            ReplicaPosition position,
            Topics topics,
            @ConfigProperty(name = "mp.messaging.incoming.councils.group.id") String group) {
        this.table = table;
        this.reading = reading;
        this.position = position;
        this.topics = topics;
        this.group = group;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            if (table.isRemembered()) {
                isComplete(true);
            } else if (caughtUp) {
                // A database that was put back to an earlier moment is found to be so, here or by another instance.
                ends = Map.of();
                isComplete(false);
            } else {
                isComplete(isNow());
            }
        } catch (BrokerAway | SQLException away) {
            LOG.infof("Whether the replica of council data is complete cannot be told yet: %s", away.getMessage());
        }
    }

    private void isComplete(boolean complete) {
        if (complete != caughtUp) {
            LOG.infof("The replica of council data is %s", complete ? "complete" : "not complete any more");
        }
        caughtUp = complete;
    }

    private boolean isNow() throws BrokerAway, SQLException {
        Map<Integer, Long> present = topics.endOffsets(Topics.COUNCILS);
        // What comes while it is read is no more than what comes at any time; only a topic made anew is shorter.
        ends = ends.isEmpty() ? present : shorter(ends, present);
        boolean complete = !ends.isEmpty() && (isNothing(ends) || isTaken(ends));
        if (complete) {
            position.remember();
        }
        return complete;
    }

    private static Map<Integer, Long> shorter(Map<Integer, Long> ends, Map<Integer, Long> present) {
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> Math.min(end.getValue(), present.getOrDefault(end.getKey(), 0L))));
    }

    private static boolean isNothing(Map<Integer, Long> ends) {
        return ends.values().stream().allMatch(end -> end == 0);
    }

    private boolean isTaken(Map<Integer, Long> ends) throws BrokerAway {
        // Before that, the committed offsets are of another reading, perhaps into another database.
        if (!reading.hasBegun()) {
            return false;
        }
        // From then on an offset is committed once its document is in the table.
        Map<Integer, Long> before = taken;
        taken = topics.committedOffsets(group, Topics.COUNCILS);
        for (Map.Entry<Integer, Long> end : ends.entrySet()) {
            long from = taken.getOrDefault(end.getKey(), 0L);
            // Where it goes on no more, what is left may be no records, which nobody takes in.
            if (from < end.getValue()
                    && (!taken.equals(before)
                            || topics.holdsRecords(Topics.COUNCILS, end.getKey(), from, end.getValue()))) {
                return false;
            }
        }
        return true;
    }

    public boolean isCaughtUp() {
        return caughtUp;
    }
}
