package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.CaseCommands;
import uk.concordat.kit.command.CommandRequest;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.identity.Token;

/** The path of each command that an officer gives about the council itself. */
@ApplicationScoped
public class CouncilCommands {

    private final EventStore<CouncilState, CouncilEvent> store;
    private final Transactions transactions;
    private final Directories directories;
    private final Callers callers;
    private final Token token;
    private final CommandRequest request;

    public CouncilCommands(
            EventStore<CouncilState, CouncilEvent> store,
            Transactions transactions,
            Directories directories,
            Callers callers,
            Token token,
            CommandRequest request) {
        this.store = store;
        this.transactions = transactions;
        this.directories = directories;
        this.callers = callers;
        this.token = token;
        this.request = request;
    }

    /** Another council's stream is not found by these, so to its people the council itself does not exist. */
    CaseCommands<CouncilState, CouncilEvent> where(CaseCommands.Visibility<CouncilState> thereIsSomething) {
        return new CaseCommands<>(store, thereIsSomething, transactions, directories, callers, token, request);
    }
}
