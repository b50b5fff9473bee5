package uk.concordat.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.DeadLetterDesk;
import uk.concordat.kit.council.CouncilRegister;

/** Measures what waits, of each council and kind, so that an alarm can be set on it. */
@ApplicationScoped
public class ParkedRecordsMeter {

    private static final Logger LOG = Logger.getLogger(ParkedRecordsMeter.class);

    private record Measured(Tenant council, DeadLetterDesk.Waiting waiting) {

        Tags tags() {
            return Tags.of("council", council.key(), "kind", waiting.kind());
        }
    }

    private final CouncilRegister councils;
    private final Transactions transactions;
    private final MultiGauge records;
    private final MultiGauge oldest;

    public ParkedRecordsMeter(CouncilRegister councils, Transactions transactions, MeterRegistry metrics) {
        this.councils = councils;
        this.transactions = transactions;
        this.records = MultiGauge.builder("concordat.parked.records")
                .description("Records that wait; broken ones until an operator has seen to them")
                .register(metrics);
        this.oldest = MultiGauge.builder("concordat.parked.oldest")
                .description("For how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    /** What waits no longer is measured no longer. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            List<Measured> measured = new ArrayList<>();
            councils.all()
                    .forEach(council -> transactions
                            .in(council, DeadLetterDesk::waiting)
                            .forEach(waiting -> measured.add(new Measured(council, waiting))));
            records.register(
                    measured.stream()
                            .map(each -> MultiGauge.Row.of(
                                    each.tags(), each.waiting().records()))
                            .toList(),
                    true);
            oldest.register(
                    measured.stream()
                            .map(each -> MultiGauge.Row.of(
                                    each.tags(), each.waiting().oldest().toSeconds()))
                            .toList(),
                    true);
        } catch (DatabaseUnavailable away) {
            LOG.infof("What waits is measured when the database is back: %s", away.getMessage());
        }
    }
}
