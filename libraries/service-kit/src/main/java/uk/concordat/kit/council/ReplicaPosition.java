package uk.concordat.kit.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * How much of the councils' topic has been taken in, here and beside the replica. It is written down before Kafka has it as
 * read, so the database never has less than Kafka, nor less than is known here, unless it was put back to an earlier moment;
 * what came since would not come again.
 */
@ApplicationScoped
public class ReplicaPosition {

    private static final Logger LOG = Logger.getLogger(ReplicaPosition.class);

    private final CaughtUpTable table;
    private long reached;
    private boolean remembered;

    public ReplicaPosition(CaughtUpTable table) {
        this.table = table;
    }

    /** The reading goes on from there. */
    synchronized void goesOnFrom(long next) {
        reached = next;
        remembered = true;
    }

    /** The reading begins anew. */
    synchronized void begins() {
        reached = 0;
        remembered = false;
    }

    /** It is complete. */
    synchronized void remember() throws SQLException {
        table.remember(reached);
        remembered = true;
    }

    /** All that is before an offset has been taken in; false if all of it is to be read again. */
    synchronized boolean reaches(long next) throws SQLException {
        if (!table.advance(reached, next) && (remembered || table.isRemembered())) {
            LOG.warnf(
                    "The database was put back to an earlier moment: council data up to %d was in it. All is read again",
                    reached);
            table.forget();
            begins();
            return false;
        }
        reached = Math.max(reached, next);
        return true;
    }
}
