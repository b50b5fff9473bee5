package uk.concordat.kit.problem;

/** The same request may succeed later, once an operator has put something right. */
public final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;

    /** @param detail for the caller: what is missing, without a name and without a word of the case */
    public NotNow(String code, String detail) {
        super(detail);
        this.code = code;
        this.detail = detail;
    }

    Problem problem() {
        return Problem.of(503, code, detail);
    }
}
