package uk.concordat.kit.authority;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.authority.AuthorityLine;
import uk.concordat.protocols.authority.CallerKind;

/** Who may do what on every service alike. */
public enum SharedAuthority implements AuthorityLine {
    ME(
            "ask who one is here, and which posts one holds",
            Set.of(CallerKind.PERSON, CallerKind.OPERATOR),
            List.of("any member or officer, of themselves", "an operator, of themselves"),
            "no-person"),
    OPERATIONS(
            "see to records that wait, views and what was sent; no case is shown",
            Set.of(CallerKind.OPERATOR),
            List.of("an operator, for the councils that their token's issuer speaks for"),
            "operators-only");

    private static final String OPERATED = "/operations/";
    private static final String OF_ONESELF = "/me";

    private final String act;
    private final Set<CallerKind> callers;
    private final List<String> who;
    private final String toOthers;

    SharedAuthority(String act, Set<CallerKind> callers, List<String> who, String toOthers) {
        this.act = act;
        this.callers = callers;
        this.who = who;
        this.toOthers = toOthers;
    }

    /** The line that a path of the kit stands under; empty for a path of the service's own. */
    public static Optional<SharedAuthority> ofPath(String path) {
        if (path.startsWith(OPERATED)) {
            return Optional.of(OPERATIONS);
        }
        return path.equals(OF_ONESELF) ? Optional.of(ME) : Optional.empty();
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String act() {
        return act;
    }

    @Override
    public Set<CallerKind> callers() {
        return callers;
    }

    @Override
    public List<String> who() {
        return who;
    }

    @Override
    public String toOthers() {
        return toOthers;
    }
}
