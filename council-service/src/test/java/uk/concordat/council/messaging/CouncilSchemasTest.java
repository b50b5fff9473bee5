package uk.concordat.council.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.council.domain.AdoptionEvent;
import uk.concordat.council.domain.AdoptionEvent.AdoptionWithdrawn;
import uk.concordat.council.domain.AdoptionEvent.ProtocolAdopted;
import uk.concordat.council.domain.Body;
import uk.concordat.council.domain.ClosureEvent;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;
import uk.concordat.council.domain.CompositionEvent;
import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Election;
import uk.concordat.council.domain.Group;
import uk.concordat.council.domain.GroupMembership;
import uk.concordat.council.domain.Harlow;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.council.domain.LocalTarget;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Post;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.QuietHours;
import uk.concordat.council.domain.Span;
import uk.concordat.council.domain.Ward;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.kit.council.GroupDocument;
import uk.concordat.kit.testing.AsyncApi;
import uk.concordat.kit.testing.MessageSchemas;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** The schemas and the AsyncAPI document against the documents that are really published. */
class CouncilSchemasTest {

    private static final Council COUNCIL = new Council();
    private static final List<String> TYPES = List.of(
            "uk.concordat.council.body.v1",
            "uk.concordat.council.council.v1",
            "uk.concordat.council.election.v1",
            "uk.concordat.council.group.v1",
            "uk.concordat.council.person.v1",
            "uk.concordat.council.post.v1",
            "uk.concordat.council.ward.v1");

    private final MessageSchemas schemas = new MessageSchemas();

