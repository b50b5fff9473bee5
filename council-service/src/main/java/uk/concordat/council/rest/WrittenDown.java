package uk.concordat.council.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.council.application.CouncilStreams;
import uk.concordat.council.application.Part;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.Outcome;
import uk.concordat.kit.command.Situation;

/** What a council's officers write down, as its stream holds it; to people of another council there is none of it. */
@ApplicationScoped
public class WrittenDown {

    /** What the caller is shown; empty if there is no such thing. */
    @FunctionalInterface
    interface Shown {
        Optional<?> of(Situation situation, CouncilState state);
    }

    private final EventStore<CouncilState, CouncilEvent> store;
    private final Callers callers;
    private final Transactions transactions;

    public WrittenDown(EventStore<CouncilState, CouncilEvent> store, Callers callers, Transactions transactions) {
        this.store = store;
        this.callers = callers;
        this.transactions = transactions;
    }

    /** @param part whose tag it is shown with */
    Response read(String council, Part part, Shown shown) {
        return callers.reading(transactions, read -> {
            // Another council's stream is not found by its key among the caller's own.
            Stream<CouncilState, CouncilEvent> stream = store.load(read.transaction(), CouncilStreams.of(council));
            return shown.of(read.situation(), stream.state())
                    .<Response>map(body -> Answers.shown(body, part.tag(stream)))
                    .orElseGet(Answers::unknown);
        });
    }

    /**
     * The answer to a command.
     *
     * @param path where what it added is found from now on; asked for only if it added something
     * @param part what it added or changed
     */
    static Response answer(
            Outcome<CouncilState, CouncilEvent> outcome, Supplier<String> path, Supplier<Part> part, Shown shown) {
        return Answers.of(
                outcome,
                _ -> path.get(),
                stream -> part.get().tag(stream),
                (situation, stream) -> shown.of(situation, stream.state()).orElseThrow());
    }
}
