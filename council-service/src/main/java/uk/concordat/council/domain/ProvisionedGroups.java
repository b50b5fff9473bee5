package uk.concordat.council.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
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
        Optional<ProvisioningRefusal> refusal = refusal(group, known, state);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        List<CouncilEvent> events = new ArrayList<>();
        Instant now = command.situation().now();
        known.map(before -> group.since(before, now))
                .orElseGet(() -> Optional.of(group.recorded(now)))
                .ifPresent(events::add);
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
                smaller.since(group, situation.now()).ifPresent(events::add);
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

    private static Decision<CouncilEvent, ProvisioningRefusal> unknown() {
        return Decision.refuse(new ProvisioningRefusal(Reason.UNKNOWN, "There is no such group."));
    }

    private static Decision<CouncilEvent, ProvisioningRefusal> with(
            List<CouncilEvent> events,
            Optional<String> key,
            List<PersonId> before,
            List<PersonId> members,
            ProvisioningSituation situation,
            CouncilState state) {
        Decision<CouncilEvent, ProvisioningRefusal> ofPost = key.map(
                        post -> new PostOfGroup(post, before, members, situation, state).told())
                .orElseGet(() -> new Decision.Accepted<>(List.of()));
        return switch (ofPost) {
            case Decision.Refused<CouncilEvent, ProvisioningRefusal> refused -> refused;
            case Decision.Accepted<CouncilEvent, ProvisioningRefusal>(List<CouncilEvent> changed) ->
                new Decision.Accepted<>(
                        Stream.concat(events.stream(), changed.stream()).toList());
        };
    }

    private static Optional<ProvisioningRefusal> refusal(
            DirectoryGroup group, Optional<DirectoryGroup> before, CouncilState state) {
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
        Set<PersonId> members = before.map(known -> Set.copyOf(known.members())).orElse(Set.of());
        return group.members().stream().allMatch(member -> members.contains(member) || isThere(member, state))
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
