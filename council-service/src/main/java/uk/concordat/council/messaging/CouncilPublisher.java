package uk.concordat.council.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.council.domain.AdoptionEvent;
import uk.concordat.council.domain.Body;
import uk.concordat.council.domain.ClosureEvent;
import uk.concordat.council.domain.CompositionEvent;
import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Election;
import uk.concordat.council.domain.Group;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Post;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.ProvisioningEvent;
import uk.concordat.council.domain.Ward;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.eventsourcing.store.Publisher;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** Whole documents for the councils' topic, which only services read. */
public final class CouncilPublisher implements Publisher<CouncilState, CouncilEvent> {

    @Override
    public Optional<Publication> publish(Tenant council, UUID stream, CouncilEvent event, CouncilState stateAfter) {
        return switch (event) {
            case ProfileRecorded _,
                    NonWorkingDayProclaimed _,
                    NonWorkingDayWithdrawn _,
                    SettingsChanged _,
                    AdoptionEvent _,
                    ClosureEvent _ -> Optional.of(profile(council, stateAfter));
            case PersonRecorded person ->
                Optional.of(document(
                        council, DocumentKind.PERSON, person.id().value().toString(), person(person)));
            case PostRecorded(Post post) ->
                Optional.of(
                        document(council, DocumentKind.POST, post.id().value().toString(), post(post)));
            case CompositionEvent composition -> composition(council, composition, stateAfter);
            // What it changes in the register is told of there; the rest is nobody else's.
            case ProvisioningEvent _ -> Optional.empty();
        };
    }

    private static Optional<Publication> composition(Tenant council, CompositionEvent event, CouncilState stateAfter) {
        return switch (event) {
            // The groups that it changes are told again, with it.
            case GroupMembershipsRecorded _ -> Optional.empty();
            case GroupRecorded(Group group) ->
                stateAfter
                        .wholeGroup(group.key())
                        .map(whole ->
                                keyed(council, DocumentKind.GROUP, group.key(), CompositionPublisher.document(whole)));
            case WardRecorded(Ward ward) ->
                Optional.of(keyed(council, DocumentKind.WARD, ward.key(), CompositionPublisher.document(ward)));
            case BodyRecorded(Body body) ->
                Optional.of(keyed(council, DocumentKind.BODY, body.key(), CompositionPublisher.document(body)));
            case ElectionRecorded(Election election) ->
                Optional.of(
                        keyed(council, DocumentKind.ELECTION, election.key(), CompositionPublisher.document(election)));
        };
    }

    /** Two councils may have a group of one key, and the topic keeps only the last of each subject. */
    private static Publication keyed(Tenant council, DocumentKind kind, String key, Object document) {
        return document(council, kind, council.key() + "/" + key, document);
    }

    @Override
    public boolean isOfWholeDocuments() {
        return true;
    }

    private static Publication document(Tenant council, DocumentKind kind, String id, Object document) {
        return new Publication(
                Topics.COUNCILS, "/councils/" + council.key(), kind.eventType(), kind.code() + "/" + id, document);
    }

    private static Publication profile(Tenant council, CouncilState state) {
        return document(
                council,
                DocumentKind.COUNCIL,
                council.key(),
                profile(state.profile().orElseThrow(), state));
    }

    private static CouncilDocument profile(Profile profile, CouncilState state) {
        return new CouncilDocument(
                profile.key(),
                profile.name(),
                profile.reference(),
                profile.zone().getId(),
                profile.protocols().stream()
                        .map(adopted -> new CouncilDocument.ProtocolInForce(
                                adopted.pack().pack(), adopted.pack().version(), adopted.from()))
                        .toList(),
                new CouncilDocument.CalendarDocument(
                        profile.calendarVersion(),
                        Stream.concat(
                                        profile.closedDays().stream(),
                                        state.closures().daysBeside(profile))
                                .sorted(Comparator.comparing(Profile.ClosedDay::day))
                                .map(day -> new CouncilDocument.Day(day.day(), day.why(), day.source()))
                                .toList()),
                SettingsPublisher.present(profile, state.settings()),
                SettingsPublisher.dated(state.settings()));
    }

    private static PersonDocument person(PersonRecorded person) {
        return new PersonDocument(
                person.id().value(),
                person.username(),
                person.name(),
                PersonKind.of(person.kind()),
                person.group(),
                person.email(),
                person.from(),
                person.to(),
                person.employment(),
                person.appointedTo(),
                person.allocations().stream().map(CouncilPublisher::allocation).toList(),
                person.past().served().stream()
                        .map(span -> new PersonDocument.Served(span.from(), span.to(), span.goesOn()))
                        .toList(),
                person.past().was().stream()
                        .map(was -> new PersonDocument.Was(
                                was.until(), PersonKind.of(was.kind()), was.employment(), was.appointedTo()))
                        .toList());
    }

    private static PersonDocument.Allocation allocation(Person.Allocation allocation) {
        return new PersonDocument.Allocation(
                allocation.member().map(PersonId::value), allocation.group(), allocation.from(), allocation.to());
    }

    private static PostDocument post(Post post) {
        return new PostDocument(
                post.id().value(),
                post.key(),
                post.title(),
                post.roles(),
                post.reportsTo().map(PostId::value),
                holders(post.holders()),
                post.from(),
                post.to(),
                holders(post.deputies()),
                terms(post.terms()),
                post.earlier().stream()
                        .map(was -> new PostDocument.Was(
                                was.until(),
                                was.title(),
                                was.roles(),
                                was.reportsTo().map(PostId::value),
                                terms(was.terms())))
                        .toList());
    }

    private static PostDocument.Terms terms(Post.Terms terms) {
        return new PostDocument.Terms(
                terms.directorate(), terms.grade(), terms.politicallyRestricted(), terms.external());
    }

    private static List<PostDocument.Holder> holders(List<Post.Holder> holders) {
        return holders.stream()
                .map(holder -> new PostDocument.Holder(holder.person().value(), holder.from(), holder.to()))
                .toList();
    }
}
