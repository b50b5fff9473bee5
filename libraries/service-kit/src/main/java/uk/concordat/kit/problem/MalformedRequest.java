package uk.concordat.kit.problem;

/** A request that cannot be understood; it never reaches the domain. */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public MalformedRequest(String code, String detail) {
        this(Problem.of(400, code, detail));
    }

    public MalformedRequest(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
