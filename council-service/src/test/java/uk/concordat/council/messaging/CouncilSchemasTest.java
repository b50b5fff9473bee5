package uk.concordat.council.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.council.domain.AdoptionEvent;
import uk.concordat.council.domain.ClosureEvent;
import uk.concordat.council.domain.CompositionEvent;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Harlow;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.kit.council.GroupDocument;
import uk.concordat.kit.testing.AsyncApi;
import uk.concordat.kit.testing.MessageSchemas;

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

    private static Publication published(CouncilEvent event) {
        return published("harlow", event);
    }

    private static Publication published(String council, CouncilEvent event) {
        CouncilState known = COUNCIL.evolve(
                given(COUNCIL).when(Harlow.take(Harlow.files())).and().state(), CouncilEventExamples.memberships());
        CouncilState after = COUNCIL.evolve(known, event);
        return new CouncilPublisher()
                .publish(new Tenant(council), UUID.randomUUID(), event, after)
                .orElseThrow();
    }

    @Test
    void what_somebody_stands_for_is_told_in_their_groups_documents_and_not_by_itself() {
        CouncilState state = COUNCIL.evolve(COUNCIL.initial(), CouncilEventExamples.memberships());

        assertThat(new CouncilPublisher()
                        .publish(new Tenant("harlow"), UUID.randomUUID(), CouncilEventExamples.memberships(), state))
                .isEmpty();
        assertThat(CouncilEventExamples.all()
                        .filter(GroupRecorded.class::isInstance)
                        .map(event -> (GroupDocument) published(event).data()))
                .singleElement()
                .satisfies(group -> assertThat(group.parts()).hasSize(2));
    }

    /** The topic is compacted: of two documents of one subject only the later would be left. */
    @Test
    void what_two_councils_call_alike_is_two_documents() {
        assertThat(CouncilEventExamples.all().filter(CompositionEvent.class::isInstance))
                .hasSize(4)
                .allSatisfy(event -> assertThat(published("hackney", event).subject())
                        .isNotEqualTo(published(event).subject()));
    }

    @ParameterizedTest
    @MethodSource("uk.concordat.council.messaging.CouncilEventExamples#all")
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
        Set<Class<?>> documented =
                CouncilEventExamples.all().map(CouncilEvent::getClass).collect(Collectors.toSet());
        documented.add(GroupMembershipsRecorded.class);
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(CouncilEvent.class.getPermittedSubclasses())
                                        .filter(Class::isRecord),
                                Stream.of(CompositionEvent.class, AdoptionEvent.class, ClosureEvent.class)
                                        .flatMap(kind -> Stream.of(kind.getPermittedSubclasses())))
                        .toList());
        assertThat(CouncilEventExamples.all()
                        .map(event -> published(event).type())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(TYPES);
        assertThat(schemas.types()).containsExactlyElementsOf(TYPES);
    }

    @Test
    void a_document_that_departs_from_its_schema_is_found_out() {
        ObjectNode person = (ObjectNode) MessageSchemas.written(
                published(CouncilEventExamples.all().toList().getLast()).data());
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
