package uk.concordat.council.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.council.domain.ProvisioningEvent.GroupMembersChanged;
import uk.concordat.council.domain.ProvisioningEvent.GroupProvisioned;
import uk.concordat.protocols.people.PersonId;

/** A group of a council's directory. It is none of the council's own, which are political; it may stand for a post. */
public record DirectoryGroup(UUID id, String displayName, Optional<String> externalId, List<PersonId> members) {

    public DirectoryGroup {
        members = List.copyOf(members);
    }

    /** Of a directory that may name somebody twice. */
    public static DirectoryGroup of(UUID id, String displayName, Optional<String> externalId, List<PersonId> members) {
        return new DirectoryGroup(
                id, displayName, externalId, members.stream().distinct().toList());
    }

    /** Its one member; empty where it has none or several. */
    Optional<PersonId> onlyMember() {
        return members.size() == 1 ? Optional.of(members.getFirst()) : Optional.empty();
    }

    DirectoryGroup without(Collection<PersonId> people) {
        Set<PersonId> gone = Set.copyOf(people);
        return with(members.stream().filter(member -> !gone.contains(member)).toList());
    }

    DirectoryGroup with(GroupMembersChanged change) {
        List<PersonId> changed = new ArrayList<>(
                change.left().isEmpty() ? members : without(change.left()).members());
        changed.addAll(change.joined());
        return with(changed);
    }

    private DirectoryGroup with(List<PersonId> others) {
        return new DirectoryGroup(id, displayName, externalId, others);
    }

    /**
     * What is to be recorded of it, in few words: a group of thousands to which they come one by one would else be written
     * down thousands of times. Empty where nothing is new; in which order members are told is not.
     */
    Optional<ProvisioningEvent> since(DirectoryGroup before, Instant now) {
        List<PersonId> joined = notIn(before.members(), members);
        List<PersonId> left = notIn(members, before.members());
        if (!displayName.equals(before.displayName()) || !externalId.equals(before.externalId())) {
            return Optional.of(recorded(now));
        }
        if (joined.isEmpty() && left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                joined.size() + left.size() < members.size()
                        ? new GroupMembersChanged(id, joined, left, now)
                        : recorded(now));
    }

    ProvisioningEvent recorded(Instant now) {
        return new GroupProvisioned(id, displayName, externalId, members, now);
    }

    private static List<PersonId> notIn(List<PersonId> some, List<PersonId> others) {
        Set<PersonId> known = new HashSet<>(some);
        return others.stream().filter(member -> !known.contains(member)).toList();
    }
}
