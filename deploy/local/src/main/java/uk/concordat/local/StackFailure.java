package uk.concordat.local;

/** The local stack cannot do what was asked; the message says why and what to do. */
public final class StackFailure extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
