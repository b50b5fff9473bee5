package uk.concordat.notification.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.concordat.protocols.authority.AuthorityLine;
import uk.concordat.protocols.authority.CallerKind;

/** Who may do what in this service: everybody sees to what is their own, and nobody to what is another's. */
public enum Authority implements AuthorityLine {
    BE_TOLD("read what one has been told", "is not among theirs", Who.TOLD),
    MARK("mark it as read or not", "as if there were none", Who.TOLD),
    OWE("find what one owes, and by when", "is not among theirs", Who.HOLDER, Who.IN_PERSON),
    PREFER("say whether one is told by mail too", "nobody is asked for another", Who.ONESELF);

    /** Whom the table speaks of. */
    public enum Who {
        TOLD("whom it was told"),
        HOLDER("whoever holds the post that owes it"),
        IN_PERSON("the member who owes it in person"),
        ONESELF("any member or officer, for themselves");

        private final String words;

        Who(String words) {
            this.words = words;
        }
    }

    private final String act;
    private final String toOthers;
    private final List<Who> who;

    Authority(String act, String toOthers, Who... who) {
        this.act = act;
        this.toOthers = toOthers;
        this.who = List.of(who);
    }

    public boolean isFor(Who somebody) {
        return who.contains(somebody);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String act() {
        return act;
    }

    @Override
    public Set<CallerKind> callers() {
        return Set.of(CallerKind.PERSON);
    }

    @Override
    public List<String> who() {
        return who.stream().map(each -> each.words).toList();
    }

    @Override
    public String toOthers() {
        return toOthers;
    }
}
