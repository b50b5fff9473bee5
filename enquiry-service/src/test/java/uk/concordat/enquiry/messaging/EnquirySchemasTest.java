package uk.concordat.enquiry.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.enquiry.domain.Capacity;
import uk.concordat.enquiry.domain.Channel;
import uk.concordat.enquiry.domain.CityEnquiry;
import uk.concordat.enquiry.domain.EnquiryKind;
import uk.concordat.kit.testing.AsyncApi;
import uk.concordat.kit.testing.MessageSchemas;
import uk.concordat.protocols.deadlines.DeadlineAction;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.rules.Reading;

/** The schemas and the AsyncAPI document against what the publisher really sends. */
class EnquirySchemasTest {

    private static final Set<String> TYPES = new TreeSet<>(EnquiryPublisherTest.TYPES.values());

    private final MessageSchemas schemas = new MessageSchemas();

    static Stream<PublishedLives.Told> lives() {
        return PublishedLives.all();
    }

    @Test
    void every_type_that_is_published_has_a_schema_and_no_schema_is_left_over() {
        assertThat(schemas.types()).isEqualTo(TYPES);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void every_message_keeps_its_schema_and_has_no_field_that_it_does_not_declare(PublishedLives.Told told) {
        assertThat(schemas.faults(told.publication().type(), told.data())).isEmpty();
    }

    @Test
    void a_message_that_departs_from_its_schema_is_found_out() {
        ObjectNode message =
                (ObjectNode) PublishedLives.told(CityEnquiry.received()).data();
        String type = "uk.concordat.enquiry.received.v1";

        assertThat(schemas.faults(type, message.deepCopy().put("subject", "x")))
                .containsExactly("/subject is not declared");
        assertThat(schemas.faults(type, message.deepCopy().put("channel", "pigeon")))
                .hasSize(1);
        assertThat(schemas.faults(type, message.deepCopy().put("member", "no uuid")))
                .hasSize(1);
        assertThat(schemas.faults(type, (ObjectNode) message.deepCopy().without("officer")))
                .hasSize(1);
        ObjectNode nested = message.deepCopy();
        ((ObjectNode) nested.required("deadlines").get(0))
                .put("action", "breached")
                .put("name", "x");
        assertThat(schemas.faults(type, nested)).hasSize(2).contains("/deadlines/-/name is not declared");
    }

    @Test
    void the_codes_that_schemas_list_are_those_that_the_code_has() {
        JsonNode mention = schemas.schema("deadline-mention.v1.json").required("properties");
        JsonNode received =
                schemas.schema("uk.concordat.enquiry.received.v1.json").required("properties");

        assertThat(listed(mention.required("kind"))).isEqualTo(codes(DeadlineKind.values(), DeadlineKind::code));
        assertThat(listed(mention.required("action"))).isEqualTo(codes(DeadlineAction.values(), DeadlineAction::code));
        assertThat(listed(mention.at("/basis/properties/source")))
                .isEqualTo(codes(DeadlineSource.values(), DeadlineSource::code));
        assertThat(listed(mention.at("/basis/properties/reading"))).isEqualTo(codes(Reading.values(), Reading::code));
        assertThat(listed(mention.at("/told/items/properties/toldAs"))).isEqualTo(codes(ToldAs.values(), ToldAs::code));
        assertThat(listed(received.required("kind"))).isEqualTo(codes(EnquiryKind.values(), EnquiryKind::code));
        assertThat(listed(received.required("channel"))).isEqualTo(codes(Channel.values(), Channel::code));
        assertThat(listed(received.required("capacity"))).isEqualTo(codes(Capacity.values(), Capacity::code));
    }

    private static Set<String> listed(JsonNode property) {
        Set<String> codes = new TreeSet<>();
        property.required("enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static <T> Set<String> codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_asyncapi_document_lists_exactly_the_messages_that_are_sent_and_refers_to_their_schemas() {
        AsyncApi document = AsyncApi.read();

        assertThat(document.version()).isEqualTo("3.0.0");
        assertThat(document.sends()).containsOnlyKeys("concordat.{council}.enquiries");
        assertThat(document.sends().get("concordat.{council}.enquiries")).isEqualTo(TYPES);
        assertThat(TYPES)
                .allSatisfy(type -> assertThat(document.schemaOf(type)).isEqualTo("./schemas/" + type + ".json"));
    }

    @Test
    void the_asyncapi_document_names_every_topic_that_is_read() {
        assertThat(AsyncApi.read().receives())
                .containsOnlyKeys("concordat.{council}.notifications", "concordat.councils");
        assertThat(AsyncApi.read().receives().get("concordat.{council}.notifications"))
                .containsExactly("uk.concordat.deadline.lapsed.v1");
    }
}
