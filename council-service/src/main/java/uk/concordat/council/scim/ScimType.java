package uk.concordat.council.scim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** What SCIM calls what is wrong with a request (RFC 7644, 3.12). */
enum ScimType {
    INVALID_FILTER("invalidFilter", 400),
    TOO_MANY("tooMany", 400),
    UNIQUENESS("uniqueness", 409),
    MUTABILITY("mutability", 400),
    INVALID_SYNTAX("invalidSyntax", 400),
    INVALID_PATH("invalidPath", 400),
    NO_TARGET("noTarget", 400),
    INVALID_VALUE("invalidValue", 400);

    /** Codes of problems of the edge that SCIM has a word for. */
    private static final Map<String, ScimType> OF_PROBLEMS =
            Map.of("broken-json", INVALID_SYNTAX, "body-missing", INVALID_SYNTAX);

    private final String code;
    private final int status;

    ScimType(String code, int status) {
        this.code = code;
        this.status = status;
    }

    String code() {
        return code;
    }

    MalformedRequest fault(String detail) {
        return new MalformedRequest(Problem.of(status, code, detail));
    }

    /** What SCIM calls a problem, if it calls it anything. */
    static Optional<ScimType> of(Problem problem) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(problem.code()))
                .findFirst()
                .or(() -> Optional.ofNullable(OF_PROBLEMS.get(problem.code())));
    }
}
