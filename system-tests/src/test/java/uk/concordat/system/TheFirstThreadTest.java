package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.system.Portal.letter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.local.LocalStack;
import uk.concordat.protocols.testing.Rule;

/** The story of the first thread, told once on one stack: time goes on from chapter to chapter. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheFirstThreadTest {

    private static final String SUBJECT = "Lanterns of Cripplegate";
    private static final String TEXT = "When will the quarrelsome lanterns be mended?";
    private static final Ledger LEDGER = new Ledger();

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static Portal portal;

    @BeforeAll
    static void a_fresh_stack_on_christmas_eve() {
        stack = Stacks.started(directory, "city-of-london", "harlow");
        portal = new Portal(stack, "city-of-london");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    @Rule({"COL-27", "COL-28", "COL-29", "COL-31"})
    void an_enquiry_by_telephone_is_dated_acknowledged_found_in_breach_told_once_and_answered_late() {
        Portal.Answer received = LEDGER.note(
                portal.post("member-services", "/enquiries", Portal.telephoned(SUBJECT, TEXT, "2026-12-24T09:15:00Z")),
                "enquiry-received");
        assertThat(received.status()).isEqualTo(201);
        assertDue(received, "acknowledgement", "2026-12-30", "COL-28", "ours", 2);
        assertDue(received, "full-response", "2027-01-12", "COL-29", "stated", 10);

        Portal.Answer seen = portal.get("officer-1", "enquiry-service", "/enquiries/" + received.text("/id"));
        Portal.Answer acknowledged = LEDGER.note(
                portal.change("officer-1", seen, "acknowledgement", letter("We have it, and are looking.")),
                "enquiry-acknowledged");
        assertThat(standings(acknowledged)).containsExactly("acknowledgement met", "full-response open");

        moveTo(LocalDateTime.of(2027, 1, 13, 9, 0));
        Portal.Answer overdue = portal.get("officer-1", "enquiry-service", "/enquiries/" + received.text("/id"));
        assertThat(standings(overdue)).containsExactly("acknowledgement met", "full-response missed");
        assertThat(overdue.body().required("overdue").asBoolean()).isTrue();
        for (String told : List.of("officer-1", "manager-1")) {
            JsonNode notifications = notifications(told);
            assertThat(notifications).as(told).hasSize(1);
            assertThat(notifications.get(0).at("/case/reference").asText()).isEqualTo(received.text("/reference"));
            assertThat(notifications.get(0).required("text").asText())
                    .contains("full response", "Tuesday 12 January 2027", "protocol, 7; COL-29");
        }
        for (String notTold : List.of("director-1", "head-of-paid-service", "member-red-1", "member-services")) {
            assertThat(notifications(notTold)).as(notTold).isEmpty();
        }

        Portal.Answer answered = LEDGER.note(
                portal.change("officer-1", overdue, "response", letter("They were mended on Friday.")),
                "enquiry-answered");
        assertThat(standings(answered)).containsExactly("acknowledgement met", "full-response met-late");
        assertThat(answered.text("/status")).isEqualTo("answered");

        moveTo(LocalDateTime.of(2027, 3, 1, 9, 0));
        for (String told : List.of("officer-1", "manager-1")) {
            assertThat(notifications(told)).as(told).hasSize(1);
        }
        assertThat(history(received)).containsExactly("received", "acknowledged", "deadline-breached", "answered");
    }

    @Test
    @Order(2)
    void what_was_answered_in_time_while_kafka_was_away_is_spared() {
        Portal.Answer received = LEDGER.note(
                portal.post("member-services", "/enquiries", Portal.telephoned(SUBJECT, TEXT, "2027-03-01T08:00:00Z")),
                "enquiry-received");
        stack.awaitRest(Duration.ofSeconds(30));

        stack.stop("kafka");
        Portal.Answer acknowledged = LEDGER.note(
                portal.change("officer-1", received, "acknowledgement", letter("We have it.")), "enquiry-acknowledged");
        LEDGER.note(portal.change("officer-1", acknowledged, "response", letter("On Friday.")), "enquiry-answered");
        // Kafka is away, so nothing can rest: the clock goes the whole way at once.
        assertThat(stack.clock(Duration.ofSeconds(2))
                        .moveTo(LocalDateTime.of(2027, 4, 1, 9, 0))
                        .notAtRest())
                .isNotEmpty();
        stack.restart("kafka");
        stack.awaitRest(Duration.ofSeconds(60));

        assertThat(history(received))
                .containsExactly("received", "acknowledged", "answered", "deadline-spared", "deadline-spared");
        for (String person : List.of("officer-1", "manager-1")) {
            assertThat(notifications(person)).as(person).hasSize(1);
        }
    }

    @Test
    @Order(3)
    void every_event_is_on_the_topic_as_a_cloud_event_without_a_name_or_a_word() throws IOException {
        Published published = Published.on("concordat.city-of-london.enquiries", stack.bootstrapServers());
        assertThat(published.once()).hasSize(9).allSatisfy(event -> {
            assertThat(event.getSource()).hasToString("/councils/city-of-london/enquiries");
            assertThat(event.getType()).matches("uk\\.concordat\\.enquiry\\.[a-z-]+\\.v1");
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(String.valueOf(event.getExtension("traceparent"))).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        });
        List<String> unsaid = new ArrayList<>(List.of("antern", "uarrelsome", "ooking", "Friday", "officer-1"));
        try (Stream<String> people =
                Files.lines(Stacks.repository().resolve("deploy/local/councils/city-of-london/people.csv"))) {
            people.skip(1)
                    .forEach(line -> unsaid.addAll(List.of(line.split(",")).subList(0, 2)));
        }
        assertThat(published.events())
                .allSatisfy(event -> assertThat(everything(event)).doesNotContain(unsaid.toArray(String[]::new)));
    }

    @Test
    @Order(4)
    void to_harlow_none_of_it_exists_though_its_people_have_the_same_usernames() {
        Portal harlow = new Portal(stack, "harlow");
        Portal.Answer mine = portal.get("member-red-1", "enquiry-service", "/enquiries");
        assertThat(mine.body().required("items")).hasSize(2);
        String id = mine.text("/items/0/id");
        for (String person :
                List.of("member-red-1", "member-services", "officer-1", "manager-1", "head-of-paid-service")) {
            assertThat(harlow.get(person, "enquiry-service", "/enquiries/" + id).status())
                    .isEqualTo(404);
            assertThat(harlow.get(person, "enquiry-service", "/enquiries/" + id + "/history")
                            .status())
                    .isEqualTo(404);
            assertThat(harlow.get(person, "enquiry-service", "/enquiries")
                            .body()
                            .required("items"))
                    .isEmpty();
            assertThat(harlow.get(person, "notification-service", "/notifications")
                            .body()
                            .required("items"))
                    .isEmpty();
        }
        assertThat(harlow.get("officer-1", "enquiry-service", "/me").text("/name"))
                .isEqualTo("Megan Sawbridge");
    }

    @Test
    @Order(5)
    void and_every_promise_to_operators_holds() {
        new Invariants(stack, LEDGER).hold();
    }

    @Test
    @Order(6)
    void every_database_keeps_councils_apart() {
        for (String database : List.of("council", "enquiry", "notification")) {
            TenantTables tables = new TenantTables(new Stored(stack), database);
            tables.carryTheCouncil();
            tables.showOnlyTheCouncilThatIsSet();
            tables.haveTheCouncilInEveryUniqueKey();
        }
    }

    @Test
    @Order(7)
    void a_service_that_was_killed_when_it_had_just_read_all_council_data_becomes_ready_again_all_the_same() {
        new StartedAgain(stack).asOneThatHasJustReadAllCouncilData();
    }

    @Test
    @Order(8)
    void one_whose_replica_is_lost_reads_all_council_data_before_it_is_ready() {
        new StartedAgain(stack).withItsReplicaLost();
    }

    @Test
    @Order(9)
    void one_that_starts_while_the_broker_is_away_is_ready_and_takes_enquiries() {
        new StartedAgain(stack).whileTheBrokerIsAway(new Enquirers(portal, LEDGER));
        new Invariants(stack, LEDGER).hold();
    }

    private static void assertDue(
            Portal.Answer enquiry, String kind, String dueOn, String rule, String reading, int days) {
        JsonNode deadline = deadlines(enquiry).stream()
                .filter(each -> each.required("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
        assertThat(deadline.required("dueOn").asText()).isEqualTo(dueOn);
        assertThat(deadline.at("/basis/source").asText()).isEqualTo("protocol");
        assertThat(deadline.at("/basis/paragraph").asText()).isEqualTo("7");
        assertThat(deadline.at("/basis/rule").asText()).isEqualTo(rule);
        assertThat(deadline.at("/basis/reading").asText()).isEqualTo(reading);
        assertThat(deadline.at("/proof/received").asText()).isEqualTo("2026-12-24");
        assertThat(deadline.at("/proof/counted")).hasSize(days);
        assertThat(deadline.at("/proof/skipped/3").toString())
                .isEqualTo("{\"day\":\"2026-12-28\",\"why\":\"Boxing Day (substitute)\"}");
        assertThat(deadline.at("/proof/calendar").asText()).contains("england-and-wales", "city-of-london/1");
    }

    private static void moveTo(LocalDateTime time) {
        assertThat(stack.clock().moveTo(time).notAtRest()).isEmpty();
    }

    private static List<JsonNode> deadlines(Portal.Answer enquiry) {
        List<JsonNode> deadlines = new ArrayList<>();
        enquiry.body().required("deadlines").forEach(deadlines::add);
        return deadlines;
    }

    private static List<String> standings(Portal.Answer enquiry) {
        return deadlines(enquiry).stream()
                .map(each -> each.required("kind").asText() + " "
                        + each.required("status").asText())
                .toList();
    }

    private static JsonNode notifications(String username) {
        ArrayNode breaches = JsonNodeFactory.instance.arrayNode();
        portal.told(username).stream()
                .filter(told -> told.required("about").asText().equals("deadline-breached"))
                .forEach(breaches::add);
        return breaches;
    }

    private static List<String> history(Portal.Answer enquiry) {
        List<String> events = new ArrayList<>();
        portal.get("head-of-paid-service", "enquiry-service", "/enquiries/" + enquiry.text("/id") + "/history")
                .body()
                .required("items")
                .forEach(chapter -> events.add(chapter.required("event").asText()));
        return events;
    }

    /** Attributes, extensions and data in one text. */
    private static String everything(CloudEvent event) {
        return event.getAttributeNames() + " " + event.getId() + " " + event.getSource() + " " + event.getType() + " "
                + event.getSubject() + " "
                + event.getExtensionNames().stream().map(event::getExtension).toList() + " "
                + Published.data(event);
    }
}
