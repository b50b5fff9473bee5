package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.ImportReport;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.ProvisioningCommand;
import uk.concordat.council.domain.ProvisioningRefusal;
import uk.concordat.council.domain.ProvisioningSituation;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Traces;
import uk.concordat.kit.operations.OperatorActs;
import uk.concordat.kit.operations.Operators;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;
import uk.concordat.protocols.people.PersonId;

/** A council's people, as its directory reads and tells of them. */
@ApplicationScoped
public class DirectoryPeople {

    private static final Logger LOG = Logger.getLogger(DirectoryPeople.class);

    private final Council council = new Council();
    private final EventStore<CouncilState, CouncilEvent> store;
    private final Transactions transactions;
    private final CouncilRules rules;
    private final PeopleConfiguration configuration;

    public DirectoryPeople(
            EventStore<CouncilState, CouncilEvent> store,
            Transactions transactions,
            CouncilRules rules,
            PeopleConfiguration configuration) {
        this.store = store;
        this.transactions = transactions;
        this.rules = rules;
        this.configuration = configuration;
    }

    /** A council as it is known, and the day that it is there. */
    public record Seen(CouncilState state, LocalDate today) {

        List<Profile.Adopted> adopted() {
            return state.profile().map(Profile::protocols).orElse(List.of());
        }
    }

    /** What came of what the directory said. */
    public sealed interface Outcome {

        /** @param after what is known then */
        record Done(Seen after) implements Outcome {}

        record Refused(ProvisioningRefusal refusal) implements Outcome {}
    }

    /** @throws MalformedRequest as a 403 if that council is not known here */
    public <T> T read(Tenant tenant, Function<Seen, T> show) {
        return transactions.in(tenant, transaction -> show.apply(seen(transaction, load(transaction))));
    }

    /** The same, of an operator: that they have read of people is written down with it. */
    public <T> T readBy(Operators.Operator operator, String act, Function<Seen, T> show) {
        return transactions.in(operator.council(), transaction -> {
            T shown = show.apply(seen(transaction, load(transaction)));
            RoundTrip roundTrip = transaction.roundTrip();
            OperatorActs.note(roundTrip, transaction, operator.name(), act, "people", Optional.empty());
            roundTrip.send();
            return shown;
        });
    }

    /** Whom the directory names as somebody's manager, if that is a person who is known. */
    public Optional<PersonId> manager(Transaction transaction, PersonId of) {
        return load(transaction).state().provisioning().manager(of);
    }

    /**
     * Of several at once one after the other is heard.
     *
     * @param actor as {@link uk.concordat.kit.identity.Token#actor} says; what they change is written down under it
     * @param ask makes the command of what is known, each time it is decided
     * @throws MalformedRequest as a 403 if that council is not known here
     */
    public Outcome tell(Tenant tenant, String actor, Asking ask) {
        return transactions.untilWon(tenant, transaction -> {
            Stream<CouncilState, CouncilEvent> known = load(transaction);
            Seen seen = seen(transaction, known);
            ProvisioningSituation situation = new ProvisioningSituation(
                    configuration.masterOf(tenant.key()),
                    rules.groupTerms(seen.adopted()),
                    seen.today(),
                    transaction.now());
            return switch (council.provision(ask.command(seen, situation), known.state())) {
                case Decision.Refused<CouncilEvent, ProvisioningRefusal>(ProvisioningRefusal refusal) ->
                    new Outcome.Refused(refusal);
                case Decision.Accepted<CouncilEvent, ProvisioningRefusal>(List<CouncilEvent> events) ->
                    new Outcome.Done(
                            new Seen(append(transaction, actor, known, events).state(), seen.today()));
            };
        });
    }

    /** What is asked of a council that is known so. */
    @FunctionalInterface
    public interface Asking {
        ProvisioningCommand command(Seen seen, ProvisioningSituation situation);
    }

    private Stream<CouncilState, CouncilEvent> load(Transaction transaction) {
        return store.load(transaction, CouncilStreams.of(transaction.tenant().key()));
    }

    private static Seen seen(Transaction transaction, Stream<CouncilState, CouncilEvent> known) {
        return known.state()
                .profile()
                .map(profile -> new Seen(known.state(), LocalDate.ofInstant(transaction.now(), profile.zone())))
                .orElseThrow(() ->
                        new MalformedRequest(Problem.of(403, "council-not-known", "That council is not known here.")));
    }

    private Stream<CouncilState, CouncilEvent> append(
            Transaction transaction,
            String actor,
            Stream<CouncilState, CouncilEvent> known,
            List<CouncilEvent> events) {
        if (events.isEmpty()) {
            return known;
        }
        RoundTrip roundTrip = transaction.roundTrip();
        Stream<CouncilState, CouncilEvent> stream =
                store.append(roundTrip, transaction, known, events, Origin.system(Traces.traceparent()));
        OperatorActs.note(roundTrip, transaction, actor, "people-provisioned", about(events), Optional.empty());
        roundTrip.send();
        transaction.onceCommitted(
                () -> LOG.infof("Council %s: %d changes by its directory", transaction.tenant(), events.size()));
        return stream;
    }

    /** What kind of things were changed, and how many, and nobody's name. */
    private static String about(List<CouncilEvent> events) {
        return "%s: %d changes"
                .formatted(
                        events.stream().map(ImportReport::kind).distinct().collect(Collectors.joining(", ")),
                        events.size());
    }
}
