package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.ProvisioningEvent.GroupProvisioned;
import uk.concordat.council.domain.ProvisioningEvent.GroupWithdrawn;
import uk.concordat.council.domain.ProvisioningRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.people.PersonId;

/** What comes of what a directory says of a group: it is kept, and the post it stands for, if any, gets its holder. */
final class ProvisionedGroups {

    private ProvisionedGroups() {}

    static Decision<CouncilEvent, ProvisioningRefusal> provision(ProvisionGroup command, CouncilState state) {
        Optional<DirectoryGroup> known =
                state.provisioning().group(command.group().id());
        DirectoryGroup group = known.map(before -> withoutWhoHasGone(command.group(), before, state))
                .orElse(command.group());
        if (!command.isNew() && known.isEmpty()) {
            return unknown();
        }
        Optional<ProvisioningRefusal> refusal = refusal(group, state);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        List<CouncilEvent> events = new ArrayList<>();
        if (known.filter(group::equals).isEmpty()) {
            events.add(new GroupProvisioned(
                    group.id(),
                    group.displayName(),
                    group.externalId(),
                    group.members(),
                    command.situation().now()));
        }
        List<PersonId> before = known.map(DirectoryGroup::members).orElse(List.of());
        return with(events, command.post(), before, group.members(), command.situation(), state);
    }

    static Decision<CouncilEvent, ProvisioningRefusal> withdraw(WithdrawGroup command, CouncilState state) {
        Optional<DirectoryGroup> known = state.provisioning().group(command.of());
        if (known.isEmpty()) {
            return unknown();
        }
        List<CouncilEvent> events = new ArrayList<>();
        events.add(new GroupWithdrawn(command.of(), command.situation().now()));
        return with(events, command.post(), known.get().members(), List.of(), command.situation(), state);
    }

    /** What it means for groups, and the posts they stand for, that the directory no longer speaks of one of their members. */
    static List<CouncilEvent> left(WithdrawPerson command, CouncilState state) {
        ProvisioningSituation situation = command.situation();
        List<CouncilEvent> events = new ArrayList<>();
        Map<String, Post> posts = new TreeMap<>();
        for (DirectoryGroup group : state.provisioning().allGroups()) {
            if (group.members().contains(command.of())) {
                DirectoryGroup smaller = group.without(Set.of(command.of()));
                events.add(new GroupProvisioned(
                        smaller.id(), smaller.displayName(), smaller.externalId(), smaller.members(), situation.now()));
                Optional.ofNullable(command.posts().get(group.id()))
                        .flatMap(state.posts()::find)
                        .ifPresent(post -> posts.put(
                                post.key(), new HeldPost(post, situation.today()).left(List.of(command.of()))));
            }
        }
        posts.values().stream()
                .filter(post -> !state.knows(post))
                .map(PostRecorded::new)
                .forEach(events::add);
        return events;
    }

    /** Groups once kept those whom the directory had withdrawn; it cannot take them out, since they are nobody to it. */
    private static DirectoryGroup withoutWhoHasGone(DirectoryGroup told, DirectoryGroup before, CouncilState state) {
        return told.without(before.members().stream()
                .filter(state.provisioning()::isWithdrawn)
                .collect(Collectors.toSet()));
    }

    private static boolean isInOffice(Person person, ProvisioningSituation situation, CouncilState state) {
        return !person.from().isAfter(situation.today())
                && Provisioned.shown(person, state.provisioning().find(person.id()), situation.today())
                        .active();
    }

    private static Decision<CouncilEvent, ProvisioningRefusal> unknown() {
        return Decision.refuse(new ProvisioningRefusal(Reason.UNKNOWN, "There is no such group."));
    }

    /** A group whose members stay the same changes no post, whatever else is said of it. */
    private static Decision<CouncilEvent, ProvisioningRefusal> with(
            List<CouncilEvent> events,
            Optional<String> key,
            List<PersonId> before,
            List<PersonId> members,
            ProvisioningSituation situation,
            CouncilState state) {
        if (key.isEmpty() || before.equals(members)) {
            return new Decision.Accepted<>(events);
        }
        Optional<Post> post = key.flatMap(state.posts()::find);
        if (post.isEmpty()) {
            return refuse(Reason.NO_SUCH_POST, "The group stands for a post that the council does not have.");
        }
        if (members.size() > 1) {
            return refuse(
                    Reason.SEVERAL_HOLDERS, "The group stands for a post, which one person holds: give it one member.");
        }
        Optional<Person> holder = members.stream().findFirst().flatMap(state::person);
        if (holder.filter(person -> !isInOffice(person, situation, state)).isPresent()) {
            return refuse(Reason.NOT_IN_OFFICE, "The group stands for a post, and its member is not in office today.");
        }
        HeldPost held = new HeldPost(post.get(), situation.today());
        if (holder.isEmpty()) {
            return accepted(events, post.get(), held.left(before));
        }
        if (held.isClosedTo(holder.get())) {
            return refuse(
                    Reason.POST_CLOSED,
                    "A member holds no politically restricted post and none with an officer's role, an officer none with a"
                            + " member's, and nobody one whose deputy they are.");
        }
        Post after = held.by(holder.get().id());
        if (!PersonKind.isOfficer(holder.get().kind())
                && LineChecks.isOfficerUnderMember(state.with(after), situation.today())) {
            return refuse(Reason.POST_CLOSED, "Officers' posts stand under that post, which no member holds.");
        }
        return accepted(events, post.get(), after);
    }

    private static Decision<CouncilEvent, ProvisioningRefusal> accepted(
            List<CouncilEvent> events, Post before, Post after) {
        if (!after.equals(before)) {
            events.add(new PostRecorded(after));
        }
        return new Decision.Accepted<>(events);
    }

    private static Decision<CouncilEvent, ProvisioningRefusal> refuse(Reason reason, String detail) {
        return Decision.refuse(new ProvisioningRefusal(reason, detail));
    }

    private static Optional<ProvisioningRefusal> refusal(DirectoryGroup group, CouncilState state) {
        List<DirectoryGroup> others = state.provisioning().allGroups().stream()
                .filter(other -> !isSame(other, group.id()))
                .toList();
        if (others.stream().anyMatch(other -> other.displayName().equalsIgnoreCase(group.displayName()))) {
            return Optional.of(new ProvisioningRefusal(Reason.NAME_TAKEN, "Another group has that displayName."));
        }
        if (group.externalId().isPresent()
                && others.stream().anyMatch(other -> other.externalId().equals(group.externalId()))) {
            return Optional.of(new ProvisioningRefusal(Reason.EXTERNAL_ID_TAKEN, "Another group has that externalId."));
        }
        return group.members().stream().allMatch(member -> isThere(member, state))
                ? Optional.empty()
                : Optional.of(new ProvisioningRefusal(
                        Reason.NO_SUCH_MEMBER, "Members are users of the council, by their ids."));
    }

    private static boolean isSame(DirectoryGroup group, UUID id) {
        return group.id().equals(id);
    }

    private static boolean isThere(PersonId member, CouncilState state) {
        return state.person(member).isPresent() && !state.provisioning().isWithdrawn(member);
    }
}
