package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.council.domain.ChangeSettings;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.kit.command.Outcome;

/** What a council sets for itself is changed by those of whom its protocol says so. */
@ApplicationScoped
public class ChangingSettings {

    /** Settings as they were sent. */
    public record Sent(CouncilSettings settings, Optional<LocalDate> from, String reason) {}

    private final Council decider = new Council();
    private final CouncilRules rules;
    private final CouncilCommands commands;

    public ChangingSettings(CouncilRules rules, CouncilCommands commands) {
        this.rules = rules;
        this.commands = commands;
    }

    /** @param sent reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> change(String council, byte[] body, Supplier<Sent> sent) {
        return commands.where((state, _) -> state.profile().isPresent())
                .change(CouncilStreams.of(council), body, Part.settings()::tag, (situation, state) -> {
                    Sent settings = sent.get();
                    LocalDate from = settings.from().orElse(situation.today());
                    return decider.decide(
                            new ChangeSettings(
                                    settings.settings(),
                                    from,
                                    settings.reason(),
                                    situation.caller().id(),
                                    state.rolesOf(situation.caller().id(), situation.today()),
                                    rules.on(situation.today(), state),
                                    rules.on(from, state),
                                    situation.now()),
                            state);
                });
    }
}
