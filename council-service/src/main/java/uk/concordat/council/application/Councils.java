package uk.concordat.council.application;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.ImportFiles;
import uk.concordat.council.domain.ImportRefusal;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Traces;
import uk.concordat.kit.messaging.BrokerAway;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;

/** Takes a council's files in. */
@ApplicationScoped
public class Councils {

    private static final Logger LOG = Logger.getLogger(Councils.class);

    private final Council council = new Council();
    private final EventStore<CouncilState, CouncilEvent> store;
    private final Transactions transactions;
    private final PackLibrary packs;
    private final Topics topics;

    public Councils(
            EventStore<CouncilState, CouncilEvent> store, Transactions transactions, PackLibrary packs, Topics topics) {
        this.store = store;
        this.transactions = transactions;
        this.packs = packs;
        this.topics = topics;
    }

    /**
     * Takes the files in, whole or not at all.
     *
     * @return the events that differ from what was known, or the faults
     * @throws BrokerAway if the council's topics cannot be made sure of; nothing has been taken in
     */
    public Decision<CouncilEvent, ImportRefusal> take(CouncilFiles files) throws BrokerAway {
        Tenant tenant = new Tenant(files.profile().key());
        UUID stream = CouncilStreams.of(tenant.key());
        // Files that do not hold together leave no topics behind.
        Decision<CouncilEvent, ImportRefusal> first = transactions.in(
                tenant,
                transaction -> council.take(
                        command(files, transaction.now()),
                        store.load(transaction, stream).state()));
        if (first instanceof Decision.Refused<CouncilEvent, ImportRefusal> refused) {
            return refused;
        }
        // A council's topics exist before anybody hears of the council.
        topics.createCompacted(Topics.COUNCILS);
        topics.create(Topics.of(tenant));
        return transactions.in(tenant, transaction -> {
            Stream<CouncilState, CouncilEvent> known = store.load(transaction, stream);
            Decision<CouncilEvent, ImportRefusal> decision =
                    council.take(command(files, transaction.now()), known.state());
            if (decision instanceof Decision.Accepted<CouncilEvent, ImportRefusal>(List<CouncilEvent> events)) {
                RoundTrip roundTrip = transaction.roundTrip();
                store.append(roundTrip, transaction, known, events, Origin.system(Traces.traceparent()));
                roundTrip.send();
                transaction.onceCommitted(() -> LOG.infof("Council %s: %d changes recorded", tenant, events.size()));
            }
            return decision;
        });
    }

    private ImportFiles command(CouncilFiles files, Instant now) {
        Map<PackId, GroupTerms> groupTerms = new HashMap<>();
        packs.ids().forEach(id -> packs.pack(id).groups().ifPresent(terms -> groupTerms.put(id, terms)));
        return new ImportFiles(
                files,
                packs.ids(),
                groupTerms,
                LocalDate.ofInstant(now, files.profile().zone()),
                newIds(files));
    }

    private static Map<String, UUID> newIds(CouncilFiles files) {
        Map<String, UUID> ids = new HashMap<>();
        files.people().forEach(person -> ids.put("person " + person.username(), newId()));
        files.posts().forEach(post -> ids.put("post " + post.post(), newId()));
        return ids;
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
