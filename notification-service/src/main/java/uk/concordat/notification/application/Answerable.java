package uk.concordat.notification.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

/** Who answers for a deadline on a day: who stands in its post then, and not who stood there when it was mentioned. */
final class Answerable {

    private Answerable() {}

    /** Empty while the post is vacant, and where the person has left the council. */
    static Optional<PersonId> on(LocalDate day, Responsible responsible, Directory council) {
        PersonId named = responsible.personId();
        List<PersonId> standing =
                responsible.postId().map(post -> holders(post, day, council)).orElse(List.of(named)).stream()
                        .filter(person -> council.person(person)
                                .filter(known -> known.on(day) && isOfKind(known.kindOn(day), responsible))
                                .isPresent())
                        .toList();
        // Where a post is shared, whoever was named goes before the others.
        return standing.contains(named) ? Optional.of(named) : standing.stream().findFirst();
    }

    /** What falls to a post is officers' work, whoever is written down for it (COL-20). */
    private static boolean isOfKind(PersonKind kind, Responsible responsible) {
        return responsible.postId().isEmpty() || !kind.isMember();
    }

    /** Who owes something in no post is a member. */
    static ToldAs as(Responsible responsible) {
        return responsible.postId().isPresent() ? ToldAs.RESPONSIBLE_OFFICER : ToldAs.RESPONSIBLE_MEMBER;
    }

    private static List<PersonId> holders(PostId post, LocalDate day, Directory council) {
        return council.post(post).filter(known -> known.on(day)).stream()
                .flatMap(known -> known.holders().stream())
                .filter(holder -> holder.on(day)
                        && council.person(new PersonId(holder.person()))
                                .filter(person -> person.servesSince(holder.from(), day))
                                .isPresent())
                .map(holder -> new PersonId(holder.person()))
                .toList();
    }
}
