package uk.concordat.council.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** What people read of their own council; to people of another it does not exist. */
@ApplicationScoped
public class OfMyCouncil {

    private final Callers callers;
    private final Transactions transactions;

    public OfMyCouncil(Callers callers, Transactions transactions) {
        this.callers = callers;
        this.transactions = transactions;
    }

    /** @throws MalformedRequest as a 404 if it is not the caller's council, or there is no such thing in it */
    <T> RestResponse<T> read(String council, Function<Situation, Optional<T>> show) {
        return readWith(council, read -> show.apply(read.situation()));
    }

    /**
     * Likewise, as it is or was on a day.
     *
     * @param on the day; today in the council, where none is asked for
     * @throws MalformedRequest also if that is no day
     */
    <T> RestResponse<T> onDay(String council, @Nullable String on, BiFunction<Directory, LocalDate, Optional<T>> show) {
        return read(council, situation -> show.apply(situation.directory(), OnDay.of(on, situation.today())));
    }

    /** Likewise, for what the replica does not hold. */
    <T> RestResponse<T> readWith(String council, Function<Callers.Read, Optional<T>> show) {
        return callers.reading(
                transactions,
                read -> Optional.of(read)
                        .filter(each ->
                                each.situation().caller().council().key().equals(council))
                        .flatMap(show)
                        .map(body -> RestResponse.ResponseBuilder.ok(body)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build())
                        .orElseThrow(() -> new MalformedRequest(Problem.notFound())));
    }
}
