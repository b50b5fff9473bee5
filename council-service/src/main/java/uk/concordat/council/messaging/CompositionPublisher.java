package uk.concordat.council.messaging;

import java.util.List;
import uk.concordat.council.domain.Body;
import uk.concordat.council.domain.Election;
import uk.concordat.council.domain.Group;
import uk.concordat.council.domain.Span;
import uk.concordat.council.domain.Ward;
import uk.concordat.council.domain.WholeGroup;
import uk.concordat.kit.council.BodyDocument;
import uk.concordat.kit.council.BodyKind;
import uk.concordat.kit.council.BodyPart;
import uk.concordat.kit.council.ElectionDocument;
import uk.concordat.kit.council.GroupDocument;
import uk.concordat.kit.council.GroupPart;
import uk.concordat.kit.council.WardDocument;

/** Who makes up a council, as documents. */
final class CompositionPublisher {

    private CompositionPublisher() {}

    static GroupDocument document(WholeGroup whole) {
        Group group = whole.group();
        return new GroupDocument(
                group.key(),
                group.name(),
                group.told(),
                group.administration().stream()
                        .map(CompositionPublisher::period)
                        .toList(),
                whole.parts().stream().map(CompositionPublisher::part).toList(),
                group.from(),
                group.to());
    }

    private static GroupDocument.Period period(Span span) {
        return new GroupDocument.Period(span.from(), span.to());
    }

    private static GroupDocument.Part part(WholeGroup.Part part) {
        return new GroupDocument.Part(part.person().value(), GroupPart.of(part.part()), part.from(), part.to());
    }

    static WardDocument document(Ward ward) {
        List<WardDocument.Member> members = ward.members().stream()
                .map(member -> new WardDocument.Member(member.person().value(), member.from(), member.to()))
                .toList();
        return new WardDocument(ward.key(), ward.name(), members, ward.from(), ward.to());
    }

    static BodyDocument document(Body body) {
        List<BodyDocument.Seat> seats = body.seats().stream()
                .map(seat ->
                        new BodyDocument.Seat(seat.person().value(), BodyPart.of(seat.part()), seat.from(), seat.to()))
                .toList();
        return new BodyDocument(body.key(), body.name(), BodyKind.of(body.kind()), seats, body.from(), body.to());
    }

    static ElectionDocument document(Election election) {
        return new ElectionDocument(
                election.key(),
                election.name(),
                election.day(),
                election.preElectionFrom(),
                election.preElectionTo(),
                election.withdrawn());
    }
}
