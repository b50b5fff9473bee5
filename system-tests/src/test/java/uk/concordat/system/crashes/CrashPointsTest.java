package uk.concordat.system.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
import uk.concordat.system.Portal;
import uk.concordat.system.Stacks;
import uk.concordat.system.Stored;

/** A service ends at each point of its code where it can hurt, and starts again on what is left: nothing is lost or doubled. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashPointsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Whatever is received now is due by then. */
    private static final Duration WEEK = Duration.ofDays(7);

    /** Those that are tried each time: an end costs a start, and ten seconds until the broker takes a consumer for dead. */
    private static final Set<CrashPoint> IN_SHORT = EnumSet.of(
            CrashPoint.COMMAND_COMMITTED,
            CrashPoint.RELAY_BEFORE_DELETE,
            CrashPoint.CONSUMER_COMMITTED,
            CrashPoint.SWEEP_BEFORE_COMMIT);

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static Portal portal;
    private static final Ledger LEDGER = new Ledger();

    @BeforeAll
    static void a_stack_whose_services_can_be_ended_at_their_points() {
        stack = Stacks.started(directory.resolve("stack"));
        portal = new Portal(stack, "city-of-london");
        List.of("enquiry-service", "notification-service").forEach(CrashPointsTest::start);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** All of them with {@code -Dconcordat.crash-points=all}. */
    static Stream<CrashPoint> points() {
        boolean all = System.getProperty("concordat.crash-points", "").equals("all");
        return (all ? EnumSet.allOf(CrashPoint.class) : IN_SHORT).stream();
    }

    @ParameterizedTest
    @MethodSource("points")
    @Order(1)
    void all_is_as_it_would_be_though_a_service_ended_at(CrashPoint point) throws Exception {
        String service = service(point);
        Portal.Request request = portal.request(
                "member-services",
                "enquiry-service",
                "/enquiries",
                Optional.empty(),
                Portal.telephoned("Lanterns", "When?", stack.clock().now().toString()));
        if (needsTheClock(point)) {
            ask(request);
            stack.awaitRest(PATIENCE);
        }

        Files.writeString(chosen(service), point.code());
        CompletableFuture<?> underWay = needsTheClock(point)
                ? CompletableFuture.supplyAsync(
                        () -> stack.clock().moveTo(stack.clock().now().plus(WEEK)))
                : CompletableFuture.supplyAsync(() -> ask(request));
        Awaitility.await("the end of " + service).atMost(PATIENCE).until(() -> !stack.isRunning(service));
        assertThat(Files.readString(stack.log(service)).stripTrailing()).endsWith(Crash.ended(point.code()));
        Files.delete(chosen(service));
        if (service.equals("notification-service")) {
            // What was claimed by whoever is dead is free again when its time is over, which is a minute.
            new Stored(stack).execute("notification", "update mail set claimed_until = null");
        }
        start(service);
        underWay.join();
        stack.awaitRest(PATIENCE);

        Portal.Answer first = ask(request);
        Portal.Answer again = portal.once(request);
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(first.location());
        LEDGER.note(again, "enquiry-received");
    }

    /** I1 to I7, of all that was asked while services ended under it. */
    @Test
    @Order(2)
    void and_what_is_left_is_whole() {
        stack.clock().moveTo(stack.clock().now().plus(WEEK));
        stack.awaitRest(PATIENCE);

        assertThat(LEDGER.acknowledged()).isNotEmpty();
        new Invariants(stack, LEDGER).hold();
    }

    private static Portal.Answer ask(Portal.Request request) {
        return Awaitility.await("an answer")
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> portal.once(request), answer -> answer.status() != 503);
    }

    private static boolean needsTheClock(CrashPoint point) {
        return List.of("sweep", "reminder", "mail").contains(part(point));
    }

    private static String service(CrashPoint point) {
        return List.of("command", "relay").contains(part(point)) ? "enquiry-service" : "notification-service";
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
