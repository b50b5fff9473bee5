package uk.concordat.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.kit.testing.AsyncApi;
import uk.concordat.kit.testing.MessageSchemas;
import uk.concordat.kit.testing.Repository;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.notification.domain.DeadlineLapsed;
import uk.concordat.notification.domain.LapseEvent;
import uk.concordat.notification.domain.Lapses;
import uk.concordat.notification.reactions.EnquiryMessages;
import uk.concordat.protocols.deadlines.DeadlineId;

/** The schema and the AsyncAPI document against what the clock really says. */
class LapseSchemasTest {

    private static final String LAPSED = "uk.concordat.deadline.lapsed.v1";
    private static final UUID DEADLINE = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final String ENQUIRY = "01980000-0000-7000-8000-000000000002";
    private static final Instant DUE = Instant.parse("2026-12-31T00:00:00Z");

    private final MessageSchemas schemas = new MessageSchemas();

    private static Publication lapsed() {
        return new LapsePublisher()
                .publish(
                        new Tenant("city-of-london"),
                        DEADLINE,
                        new DeadlineLapsed(
                                new DeadlineId(DEADLINE),
                                2,
                                0,
                                DUE,
                                new CaseReference("/councils/city-of-london/enquiries", ENQUIRY),
                                DUE.plusMillis(40)),
                        Set.of(new Lapses.Reported(2, 0)))
                .orElseThrow();
    }

    @Test
    void a_lapse_is_told_on_the_councils_topic_under_the_deadlines_id() {
        assertThat(lapsed().type()).isEqualTo(LAPSED);
        assertThat(lapsed().topic()).isEqualTo("concordat.city-of-london.notifications");
        assertThat(lapsed().source()).isEqualTo("/councils/city-of-london/notifications");
        assertThat(lapsed().subject()).isEqualTo(DEADLINE.toString());
    }

    @Test
    void a_lapse_names_the_deadline_its_revision_and_rung_and_the_case_and_nothing_else() {
        assertThat(MessageSchemas.written(lapsed().data()).toString()).isEqualTo("""
                        {"deadlineId":"%s","revision":2,"rung":0,"due":"2026-12-31T00:00:00Z",\
                        "case":{"source":"/councils/city-of-london/enquiries","subject":"%s"}}""".formatted(DEADLINE, ENQUIRY));
    }

    @Test
    void every_event_of_the_clock_has_a_type_with_a_schema_and_no_schema_is_left_over() {
        assertThat(LapseEvent.class.getPermittedSubclasses()).containsExactly(DeadlineLapsed.class);
        assertThat(schemas.types()).containsExactly(LAPSED);
    }

    @Test
    void a_lapse_keeps_its_schema_and_one_that_does_not_is_found_out() {
        ObjectNode message = (ObjectNode) MessageSchemas.written(lapsed().data());

        assertThat(schemas.faults(LAPSED, message)).isEmpty();
        assertThat(schemas.faults(LAPSED, message.deepCopy().put("revision", 0)))
                .hasSize(1);
        assertThat(schemas.faults(LAPSED, message.deepCopy().put("officer", "x")))
                .containsExactly("/officer is not declared");
    }

    @Test
    void the_asyncapi_document_lists_exactly_what_is_sent_and_names_every_topic_that_is_read() {
        AsyncApi document = AsyncApi.read();

        assertThat(document.version()).isEqualTo("3.0.0");
        assertThat(document.sends()).containsOnlyKeys("concordat.{council}.notifications");
        assertThat(document.sends().get("concordat.{council}.notifications")).containsExactly(LAPSED);
        assertThat(document.schemaOf(LAPSED)).isEqualTo("./schemas/" + LAPSED + ".json");
        assertThat(document.receives()).containsOnlyKeys("concordat.{council}.enquiries", "concordat.councils");
    }

    /** The owner of the topic says what is on it; this service hears all of it. */
    @Test
    void what_is_read_is_what_enquiry_service_describes() {
        Path schemasOfEnquiries = Repository.root().resolve("enquiry-service/src/main/resources/schemas");

        assertThat(AsyncApi.read().receives().get("concordat.{council}.enquiries"))
                .containsExactlyInAnyOrderElementsOf(EnquiryMessages.KNOWN)
                .allSatisfy(type -> assertThat(Files.exists(schemasOfEnquiries.resolve(type + ".json")))
                        .isTrue());
    }
}
