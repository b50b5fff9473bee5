package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.council.domain.ProvisioningRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.people.PersonId;

/**
 * What comes of what a directory says of a person. Where it feeds the register, that follows; else only what the
 * directory alone knows is kept, and the rest stands beside the register as a loss.
 */
final class ProvisionedPeople {

    private final CouncilState state;
    private final ProvisioningSituation situation;

    private ProvisionedPeople(CouncilState state, ProvisioningSituation situation) {
        this.state = state;
        this.situation = situation;
    }

    static Decision<CouncilEvent, ProvisioningRefusal> provision(ProvisionPerson command, CouncilState state) {
        return new ProvisionedPeople(state, command.situation()).provision(command);
    }

    static Decision<CouncilEvent, ProvisioningRefusal> withdraw(WithdrawPerson command, CouncilState state) {
        return new ProvisionedPeople(state, command.situation()).withdraw(command);
    }

    static boolean isInOffice(Person person, LocalDate today, CouncilState state) {
        return !person.from().isAfter(today)
                && Provisioned.shown(person, state.provisioning().find(person.id()), today)
                        .active();
    }

    private Decision<CouncilEvent, ProvisioningRefusal> provision(ProvisionPerson command) {
        DirectoryEntry entry = command.entry();
        Optional<PersonId> target = command.of().or(() -> whomItHadWithdrawn(entry));
        Optional<Person> known = target.flatMap(state::person);
        if (command.of().isPresent()
                && (known.isEmpty() || isWithdrawn(command.of().get()))) {
            return unknown();
        }
        PersonId id = target.orElse(command.newId());
        Optional<ProvisioningRefusal> refusal = refusal(command, entry, id, known);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        boolean feeds = known.isEmpty() || feeds(id);
        Person before = known.orElseGet(() -> somebodyNew(id, entry, command.kind()));
        boolean wasShownOnly =
                !feeds && !command.whole() && state.provisioning().find(id).isEmpty();
        Told told = new Told(wasShownOnly ? entry.unlike(before) : entry, feeds, false);
        return recorded(before, feeds ? fed(before, entry) : before, told, known.isEmpty());
    }

    private Decision<CouncilEvent, ProvisioningRefusal> withdraw(WithdrawPerson command) {
        PersonId id = command.of();
        Optional<Person> known = state.person(id);
        if (known.isEmpty() || isWithdrawn(id)) {
            return unknown();
        }
        Person before = known.get();
        DirectoryEntry entry = state.provisioning()
                .find(id)
                .map(Provisioned::entry)
                .orElseGet(() -> DirectoryEntry.of(before, false))
                .with(false);
        boolean feeds = feeds(id);
        Decision<CouncilEvent, ProvisioningRefusal> withdrawn = recorded(
                before,
                feeds ? InOffice.ended(before, situation.today()) : before,
                new Told(entry, feeds, true),
                false);
        return switch (withdrawn) {
            case Decision.Refused<CouncilEvent, ProvisioningRefusal> refused -> refused;
            case Decision.Accepted<CouncilEvent, ProvisioningRefusal>(List<CouncilEvent> events) ->
                new Decision.Accepted<>(Stream.concat(events.stream(), ProvisionedGroups.left(command, state).stream())
                        .toList());
        };
    }

    private record Told(DirectoryEntry entry, boolean feeds, boolean withdrawn) {}

    private Decision<CouncilEvent, ProvisioningRefusal> recorded(
            Person before, Person after, Told told, boolean isNew) {
        List<CouncilEvent> events = new ArrayList<>();
        if (isNew || !after.equals(before)) {
            ChangedPerson changed = new ChangedPerson(state, after, situation);
            if (!changed.faults().isEmpty()) {
                return Decision.refuse(new ProvisioningRefusal(
                        Reason.COUNCIL_WOULD_NOT_HOLD_TOGETHER,
                        "The council's groups, wards or bodies would no longer hold together: "
                                + changed.faults().getFirst()));
            }
            events.add(PersonRecorded.of(after));
            events.addAll(changed.events());
        }
        if (isNews(after.id(), told)) {
            events.add(
                    new PersonProvisioned(after.id(), told.entry(), told.feeds(), told.withdrawn(), situation.now()));
        }
        return new Decision.Accepted<>(events);
    }

    private boolean isNews(PersonId id, Told told) {
        return state.provisioning()
                .find(id)
                .filter(known -> known.entry().equals(told.entry())
                        && known.feeds() == told.feeds()
                        && known.withdrawn() == told.withdrawn())
                .isEmpty();
    }

