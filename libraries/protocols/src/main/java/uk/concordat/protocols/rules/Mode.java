package uk.concordat.protocols.rules;

/** How far a rule binds. {@code rules.csv} gives it in its column {@code mode}. */
public enum Mode {
    /** A command that breaks the rule is refused, citing the paragraph. */
    MUST,
    /** A command that breaks the rule is accepted only with a recorded reason, and the departure is an event. */
    SHOULD,
    /** Permitted, never required. */
    MAY,
    /** The table gives none: the rule is wholly our reading, or describes and asks nothing. It binds nobody. */
    NONE;

    /** @throws IllegalArgumentException if the column names none */
    public static Mode of(String column) {
        return switch (column) {
            case "must" -> MUST;
            case "should" -> SHOULD;
            case "may" -> MAY;
            case "-" -> NONE;
            default -> throw new IllegalArgumentException("Not a mode (must, should, may or -): " + column);
        };
    }
}
