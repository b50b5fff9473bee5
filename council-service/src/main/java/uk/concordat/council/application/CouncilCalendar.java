package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import uk.concordat.council.domain.CloseOffices;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilRefusal;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.ProclaimNonWorkingDay;
import uk.concordat.council.domain.ShortenClosure;
import uk.concordat.council.domain.WithdrawClosure;
import uk.concordat.council.domain.WithdrawNonWorkingDay;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.command.Outcome;
import uk.concordat.kit.command.Situation;

/** The days on which a council does not work, proclaimed or closed, and withdrawn, by its member services. */
@ApplicationScoped
public class CouncilCalendar {

    /** A day as it was sent. */
    public record Sent(LocalDate day, String why, String source, Optional<String> reason) {}

    private final Council decider = new Council();
    private final CouncilCommands commands;

    public CouncilCalendar(CouncilCommands commands) {
        this.commands = commands;
    }

    /** @param sent reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> proclaim(String council, byte[] body, Supplier<Sent> sent) {
        return commands.where((_, _) -> true).add(CouncilStreams.of(council), body, (situation, state) -> {
            Sent day = sent.get();
            return decider.decide(
                    new ProclaimNonWorkingDay(
                            day.day(),
                            day.why(),
                            day.source(),
                            day.reason(),
                            situation.caller().id(),
                            state.rolesOf(situation.caller().id(), situation.today()),
                            situation.now()),
                    state);
        });
    }

    /** @param reason reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> withdraw(
            String council, LocalDate day, byte[] body, Supplier<String> reason) {
        return commands.where((state, _) -> state.proclamation(day).isPresent())
                .change(
                        CouncilStreams.of(council),
                        body,
                        Part.nonWorkingDay(day)::tag,
                        (situation, state) -> decider.decide(
                                new WithdrawNonWorkingDay(
                                        day,
                                        reason.get(),
                                        situation.caller().id(),
                                        state.rolesOf(situation.caller().id(), situation.today()),
                                        situation.now()),
                                state));
    }

    /** A closure as it was sent. */
    public record SentClosure(LocalDate from, LocalDate to, String why, String source, Optional<String> reason) {}

    /** @param sent reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> close(String council, byte[] body, Supplier<SentClosure> sent) {
        return commands.where((_, _) -> true).add(CouncilStreams.of(council), body, (situation, state) -> {
            SentClosure closure = sent.get();
            return decider.decide(
                    new CloseOffices(
                            closure.from(),
                            closure.to(),
                            closure.why(),
                            closure.source(),
                            closure.reason(),
                            situation.caller().id(),
                            state.rolesOf(situation.caller().id(), situation.today()),
                            situation.now()),
                    state);
        });
    }

    /** The last day of a closure as it was sent, and why. */
    public record SentLastDay(LocalDate to, String reason) {}

    /** @param sent reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> shortenClosure(
            String council, LocalDate from, byte[] body, Supplier<SentLastDay> sent) {
        return changeClosure(council, from, body, (situation, state) -> {
            SentLastDay lastDay = sent.get();
            return decider.decide(
                    new ShortenClosure(
                            from,
                            lastDay.to(),
                            lastDay.reason(),
                            situation.caller().id(),
                            state.rolesOf(situation.caller().id(), situation.today()),
                            situation.now()),
                    state);
        });
    }

    /** @param reason reads the body, when it is its turn */
    public Outcome<CouncilState, CouncilEvent> withdrawClosure(
            String council, LocalDate from, byte[] body, Supplier<String> reason) {
        return changeClosure(
                council,
                from,
                body,
                (situation, state) -> decider.decide(
                        new WithdrawClosure(
                                from,
                                reason.get(),
                                situation.caller().id(),
                                state.rolesOf(situation.caller().id(), situation.today()),
                                situation.now()),
                        state));
    }

    private Outcome<CouncilState, CouncilEvent> changeClosure(
            String council,
            LocalDate from,
            byte[] body,
            BiFunction<Situation, CouncilState, Decision<CouncilEvent, CouncilRefusal>> decide) {
        return commands.where((state, _) -> state.closures().from(from).isPresent())
                .change(CouncilStreams.of(council), body, Part.closure(from)::tag, decide);
    }
}