    private static Decision<CouncilEvent, ProvisioningRefusal> unknown() {
        return Decision.refuse(new ProvisioningRefusal(Reason.UNKNOWN, "There is no such user."));
    }

    private boolean isWithdrawn(PersonId id) {
        return state.provisioning().isWithdrawn(id);
    }

    /**
     * People are never deleted: whom the directory had withdrawn and now speaks of again is the same person. Its own id of
     * them says so before the name, which it may give to somebody else.
     */
    private Optional<PersonId> whomItHadWithdrawn(DirectoryEntry entry) {
        return entry.externalId()
                .flatMap(state.provisioning()::withdrawnOfExternalId)
                .or(() -> state.provisioning()
                        .named(entry.userName())
                        .filter(this::isWithdrawn)
                        .filter(named -> mayBe(named, entry)));
    }

    private boolean mayBe(PersonId named, DirectoryEntry entry) {
        Optional<String> before =
                state.provisioning().find(named).flatMap(known -> known.entry().externalId());
        return before.isEmpty() || entry.externalId().isEmpty() || before.equals(entry.externalId());
    }

    /** A person whom only the directory has spoken of is fed by it, whoever is the master of the others. */
    private boolean feeds(PersonId id) {
        return situation.master() == PeopleMaster.SCIM
                || state.provisioning().find(id).filter(Provisioned::feeds).isPresent();
    }

    private Optional<ProvisioningRefusal> refusal(
            ProvisionPerson command, DirectoryEntry entry, PersonId id, Optional<Person> known) {
        if (isAnothers(state.provisioning().named(entry.userName()), id)) {
            return refuse(Reason.NAME_TAKEN, "Another user has that userName, or had it when they were deleted.");
        }
        if (entry.externalId()
                .filter(said -> isAnothers(state.provisioning().ofExternalId(said), id))
                .isPresent()) {
            return refuse(Reason.EXTERNAL_ID_TAKEN, "Another user has that externalId.");
        }
        if (entry.manager()
                .flatMap(state.provisioning()::referredTo)
                .filter(id::equals)
                .isPresent()) {
            return refuse(Reason.OWN_MANAGER, "Nobody is their own manager.");
        }
        return known.isEmpty() && PersonKind.isIndependentMember(kind(entry, command.kind()))
                ? refuse(
                        Reason.KIND_OF_THE_FILES,
                        "An independent member is named in the council's files, with the body that they are of.")
                : Optional.empty();
    }

    private static boolean isAnothers(Optional<PersonId> holder, PersonId id) {
        return holder.filter(other -> !other.equals(id)).isPresent();
    }

    private static Optional<ProvisioningRefusal> refuse(Reason reason, String detail) {
        return Optional.of(new ProvisioningRefusal(reason, detail));
    }

    /** Directories call every employee a member: members are those of the files. */
    private static String kind(DirectoryEntry entry, String unlessSaid) {
        return entry.userType()
                .filter(PersonKind.OFFICER.code()::equalsIgnoreCase)
                .map(_ -> PersonKind.OFFICER.code())
                .orElse(unlessSaid);
    }

    private Person somebodyNew(PersonId id, DirectoryEntry entry, String kind) {
        Person from = new Person(
                id,
                entry.userName(),
                entry.shownName(),
                kind(entry, kind),
                Optional.empty(),
                entry.email(),
                situation.today(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        return entry.active() ? from : InOffice.neverBegun(from, situation.today());
    }

    /** What somebody is to the council, and what they stand for, no directory changes. */
    private Person fed(Person before, DirectoryEntry entry) {
        Person named = new Person(
                before.id(),
                entry.userName(),
                entry.shownName(),
                before.kind(),
                before.group(),
                entry.email(),
                before.from(),
                before.to(),
                before.employment(),
                before.appointedTo(),
                before.allocations(),
                before.past(),
                before.earlierGroups());
        LocalDate today = situation.today();
        Optional<Provisioned> provisioned = state.provisioning().find(before.id());
        boolean wasActive = provisioned
                .map(known -> known.isActiveAs(before, today))
                .orElseGet(() -> Provisioned.isActive(before, today));
        if (wasActive == entry.active()) {
            return named;
        }
        return entry.active() ? InOffice.begunAgain(named, today) : InOffice.ended(named, today);
    }
}
