package uk.concordat.council.domain;

import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.protocols.people.PersonId;

/**
 * Who makes up a council, as it is known; each thing by the key that the files name it by.
 *
 * @param memberships a person's dated parts in groups, by the person's id
 */
public record Composition(
        Known<Group> groups,
        Known<GroupMembershipsRecorded> memberships,
        Known<Ward> wards,
        Known<Body> bodies,
        Known<Election> elections) {

    static Composition unknown() {
        return new Composition(Known.nothing(), Known.nothing(), Known.nothing(), Known.nothing(), Known.nothing());
    }

    Composition with(CompositionEvent event) {
        return switch (event) {
            case GroupRecorded(Group group) ->
                new Composition(groups.with(group.key(), group), memberships, wards, bodies, elections);
            case GroupMembershipsRecorded recorded ->
                new Composition(
                        groups,
                        memberships.with(recorded.person().value().toString(), recorded),
                        wards,
                        bodies,
                        elections);
            case WardRecorded(Ward ward) ->
                new Composition(groups, memberships, wards.with(ward.key(), ward), bodies, elections);
            case BodyRecorded(Body body) ->
                new Composition(groups, memberships, wards, bodies.with(body.key(), body), elections);
            case ElectionRecorded(Election election) ->
                new Composition(groups, memberships, wards, bodies, elections.with(election.key(), election));
        };
    }

    boolean isDatedMember(PersonId person) {
        return memberships
                .find(person.value().toString())
                .filter(of -> of.memberships().stream()
                        .anyMatch(membership -> membership.part().equals(GroupMembership.MEMBER)))
                .isPresent();
    }
}
