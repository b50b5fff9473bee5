package uk.concordat.council.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.authority.AuthorityLine;
import uk.concordat.protocols.authority.CallerKind;

/** Who may do what in this service. What a post may do, whoever holds a post of that role today may. */
public enum Authority implements AuthorityLine {
    READ(
            "read the council: profile, protocol, calendar, people, posts, groups, wards, bodies, elections",
            "any member or officer of that council",
            "as if there were none"),
    SET(
            "set what the protocol leaves to the council",
            GenericRole.HEAD_OF_PAID_SERVICE,
            "`settings.changedBy`",
            "settings-not-yours-to-change"),
    ADOPT(
            "write down which protocol the council adopts, or withdraw that while it is ahead",
            GenericRole.HEAD_OF_PAID_SERVICE,
            "`adoption.by`",
            "protocol-not-yours-to-adopt"),
    PROCLAIM("proclaim a day on which the council does not work", GenericRole.MEMBER_SERVICES, "member-services-only"),
    WITHDRAW("withdraw such a day while it is ahead", GenericRole.MEMBER_SERVICES, "member-services-only"),
    CLOSE("close the council's offices for days", GenericRole.MEMBER_SERVICES, "member-services-only"),
    OPEN(
            "withdraw such a closure while all of it is ahead, or shorten it while some of it is",
            GenericRole.MEMBER_SERVICES,
            "member-services-only"),
    LOAD(
            "load the council's files, or try what they would change",
            Set.of(CallerKind.OPERATOR, CallerKind.INTEGRATION),
            List.of(
                    "an operator, for the councils that their token's issuer speaks for",
                    "an integration of that council with the scope `people:import`"),
            Optional.empty(),
            "operators-only"),
    PROVISION(
            "speak as the council's directory, by SCIM",
            Set.of(CallerKind.INTEGRATION),
            List.of("an integration of that council with the scope `people:provision`"),
            Optional.empty(),
            "directories-only"),
    LOSSES(
            "see what the directory says and the register does not follow",
            Set.of(CallerKind.OPERATOR),
            List.of("an operator, for the councils that their token's issuer speaks for"),
            Optional.empty(),
            "operators-only");

    private final String act;
    private final Set<CallerKind> callers;
    private final List<String> who;
    private final Optional<GenericRole> role;
    private final String toOthers;

    Authority(String act, String anybody, String toOthers) {
        this(act, Set.of(CallerKind.PERSON), List.of(anybody), Optional.empty(), toOthers);
    }

    Authority(String act, GenericRole role, String toOthers) {
        this(
                act,
                Set.of(CallerKind.PERSON),
                List.of("whoever holds a post with the role `%s` of that council".formatted(role.code())),
                Optional.of(role),
                toOthers);
    }

    /** @param named where a pack names the roles of those who may; the role is for packs that name none, and for no pack */
    Authority(String act, GenericRole role, String named, String toOthers) {
        this(
                act,
                Set.of(CallerKind.PERSON),
                List.of(
                        "whoever holds a post with a role that the protocol in force names (%s in its pack), or `%s` where it names none"
                                .formatted(named, role.code())),
                Optional.of(role),
                toOthers);
    }

    Authority(String act, Set<CallerKind> callers, List<String> who, Optional<GenericRole> role, String toOthers) {
        this.act = act;
        this.callers = callers;
        this.who = who;
        this.role = role;
        this.toOthers = toOthers;
    }

    /** Whether somebody may do it whose posts of today carry these generic roles. */
    boolean isFor(Collection<String> roles) {
        return role.map(GenericRole::code).map(roles::contains).orElseGet(() -> callers.contains(CallerKind.PERSON));
    }

    /** The roles that may do it, of which the protocol in force may name others. */
    List<String> rolesOr(Optional<List<String>> named) {
        return named.orElseGet(() -> role.map(GenericRole::code).stream().toList());
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
