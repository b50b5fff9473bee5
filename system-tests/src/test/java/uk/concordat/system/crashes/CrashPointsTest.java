package uk.concordat.system.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.crash.Crash;
import uk.concordat.crash.CrashPoint;
import uk.concordat.local.LocalStack;
import uk.concordat.system.Invariants;
import uk.concordat.system.Ledger;
import uk.concordat.system.MemberServices;
import uk.concordat.system.Operator;
import uk.concordat.system.Portal;
import uk.concordat.system.Stacks;
import uk.concordat.system.Stored;
import uk.concordat.system.faults.OperatorsDesk;
import uk.concordat.system.faults.RawTopic;

/** A service ends at each point of its code where it can hurt, and starts again on what is left: nothing is lost or doubled. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashPointsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Whatever is received now is to be acknowledged by then, over Christmas and days of rest by proclamation too. */
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    /** Those that are tried each time: an end costs a start, and five seconds until the broker takes a consumer for dead. */
    private static final Set<CrashPoint> IN_SHORT = EnumSet.of(
            CrashPoint.COMMAND_COMMITTED,
            CrashPoint.RELAY_BEFORE_DELETE,
            CrashPoint.CONSUMER_COMMITTED,
            CrashPoint.PARK_COMMITTED,
            CrashPoint.RECOUNT_BEFORE_COMMIT,
            CrashPoint.SWEEP_BEFORE_COMMIT);

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static Portal portal;
    private static final Ledger LEDGER = new Ledger();

    @BeforeAll
    static void a_stack_whose_services_can_be_ended_at_their_points() {
        stack = Stacks.started(directory.resolve("stack"), "city-of-london");
        portal = new Portal(stack, "city-of-london");
        List.of("enquiry-service", "notification-service").forEach(CrashPointsTest::start);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** All of them with {@code -Dconcordat.crash-points=all}. */
    private static Stream<CrashPoint> points(String... parts) {
        boolean all = System.getProperty("concordat.crash-points", "").equals("all");
        return (all ? EnumSet.allOf(CrashPoint.class) : IN_SHORT)
                .stream().filter(point -> List.of(parts).contains(part(point)));
    }

    static Stream<CrashPoint> ofARequest() {
        return points("command", "relay", "consumer");
    }

    static Stream<CrashPoint> ofACommand() {
        return points("command");
    }

    static Stream<CrashPoint> ofWhatIsDue() {
        return points("sweep", "reminder", "mail");
    }

    static Stream<CrashPoint> ofABrokenRecord() {
        return points("park");
    }

    static Stream<CrashPoint> ofANewCalendar() {
        return points("recount");
    }

    @ParameterizedTest
    @MethodSource("ofARequest")
    @Order(1)
    void what_begins_a_case_is_answered_the_same_though_a_service_ended_at(CrashPoint point) throws Exception {
        Portal.Request request = enquiry();

        endAt(point, () -> ask(request));

        assertAnsweredTheSame(request, 201, "enquiry-received");
    }

    @ParameterizedTest
    @MethodSource("ofACommand")
    @Order(1)
    void what_goes_on_with_a_case_is_answered_the_same_though_its_service_ended_at(CrashPoint point) throws Exception {
        Portal.Answer asked = LEDGER.note(ask(enquiry()), "enquiry-received");
        Portal.Request answer = portal.request(
                "officer-1",
                "enquiry-service",
                "/enquiries/" + asked.text("/id") + "/response",
                portal.enquiry("officer-1", asked).etag(),
                Portal.letter("On Monday."));

        endAt(point, () -> ask(answer));

        assertAnsweredTheSame(answer, 200, "enquiry-answered");
    }

    @ParameterizedTest
    @MethodSource("ofWhatIsDue")
    @Order(1)
    void what_is_due_happens_once_though_its_service_ended_at(CrashPoint point) throws Exception {
        LEDGER.note(ask(enquiry()), "enquiry-received");
        stack.awaitRest(PATIENCE);

        endAt(point, () -> stack.clock().moveTo(stack.clock().now().plus(FORTNIGHT)));
    }

    @ParameterizedTest
    @MethodSource("ofABrokenRecord")
    @Order(1)
    void what_cannot_be_read_waits_once_though_its_service_ended_at(CrashPoint point) throws Exception {
        RawTopic topic = new RawTopic("concordat.city-of-london.enquiries", stack.bootstrapServers());
        String key = UUID.randomUUID().toString();
        LEDGER.noteStranger(key);

        endAt(
                point,
                () -> topic.put(
                        List.of(new ProducerRecord<>(topic.name(), key, "nothing".getBytes(StandardCharsets.UTF_8)))));

        OperatorsDesk desk = new OperatorsDesk(new Operator(stack, portal.council()));
        JsonNode letter = desk.find(found -> found.required("topic").asText().equals(topic.name()));
        LEDGER.noteStranger(letter.required("subject").asText());
        assertThat(new Stored(stack).count("notification", "parked")).isEqualTo(1);
        assertThat(desk.discard(letter, "Put there by a test")).isEqualTo("discarded");
    }

    @ParameterizedTest
    @MethodSource("ofANewCalendar")
    @Order(1)
    void a_date_on_a_day_that_is_none_moves_once_though_its_owner_ended_at(CrashPoint point) throws Exception {
        Portal.Answer asked = LEDGER.note(ask(enquiry()), "enquiry-received");
        String day = asked.text("/deadlines/0/dueOn");

        endAt(
                point,
                () -> new MemberServices(stack, portal, portal.council())
                        .proclaim(
                                Map.of("day", day, "why", "Day of rest by proclamation", "source", "Proclamation"),
                                201));

        assertThat(portal.enquiry("officer-1", asked).text("/deadlines/0/dueOn"))
                .isGreaterThan(day);
        assertThat(new Stored(stack).events("enquiry", "enquiry", portal.council()))
                .filteredOn(event -> event.type().equals("deadline-moved")
                        && event.fact("deadlineId").equals(asked.text("/deadlines/0/id")))
                .hasSize(1);
    }

    /** I1 to I7, of all that was asked while services ended under it. */
    @Test
    @Order(2)
    void and_what_is_left_is_whole() {
        stack.clock().moveTo(stack.clock().now().plus(FORTNIGHT));
        stack.awaitRest(PATIENCE);

        assertThat(LEDGER.acknowledged()).isNotEmpty();
        new Invariants(stack, LEDGER).hold();
    }

    /** Makes a service come by its point and end there, and starts it again. */
    private static void endAt(CrashPoint point, Runnable provoked) throws IOException {
        String service = service(point);
        Files.writeString(chosen(service), point.code());
        CompletableFuture<Void> underWay = CompletableFuture.runAsync(provoked);
        Awaitility.await("the end of " + service)
                .atMost(PATIENCE)
                .failFast("what was to make it end has failed", underWay::isCompletedExceptionally)
                .until(() -> !stack.isRunning(service));
        assertThat(Files.readString(stack.log(service)).stripTrailing()).endsWith(Crash.ended(point.code()));
        Files.delete(chosen(service));
        if (service.equals("notification-service")) {
            // What was claimed by whoever is dead is free again when its time is over, which is a minute.
            new Stored(stack).execute("notification", "update mail set claimed_until = null");
        }
        start(service);
        underWay.join();
        stack.awaitRest(PATIENCE);
    }

    private static void assertAnsweredTheSame(Portal.Request request, int status, String eventType) throws Exception {
        Portal.Answer first = ask(request);
        Portal.Answer again = portal.once(request);
        assertThat(first.status()).isEqualTo(status);
        assertThat(List.of(again.status(), again.location(), again.etag()))
                .isEqualTo(List.of(first.status(), first.location(), first.etag()));
        LEDGER.note(again, eventType);
    }

    private static Portal.Request enquiry() {
        return portal.request(
                "member-services",
                "enquiry-service",
                "/enquiries",
                Optional.empty(),
                Portal.telephoned("Lanterns", "When?", stack.clock().now().toString()));
    }

    private static Portal.Answer ask(Portal.Request request) {
        return Awaitility.await("an answer")
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> portal.once(request), answer -> answer.status() != 503);
    }

    private static String service(CrashPoint point) {
        return List.of("command", "relay", "recount").contains(part(point))
                ? "enquiry-service"
                : "notification-service";
    }

    private static String part(CrashPoint point) {
        return point.code().substring(0, point.code().indexOf('.'));
    }

    /** Where a service is told at which point to end. */
    private static Path chosen(String service) {
        return directory.resolve(service + ".ends-at");
    }

    private static void start(String service) {
        stack.restart(service, List.of("-javaagent:%s=%s".formatted(agent(), chosen(service))));
    }

    private static Path agent() {
        Path built = Stacks.repository().resolve("libraries/crash-points/target");
        try (var files = Files.list(built)) {
            return files.filter(file -> file.getFileName().toString().matches("crash-points-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("crash-points is not built"));
        } catch (IOException failure) {
            throw new IllegalStateException("crash-points is not built", failure);
        }
    }
}
