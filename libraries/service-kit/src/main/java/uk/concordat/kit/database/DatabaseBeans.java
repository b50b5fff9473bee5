package uk.concordat.kit.database;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import uk.concordat.eventsourcing.database.Transactions;

/** The database as the libraries without a framework need it. */
@ApplicationScoped
public class DatabaseBeans {

    @Produces
    @Singleton
    Transactions transactions(DataSource application, MeterRegistry metrics, RelayRunner relay) {
        DistributionSummary telling = roundTrips("true").register(metrics);
        DistributionSummary silent = roundTrips("false").register(metrics);
        return new Transactions(application, committed -> {
            (committed.hasMessages() ? telling : silent).record(committed.roundTrips());
            if (committed.hasMessages()) {
                relay.wake();
            }
        });
    }

    /** Commands and reactions have messages; reading and looking whether there is something to do have none. */
    private static DistributionSummary.Builder roundTrips(String messages) {
        return DistributionSummary.builder("concordat.transaction.round.trips")
                .description("Round trips to the database of each committed transaction, its one commit included")
                .tag("messages", messages);
    }
}
