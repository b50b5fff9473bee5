package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.council.domain.ChangeSettings;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.CaseCommands;
import uk.concordat.kit.command.CommandRequest;
import uk.concordat.kit.command.Outcome;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.identity.Token;

/** What a council sets for itself is changed by those of whom its protocol says so. */
@ApplicationScoped
public class ChangingSettings {

    /** Settings as they were sent. */
    public record Sent(CouncilSettings settings, Optional<LocalDate> from, String reason) {}

    private final Council decider = new Council();
    private final CouncilRules rules;
    private final EventStore<CouncilState, CouncilEvent> store;
    private final Transactions transactions;
    private final Directories directories;
    private final Callers callers;
    private final Token token;
    private final CommandRequest request;

    public ChangingSettings(
            CouncilRules rules,
            EventStore<CouncilState, CouncilEvent> store,
            Transactions transactions,
            Directories directories,
            Callers callers,
            Token token,
            CommandRequest request) {
        this.rules = rules;
        this.store = store;
        this.transactions = transactions;
        this.directories = directories;
        this.callers = callers;
        this.token = token;
        this.request = request;
    }

    /** @param sent reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> change(String council, byte[] body, Supplier<Sent> sent) {
        return new CaseCommands<>(
                        store,
                        (CouncilState state, Situation _) -> state.profile().isPresent(),
                        transactions,
                        directories,
                        callers,
                        token,
                        request)
                .change(CouncilStreams.of(council), body, (situation, state) -> {
                    Sent settings = sent.get();
                    LocalDate from = settings.from().orElse(situation.today());
                    return decider.decide(
                            new ChangeSettings(
                                    settings.settings(),
                                    from,
                                    settings.reason(),
                                    situation.caller().id(),
                                    state.rolesOf(situation.caller().id(), situation.today()),
                                    rules.on(situation.today(), state),
                                    rules.on(from, state),
                                    situation.now()),
                            state);
                });
    }
}
