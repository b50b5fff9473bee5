package uk.concordat.eventsourcing.store;

import java.util.function.Supplier;

/** A stream that was asked for in a round trip; it is there once that has been sent. */
public final class Loading<S, E> {

    private final Supplier<Stream<S, E>> found;

    Loading(Supplier<Stream<S, E>> found) {
        this.found = found;
    }

    /** @throws IllegalStateException if the round trip has not been sent yet */
    public Stream<S, E> stream() {
        return found.get();
    }
}