    static Stream<CouncilEvent> events() {
        var closed = new ProfileRecorded(
                new Profile(
                        "harlow",
                        "Harlow Council",
                        "HAR",
                        ZoneId.of("Europe/London"),
                        List.of(
                                new Profile.Adopted(Harlow.PACK, Harlow.FIRST),
                                new Profile.Adopted(new PackId("harlow", "2027-04-01"), LocalDate.of(2027, 4, 1))),
                        "2",
                        List.of(new Profile.ClosedDay(LocalDate.of(2026, 12, 29), "Council closure", "minute 12")),
                        new LocalSettings(Optional.of(1), Optional.of(60), Optional.empty())),
                Optional.of(Harlow.FIRST));
        var adopted = new ProtocolAdopted(
                new PackId("harlow", "2027-04-01"),
                LocalDate.of(2027, 4, 1),
                "The Council adopted it.",
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                Instant.parse("2026-12-21T09:00:00Z"));
        var notAdopted = new AdoptionWithdrawn(
                adopted.pack(), adopted.from(), "The Council put it off.", adopted.by(), adopted.at());
        var set = new SettingsChanged(
                LocalDate.of(2027, 1, 4),
                new CouncilSettings(
                        new LocalSettings(Optional.empty(), Optional.of(4), Optional.of(5)),
                        List.of(new LocalTarget("officer-to-member", "first-response", 5)),
                        Optional.of(new QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 30)))),
                "The corporate time standard.",
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                Instant.parse("2026-12-21T09:00:00Z"));
        var member = new PersonRecorded(
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                "member-red-1",
                "Ruth Redfern",
                "member",
                Optional.of("red"),
                Optional.of("member-red-1@harlow.example"),
                Harlow.FIRST,
                Optional.of(LocalDate.of(2030, 5, 6)));
        var shut = new OfficesClosed(
                LocalDate.of(2027, 12, 29),
                LocalDate.of(2027, 12, 31),
                "Christmas closure",
                "minute 41",
                Optional.empty(),
                member.id(),
                Instant.parse("2026-12-21T09:00:00Z"),
                "2");
        var open = new ClosureWithdrawn(shut.from(), "The offices stay open.", shut.by(), shut.at(), "3");
        var proclaimed = new NonWorkingDayProclaimed(
                LocalDate.of(2027, 1, 4),
                "Bank holiday by proclamation",
                "Royal proclamation",
                Optional.of("It was late."),
                member.id(),
                Instant.parse("2027-01-05T09:00:00Z"),
                "2");
        var withdrawn = new NonWorkingDayWithdrawn(
                proclaimed.day(), "It was revoked.", member.id(), Instant.parse("2027-01-03T09:00:00Z"), "3");
        var allocated = new PersonRecorded(
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000002")),
                "teacher",
                "Ann Baker",
                "officer",
                Optional.empty(),
                Optional.empty(),
                Harlow.FIRST,
                Optional.empty(),
                Optional.of("employment-based"),
                List.of("standards-committee"),
                List.of(
                        new Person.Allocation(
                                Optional.of(member.id()), Optional.empty(), Harlow.FIRST, Optional.empty()),
                        new Person.Allocation(
                                Optional.empty(), Optional.of("red"), Harlow.FIRST, Optional.of(Harlow.FIRST))));
        var deputised = new PostRecorded(new Post(
                new PostId(UUID.fromString("01980000-0000-7000-8000-000000000003")),
                "monitor",
                "Monitoring Officer",
                List.of("monitoring-officer"),
                Optional.empty(),
                List.of(),
                Harlow.FIRST,
                Optional.empty(),
                List.of(new Post.Holder(allocated.id(), Harlow.FIRST, Optional.of(Harlow.FIRST))),
                new Post.Terms(Optional.of("Law"), Optional.of("senior-manager"), true, Optional.of("The borough"))));
        Optional<LocalDate> last = Optional.of(LocalDate.of(2030, 5, 6));
        var group = new GroupRecorded(new Group(
                "red",
                "Red Group",
                Optional.of(Harlow.FIRST),
                List.of(new Span(Harlow.FIRST, last), new Span(last.get(), Optional.empty())),
                Harlow.FIRST,
                Optional.empty()));
        var ward = new WardRecorded(new Ward(
                "mark-hall",
                "Mark Hall",
                List.of(new Ward.Member(member.id(), Harlow.FIRST, last)),
                Harlow.FIRST,
                Optional.empty()));
        var body = new BodyRecorded(new Body(
                "licensing",
                "Licensing Committee",
                "sub-committee",
                List.of(new Body.Seat(member.id(), "deputy-chair", Harlow.FIRST, last)),
                Harlow.FIRST,
                last));
        var election = new ElectionRecorded(new Election(
                "district-2027",
                "District elections",
                LocalDate.of(2027, 5, 6),
                LocalDate.of(2027, 3, 25),
                LocalDate.of(2027, 5, 6)));
        return Stream.concat(
                given(COUNCIL).when(Harlow.take(Harlow.files())).events().stream(),
                Stream.of(
                        closed,
                        set,
                        adopted,
                        notAdopted,
                        shut,
                        open,
                        proclaimed,
                        withdrawn,
                        group,
                        ward,
                        body,
                        election,
                        allocated,
                        deputised,
                        member));
    }

    private static Publication published(CouncilEvent event) {
        return published("harlow", event);
    }

    private static Publication published(String council, CouncilEvent event) {
        CouncilState known = COUNCIL.evolve(
                given(COUNCIL).when(Harlow.take(Harlow.files())).and().state(), memberships());
        CouncilState after = COUNCIL.evolve(known, event);
        return new CouncilPublisher()
                .publish(new Tenant(council), UUID.randomUUID(), event, after)
                .orElseThrow();
    }

    private static GroupMembershipsRecorded memberships() {
        return new GroupMembershipsRecorded(
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                List.of(
                        new GroupMembership("red", "member", Harlow.FIRST, Optional.empty()),
                        new GroupMembership("red", "leader-of-the-opposition", Harlow.FIRST, Optional.empty())));
    }

    @Test
    void what_somebody_stands_for_is_told_in_their_groups_documents_and_not_by_itself() {
        CouncilState state = COUNCIL.evolve(COUNCIL.initial(), memberships());

        assertThat(new CouncilPublisher().publish(new Tenant("harlow"), UUID.randomUUID(), memberships(), state))
                .isEmpty();
        assertThat(events().filter(GroupRecorded.class::isInstance)
                        .map(event -> (GroupDocument) published(event).data()))
                .singleElement()
                .satisfies(group -> assertThat(group.parts()).hasSize(2));
    }

    /** The topic is compacted: of two documents of one subject only the later would be left. */
    @Test
    void what_two_councils_call_alike_is_two_documents() {
        assertThat(events().filter(CompositionEvent.class::isInstance))
                .hasSize(4)
                .allSatisfy(event -> assertThat(published("hackney", event).subject())
                        .isNotEqualTo(published(event).subject()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_document_keeps_its_schema_and_has_no_field_that_it_does_not_declare(CouncilEvent event) {
        Publication document = published(event);

        assertThat(schemas.faults(document.type(), MessageSchemas.written(document.data())))
                .isEmpty();
        assertThat(document.topic()).isEqualTo("concordat.councils");
        assertThat(document.source()).isEqualTo("/councils/harlow");
        assertThat(document.subject()).matches("(council|person|post|(group|ward|body|election)/harlow)/[a-z0-9-]+");
    }

    @Test
    void every_event_but_one_has_a_document_and_every_type_a_schema() {
        Set<Class<?>> documented = events().map(CouncilEvent::getClass).collect(Collectors.toSet());
        documented.add(GroupMembershipsRecorded.class);
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(CouncilEvent.class.getPermittedSubclasses())
                                        .filter(Class::isRecord),
                                Stream.of(CompositionEvent.class, AdoptionEvent.class, ClosureEvent.class)
                                        .flatMap(kind -> Stream.of(kind.getPermittedSubclasses())))
                        .toList());
        assertThat(events().map(event -> published(event).type()).distinct())
                .containsExactlyInAnyOrderElementsOf(TYPES);
        assertThat(schemas.types()).containsExactlyElementsOf(TYPES);
    }

    @Test
    void a_document_that_departs_from_its_schema_is_found_out() {
        ObjectNode person = (ObjectNode)
                MessageSchemas.written(published(events().toList().getLast()).data());
        String type = "uk.concordat.council.person.v1";

        assertThat(schemas.faults(type, person.deepCopy().put("kind", "mayor"))).hasSize(1);
        assertThat(schemas.faults(type, person.deepCopy().put("to", "soon"))).hasSize(1);
        assertThat(schemas.faults(type, person.deepCopy().put("telephone", "1")))
                .containsExactly("/telephone is not declared");
    }

    @Test
    void the_asyncapi_document_lists_exactly_the_documents_that_are_sent() {
        AsyncApi document = AsyncApi.read();

        assertThat(document.version()).isEqualTo("3.0.0");
        assertThat(document.sends()).containsOnlyKeys("concordat.councils");
        assertThat(document.sends().get("concordat.councils")).containsExactlyElementsOf(TYPES);
        assertThat(TYPES)
                .allSatisfy(type -> assertThat(document.schemaOf(type)).isEqualTo("./schemas/" + type + ".json"));
        assertThat(document.receives()).containsOnlyKeys("concordat.councils");
    }
}
