package uk.concordat.kit.command;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.problem.Problem;

/** Outcomes as HTTP answers them. */
public final class Answers {

    private Answers() {}

    /**
     * @param collection the path of the cases, for {@code Location}
     * @param show the case as this caller may see it
     */
    public static <S, E> Response of(
            Outcome<S, E> outcome, String collection, BiFunction<Situation, Stream<S, E>, ?> show) {
        return of(outcome, stream -> collection + "/" + stream.id(), show);
    }

    /**
     * @param path where it is found, for {@code Location}; asked for only if something new has begun
     * @param show it as this caller may see it
     */
    public static <S, E> Response of(
            Outcome<S, E> outcome, Function<Stream<S, E>, String> path, BiFunction<Situation, Stream<S, E>, ?> show) {
        return of(outcome, path, ETag::of, show);
    }

    /**
     * Likewise, of a part of a stream.
     *
     * @param tag of the part that was changed
     */
    public static <S, E> Response of(
            Outcome<S, E> outcome,
            Function<Stream<S, E>, String> path,
            Function<Stream<S, E>, ETag> tag,
            BiFunction<Situation, Stream<S, E>, ?> show) {
        return switch (outcome) {
            case Outcome.Unknown<S, E> _ -> unknown();
            case Outcome.KeyReused<S, E> _ ->
                Problem.of(
                                422,
                                "idempotency-key-reused",
                                "This Idempotency-Key came before with another body. Use a new key for a new request.")
                        .response();
            case Outcome.ConditionMissing<S, E> _ ->
                Problem.of(428, "if-match-missing", "Send in If-Match the ETag of what you saw, or * for it as it is.")
                        .response();
            case Outcome.ConditionStale<S, E> _ ->
                Problem.of(412, "if-match-stale", "It has changed since you saw it. Read it again, then decide.")
                        .response();
            case Outcome.Refused<S, E> refused -> Problem.of(refused.refusal()).response();
            case Outcome.Done<S, E> done -> done(done, path, tag, show);
        };
    }

    /** What is told of a case that does not exist and of one that the caller may not know of. */
    public static Response unknown() {
        return Problem.notFound().response();
    }

    /** A case as read. */
    public static Response shown(Object body, ETag etag) {
        return Response.ok(body)
                .header(HttpHeaders.ETAG, etag.header())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static <S, E> Response done(
            Outcome.Done<S, E> done,
            Function<Stream<S, E>, String> path,
            Function<Stream<S, E>, ETag> tag,
            BiFunction<Situation, Stream<S, E>, ?> show) {
        Response.ResponseBuilder response = Response.status(done.status())
                .entity(show.apply(done.situation(), done.stream()))
                .header(HttpHeaders.ETAG, tag.apply(done.stream()).header())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (done.status() == Response.Status.CREATED.getStatusCode()) {
            response.location(URI.create(path.apply(done.stream())));
        }
        return response.build();
    }
}
