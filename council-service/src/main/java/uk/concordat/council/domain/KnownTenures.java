package uk.concordat.council.domain;

import java.util.List;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.protocols.people.PersonId;

/**
 * What is known of a council's tenures, written as its files write them.
 *
 * @param before where it is said of what was known before that it no longer fits
 */
record KnownTenures(CouncilState state, Place before) {

    /** The number of a line that is known, and that no file has. */
    static final long LINE = 0;

    Stream<HolderLine> holders(Post post) {
        return post.holders().stream()
                .map(holder -> new HolderLine(LINE, post.key(), username(holder.person()), holder.from(), holder.to()));
    }

    Stream<DeputyLine> deputies(Post post) {
        return post.deputies().stream()
                .map(deputy -> new DeputyLine(LINE, post.key(), username(deputy.person()), deputy.from(), deputy.to()));
    }

    Stream<AllocationLine> allocations(Person person) {
        return person.allocations().stream()
                .map(allocation -> new AllocationLine(
                        LINE,
                        person.username(),
                        allocation.member().map(this::username),
                        allocation.group(),
                        allocation.from(),
                        allocation.to()));
    }

    List<PartLine> groupMembers() {
        return state.composition().memberships().all().values().stream()
                .flatMap(of -> of.memberships().stream()
                        .map(membership -> new PartLine(
                                before,
                                membership.group(),
                                username(of.person()),
                                membership.part(),
                                membership.from(),
                                membership.to())))
                .toList();
    }

    List<PartLine> wardMembers() {
        return state.composition().wards().all().values().stream()
                .flatMap(ward -> ward.members().stream()
                        .map(member -> new PartLine(
                                before,
                                ward.key(),
                                username(member.person()),
                                GroupMembership.MEMBER,
                                member.from(),
                                member.to())))
                .toList();
    }

    List<PartLine> bodyMembers() {
        return state.composition().bodies().all().values().stream()
                .flatMap(body -> body.seats().stream()
                        .map(seat -> new PartLine(
                                before, body.key(), username(seat.person()), seat.part(), seat.from(), seat.to())))
                .toList();
    }

    private String username(PersonId person) {
        return state.person(person)
                .map(Person::username)
                .orElseThrow(() -> new IllegalStateException(person + " has a part and is not known"));
    }
}
