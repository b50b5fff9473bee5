package uk.concordat.council.application;

import com.fasterxml.uuid.Generators;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.ImportFiles;
import uk.concordat.council.domain.ImportRefusal;
import uk.concordat.council.domain.ImportReport;
import uk.concordat.council.domain.Profile;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Traces;
import uk.concordat.kit.messaging.BrokerAway;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.operations.OperatorActs;
import uk.concordat.protocols.pack.Fault;
import uk.concordat.protocols.pack.PackLibrary;

/** Takes a council's files in. Packs are read at the start, where a bad one is told to whoever starts the service. */
@Startup
@ApplicationScoped
public class Councils {

    private static final Logger LOG = Logger.getLogger(Councils.class);
    private static final int TOGETHER = 500;

    private final Council council = new Council();
    private final EventStore<CouncilState, CouncilEvent> store;
    private final Transactions transactions;
    private final PackLibrary packs;
    private final CouncilRules rules;
    private final Topics topics;
    private final PeopleConfiguration people;

    public Councils(
            EventStore<CouncilState, CouncilEvent> store,
            Transactions transactions,
            PackLibrary packs,
            CouncilRules rules,
            Topics topics,
            PeopleConfiguration people) {
        this.store = store;
        this.transactions = transactions;
        this.packs = packs;
        this.rules = rules;
        this.topics = topics;
        this.people = people;
    }

    /** What came of files. */
    public sealed interface Outcome {

        /** They hold together, and this is what was changed by them, or would be. */
        record Taken(ImportReport report) implements Outcome {}

        record Refused(ImportRefusal refusal) implements Outcome {}
    }

    /**
     * Who loads files.
     *
     * @param actor as {@link uk.concordat.kit.identity.Token#actor} says
     * @param files the names of those that were sent
     * @param mayChangeProfile whether they may say otherwise what the council is and which protocol it has
     */
    public record Loader(String actor, List<String> files, boolean mayChangeProfile) {}

    /**
     * Takes the files in, whole or not at all. Of several at once one after the other is taken in.
     *
     * @throws BrokerAway if the council's topics cannot be made sure of; nothing has been taken in
     */
    public Outcome take(CouncilFiles files, Loader loader) throws BrokerAway {
        // Files that do not hold together leave no topics behind.
        Tenant tenant = tenant(files);
        if (trial(files, loader) instanceof Outcome.Refused refused) {
            noteAlone(tenant, loader, "files-refused");
            return refused;
        }
        // A council's topics exist before anybody hears of the council.
        topics.createCompacted(Topics.COUNCILS);
        topics.create(Topics.of(tenant));
        Outcome outcome = transactions.untilWon(
                tenant,
                transaction -> decide(files, loader, transaction, (within, known, events) -> {
                    append(within, known, events);
                    note(within, loader, events.size());
                }));
        if (outcome instanceof Outcome.Refused) {
            // Others were taken in meanwhile, with which these no longer fit.
            noteAlone(tenant, loader, "files-refused");
        }
        return outcome;
    }

    /** What the files would change if they were taken in now; who asked is written down, for it tells who is known. */
    public Outcome tried(CouncilFiles files, Loader loader) {
        Outcome outcome = trial(files, loader);
        noteAlone(tenant(files), loader, "files-tried");
        return outcome;
    }

    private Outcome trial(CouncilFiles files, Loader loader) {
        // Whoever adds a council has put its pack there a moment ago.
        files.profile().pack().ifPresent(packs::seek);
        // A long stream is read in a transaction of its own and remembered: the database ends one that it hears nothing
        // of for long, and to read all of a large council and decide about it may take that long.
        transactions.in(tenant(files), this::known);
        return transactions.in(tenant(files), transaction -> decide(files, loader, transaction, (_, _, _) -> {}));
    }

    private interface Appending {
        void append(Transaction transaction, Stream<CouncilState, CouncilEvent> known, List<CouncilEvent> events);
    }

    private Outcome decide(CouncilFiles files, Loader loader, Transaction transaction, Appending appending) {
        Stream<CouncilState, CouncilEvent> known = known(transaction);
        ImportFiles command = command(files, transaction.now(), known.state());
        return switch (council.take(command, known.state())) {
            case Decision.Refused<CouncilEvent, ImportRefusal>(ImportRefusal refusal) -> new Outcome.Refused(refusal);
            case Decision.Accepted<CouncilEvent, ImportRefusal>(List<CouncilEvent> events)
            when !loader.mayChangeProfile() && ImportRefusal.changesProfile(events, known.state()) ->
                new Outcome.Refused(ImportRefusal.ofProfile(files.profile()));
            case Decision.Accepted<CouncilEvent, ImportRefusal>(List<CouncilEvent> events) -> {
                appending.append(transaction, known, events);
                yield new Outcome.Taken(ImportReport.of(events, command, known.state()));
            }
        };
    }

    private Stream<CouncilState, CouncilEvent> known(Transaction transaction) {
        return store.load(transaction, CouncilStreams.of(transaction.tenant().key()));
    }

    /** Part by part, so that very large files need not lie in memory as statements all at once. */
    private void append(Transaction transaction, Stream<CouncilState, CouncilEvent> known, List<CouncilEvent> events) {
        Stream<CouncilState, CouncilEvent> stream = known;
        for (int begin = 0; begin < events.size(); begin += TOGETHER) {
            List<CouncilEvent> part = events.subList(begin, Math.min(begin + TOGETHER, events.size()));
            RoundTrip roundTrip = transaction.manyUpdates();
            stream = store.append(roundTrip, transaction, stream, part, Origin.system(Traces.traceparent()));
            roundTrip.send();
        }
        transaction.onceCommitted(
                () -> LOG.infof("Council %s: %d changes recorded", transaction.tenant(), events.size()));
    }

    private static void note(Transaction transaction, Loader loader, int changes) {
        note(
                transaction,
                loader,
                "files-loaded",
                "%s: %d changes".formatted(String.join(", ", loader.files()), changes));
    }

    private void noteAlone(Tenant council, Loader loader, String act) {
        transactions.in(council, transaction -> {
            note(transaction, loader, act, String.join(", ", loader.files()));
            return council;
        });
    }

    private static void note(Transaction transaction, Loader loader, String act, String about) {
        RoundTrip roundTrip = transaction.roundTrip();
        OperatorActs.note(roundTrip, transaction, loader.actor(), act, about, Optional.empty());
        roundTrip.send();
    }

    private static Tenant tenant(CouncilFiles files) {
        return new Tenant(files.profile().key());
    }

    private ImportFiles command(CouncilFiles files, Instant now, CouncilState known) {
        String council = files.profile().key();
        LocalDate today = LocalDate.ofInstant(now, files.profile().zone());
        return new ImportFiles(
                files,
                packs.ids(),
                rules.groupTerms(goingOn(files, known)),
                today,
                people.masterOf(council),
                newIds(files),
                people.postsOfGroups(council, known).given(known, today),
                packs.leftOut().stream().map(Fault::toString).toList());
    }

    /** What was adopted before and does not give way to what the files name. */
    private static List<Profile.Adopted> goingOn(CouncilFiles files, CouncilState known) {
        return known.profile().stream()
                .flatMap(profile -> profile.protocols().stream())
                .filter(adopted -> files.profile().pack().isEmpty()
                        || !adopted.from().equals(files.profile().from()))
                .toList();
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
