package uk.concordat.eventsourcing.inbox;

import org.jspecify.annotations.Nullable;

/** A failure as it may be logged: its class and where it arose, without its message, which may quote a person's words. */
final class DiscreetFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DiscreetFailure(Throwable failure) {
        super(failure.getClass().getName(), of(failure.getCause()));
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable DiscreetFailure of(@Nullable Throwable cause) {
        return cause == null ? null : new DiscreetFailure(cause);
    }
}
