package uk.concordat.council.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.ProvisioningRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.people.PersonId;

/**
 * What becomes of the post that a group of a directory stands for, when the group is told of.
 *
 * @param key of the post, which the council may not have
 * @param before the group's members until now
 * @param members its members from now on
 */
record PostOfGroup(
        String key,
        List<PersonId> before,
        List<PersonId> members,
        ProvisioningSituation situation,
        CouncilState state) {

    /**
     * A directory tells a refused change again until it is taken, and never again what was taken. So who is new in the
     * group is refused while the post cannot be theirs; but nobody is kept in a group, and no group kept, by its post.
     */
    Decision<CouncilEvent, ProvisioningRefusal> told() {
        Decision<CouncilEvent, ProvisioningRefusal> given = given();
        return given instanceof Decision.Refused<CouncilEvent, ProvisioningRefusal>
                        && Set.copyOf(before).containsAll(members)
                ? vacated()
                : given;
    }

    private Decision<CouncilEvent, ProvisioningRefusal> given() {
        if (members.isEmpty()) {
            return vacated();
        }
        Optional<Post> post = post();
        if (post.isEmpty()) {
            return refuse(Reason.NO_SUCH_POST, "The group stands for a post that the council does not have.");
        }
        if (members.size() > 1) {
            return refuse(
                    Reason.SEVERAL_HOLDERS, "The group stands for a post, which one person holds: give it one member.");
        }
        HeldPost held = new HeldPost(post.get(), situation.today());
        if (!held.isThere()) {
            return refuse(Reason.NO_POST_TODAY, "The group stands for a post that has ended or has not begun.");
        }
        Optional<Person> holder = state.person(members.getFirst())
                .filter(person -> ProvisionedPeople.isInOffice(person, situation.today(), state));
        if (holder.isEmpty()) {
            return refuse(Reason.NOT_IN_OFFICE, "The group stands for a post, and its member is not in office today.");
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
        return changed(post.get(), after);
    }

    /** Whoever has gone from the group has no post by it. */
    private Decision<CouncilEvent, ProvisioningRefusal> vacated() {
        Set<PersonId> staying = Set.copyOf(members);
        List<PersonId> gone =
                before.stream().filter(person -> !staying.contains(person)).toList();
        return post().map(post -> changed(post, new HeldPost(post, situation.today()).left(gone)))
                .orElseGet(() -> new Decision.Accepted<>(List.of()));
    }

    private Optional<Post> post() {
        return state.posts().find(key);
    }

    private static Decision<CouncilEvent, ProvisioningRefusal> changed(Post before, Post after) {
        return new Decision.Accepted<>(Stream.of(after)
                .filter(post -> !post.equals(before))
                .<CouncilEvent>map(PostRecorded::new)
                .toList());
    }

    private static Decision<CouncilEvent, ProvisioningRefusal> refuse(Reason reason, String detail) {
        return Decision.refuse(new ProvisioningRefusal(reason, detail));
    }
}
