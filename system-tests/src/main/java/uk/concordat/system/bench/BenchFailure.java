package uk.concordat.system.bench;

/** There are no figures, or they would say nothing; the message says why and what to do. */
final class BenchFailure extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BenchFailure(String message) {
        super(message);
    }

    BenchFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
