package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Supplier;
import uk.concordat.council.domain.AdoptProtocol;
import uk.concordat.council.domain.AdoptionRefusal;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.WithdrawAdoption;
import uk.concordat.kit.command.Outcome;
import uk.concordat.protocols.pack.PackId;

/** Which protocol a council goes by is written down, and taken back, by those of whom the one in force says so. */
@ApplicationScoped
public class AdoptingProtocols {

    /** An adoption as it was sent. */
    public record Sent(PackId pack, LocalDate from, String reason) {}

    private final Council decider = new Council();
    private final CouncilRules rules;
    private final CouncilCommands commands;

    public AdoptingProtocols(CouncilRules rules, CouncilCommands commands) {
        this.rules = rules;
        this.commands = commands;
    }

    /**
     * Whoever has just put a pack where packs are read is not told that there is none.
     *
     * @param sent reads the body, when it is its turn
     */
    public Outcome<CouncilState, CouncilEvent> adopt(String council, byte[] body, Supplier<Sent> sent) {
        Outcome<CouncilState, CouncilEvent> outcome = adoptKnown(council, body, sent);
        return isOfUnknownPack(outcome) && rules.hasCome(sent.get().pack()) ? adoptKnown(council, body, sent) : outcome;
    }

    private static boolean isOfUnknownPack(Outcome<CouncilState, CouncilEvent> outcome) {
        return outcome instanceof Outcome.Refused<CouncilState, CouncilEvent>(AdoptionRefusal refusal)
                && refusal.reason() == AdoptionRefusal.Reason.UNKNOWN_PACK;
    }

    private Outcome<CouncilState, CouncilEvent> adoptKnown(String council, byte[] body, Supplier<Sent> sent) {
        return commands.where((state, _) -> state.profile().isPresent())
                .add(CouncilStreams.of(council), body, (situation, state) -> {
                    Sent adoption = sent.get();
                    return decider.decide(
                            new AdoptProtocol(
                                    adoption.pack(),
                                    adoption.from(),
                                    adoption.reason(),
                                    rules.packs(),
                                    situation.caller().id(),
                                    state.rolesOf(situation.caller().id(), situation.today()),
                                    rules.on(situation.today(), state),
                                    situation.now()),
                            state);
                });
    }

    /** @param reason reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> withdraw(
            String council, LocalDate from, byte[] body, Supplier<String> reason) {
        return commands.where((state, _) -> isKnown(from, state))
                .change(
                        CouncilStreams.of(council),
                        body,
                        Part.adoption(from)::tag,
                        (situation, state) -> decider.decide(
                                new WithdrawAdoption(
                                        from,
                                        reason.get(),
                                        situation.caller().id(),
                                        state.rolesOf(situation.caller().id(), situation.today()),
                                        rules.on(situation.today(), state),
                                        situation.now()),
                                state));
    }

    /** Whether there is, or has been, an adoption from that day. */
    private static boolean isKnown(LocalDate from, CouncilState state) {
        return state.adoptions().lastOf(from).isPresent()
                || state.profile().stream()
                        .flatMap(profile -> profile.protocols().stream())
                        .map(Profile.Adopted::from)
                        .anyMatch(from::equals);
    }
}
