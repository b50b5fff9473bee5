package uk.concordat.council.domain;

import java.util.List;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.protocols.people.PersonId;

/** What became known of who makes up a council: its groups, wards, bodies and elections. */
public sealed interface CompositionEvent extends CouncilEvent {

    /** A group as it is from now on, or with other people in it. */
    record GroupRecorded(Group group) implements CompositionEvent {}

    /**
     * All dated parts of a person in political groups. What somebody stands for is theirs, so it is kept apart; those
     * who may know read it in the group's document, which is told again with it.
     */
    record GroupMembershipsRecorded(
            PersonId person, @Personal(of = "person") List<GroupMembership> memberships) implements CompositionEvent {

        public GroupMembershipsRecorded {
            memberships = List.copyOf(memberships);
        }
    }

    record WardRecorded(Ward ward) implements CompositionEvent {}

    record BodyRecorded(Body body) implements CompositionEvent {}

    record ElectionRecorded(Election election) implements CompositionEvent {}
}
