package uk.concordat.kit.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.people.PersonId;

/** Who is Leader of the Opposition on a day, or why that cannot be said. */
public sealed interface Opposition {

    /** The council has said who it is; nobody of the administration leads the opposition. */
    record Named(PersonId person) implements Opposition {}

    /** Who leads the largest group outside the administration; empty while nobody leads it. */
    record LeaderOfTheLargest(GroupDocument group, Optional<PersonId> leader) implements Opposition {}

    /** The largest groups outside the administration are of one size. */
    record Tied(List<GroupDocument> groups) implements Opposition {}

    /** No group is outside the administration. */
    record NoOtherGroup() implements Opposition {}

    /** Which groups are the administration is not known. */
    record AdministrationNotKnown() implements Opposition {}

    /** The protocol does not say, and the council has named nobody. */
    record NotInTheProtocol() implements Opposition {}

    /** @param terms what the protocol in force says of groups, if it does */
    static Opposition on(LocalDate day, Composition composition, Optional<GroupTerms> terms) {
        List<GroupDocument> groups = composition.groups(day);
        Optional<PersonId> named = outside(groups, day)
                .flatMap(group -> composition.having(group, GroupPart.LEADER_OF_THE_OPPOSITION, day).stream())
                .findFirst();
        if (named.isPresent()) {
            return new Named(named.get());
        }
        if (terms.flatMap(GroupTerms::leaderOfTheOpposition).isEmpty()) {
            return new NotInTheProtocol();
        }
        if (groups.stream().noneMatch(group -> group.isAdministrationOn(day))) {
            return new AdministrationNotKnown();
        }
        return ofTheLargest(groups, day, composition);
    }

    /** Normally the leader of the largest group that is not part of the administration (HAR-06), by its councillors. */
    private static Opposition ofTheLargest(List<GroupDocument> groups, LocalDate day, Composition composition) {
        int size = outside(groups, day)
                .mapToInt(group -> composition.councillors(group, day).size())
                .max()
                .orElse(0);
        List<GroupDocument> largest = outside(groups, day)
                .filter(group -> composition.councillors(group, day).size() == size)
                .toList();
        if (size == 0) {
            return new NoOtherGroup();
        }
        return largest.size() == 1
                ? new LeaderOfTheLargest(largest.getFirst(), composition.leaderOf(largest.getFirst(), day))
                : new Tied(largest);
    }

    private static Stream<GroupDocument> outside(List<GroupDocument> groups, LocalDate day) {
        return groups.stream().filter(group -> !group.isAdministrationOn(day));
    }
}
