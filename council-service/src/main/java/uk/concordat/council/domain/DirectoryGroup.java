package uk.concordat.council.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.protocols.people.PersonId;

/** A group of a council's directory. It is none of the council's own, which are political; it may stand for a post. */
public record DirectoryGroup(UUID id, String displayName, Optional<String> externalId, List<PersonId> members) {

    public DirectoryGroup {
        members = members.stream().distinct().toList();
    }

    /** Its one member; empty where it has none or several. */
    Optional<PersonId> onlyMember() {
        return members.size() == 1 ? Optional.of(members.getFirst()) : Optional.empty();
    }

    DirectoryGroup without(Set<PersonId> people) {
        return new DirectoryGroup(
                id,
                displayName,
                externalId,
                members.stream().filter(member -> !people.contains(member)).toList());
    }
}
