package uk.concordat.council.domain;

import java.time.LocalDate;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.eventsourcing.decider.Decider;
import uk.concordat.eventsourcing.decider.Decision;

/** A council's profile, people and posts, who makes it up, and the days on which it does not work. */
public final class Council implements Decider<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> {

    /** When files were taken in of which it was not kept when: before anything that asks. */
    private static final LocalDate BEFORE_DAYS_WERE_KEPT = LocalDate.of(2000, 1, 1);

    @Override
    public CouncilState initial() {
        return CouncilState.unknown();
    }

    @Override
    public Decision<CouncilEvent, CouncilRefusal> decide(CouncilCommand command, CouncilState state) {
        return switch (command) {
            case ImportFiles files -> Decision.widened(take(files, state));
            case ProclaimNonWorkingDay day -> Decision.widened(NonWorkingDays.proclaim(day, state));
            case WithdrawNonWorkingDay day -> Decision.widened(NonWorkingDays.withdraw(day, state));
            case ChangeSettings change -> Decision.widened(SettingsRules.change(change, state));
            case CloseOffices close -> Decision.widened(ClosureRules.close(close, state));
            case ShortenClosure shorten -> Decision.widened(ClosureRules.shorten(shorten, state));
            case WithdrawClosure withdraw -> Decision.widened(ClosureRules.withdraw(withdraw, state));
            case AdoptProtocol adopt -> Decision.widened(AdoptionRules.adopt(adopt, state));
            case WithdrawAdoption withdraw -> Decision.widened(AdoptionRules.withdraw(withdraw, state));
            case ProvisioningCommand provisioning -> Decision.widened(provision(provisioning, state));
        };
    }

    /** As {@link #decide} does, for who tells every fault of the files. */
    public Decision<CouncilEvent, ImportRefusal> take(ImportFiles files, CouncilState state) {
        return TakenFiles.decide(files, state);
    }

    /** As {@link #decide} does, for who answers the directory. */
    public Decision<CouncilEvent, ProvisioningRefusal> provision(ProvisioningCommand command, CouncilState state) {
        return switch (command) {
            case ProvisionPerson person -> ProvisionedPeople.provision(person, state);
            case WithdrawPerson person -> ProvisionedPeople.withdraw(person, state);
            case ProvisionGroup group -> ProvisionedGroups.provision(group, state);
            case WithdrawGroup group -> ProvisionedGroups.withdraw(group, state);
        };
    }

    @Override
    public CouncilState evolve(CouncilState state, CouncilEvent event) {
        return switch (event) {
            case ProfileRecorded(Profile profile, var on) ->
                state.with(profile)
                        .with(state.settings().withFiles(profile.settings(), on.orElse(BEFORE_DAYS_WERE_KEPT)));
            case SettingsChanged changed -> state.with(state.settings().with(changed));
            case PersonRecorded recorded -> state.with(recorded.person());
            case PostRecorded(Post post) -> state.with(post);
            case NonWorkingDayProclaimed day ->
                state.with(
                        day.day(),
                        Proclamation.of(day),
                        profile -> profile.closed(
                                new Profile.ClosedDay(day.day(), day.why(), day.source()), day.version()));
            case NonWorkingDayWithdrawn day ->
                state.proclamation(day.day())
                        .map(proclamation -> state.with(
                                day.day(),
                                proclamation.withdrawn(day),
                                profile -> profile.open(day.day(), day.version())))
                        .orElse(state);
            case AdoptionEvent act -> state.with(act);
            case ClosureEvent closure -> state.with(closure);
            case CompositionEvent changed -> state.with(state.composition().with(changed));
            case ProvisioningEvent told -> state.with(state.provisioning().with(told));
        };
    }
}
