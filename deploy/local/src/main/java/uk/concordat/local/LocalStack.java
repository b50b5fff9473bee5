package uk.concordat.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka, a mail server and all services on this machine, for one person or one test. What it cannot do it says with a
 * {@link StackFailure}.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration SPREAD = Duration.ofSeconds(60);

    private final StackSettings settings;
    private final StackDirectory directory;
    private final Backends backends;
    private final StackParts parts;
    private final StackClock clock;
    private final RestCheck rest;
    private final CouncilImport councils;
    private @Nullable StackLock lock;
    private boolean closed;

    LocalStack(StackSettings settings) {
        this.settings = settings;
        this.directory = new StackDirectory(settings.directory());
        this.backends = new Backends(directory, settings.ports());
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        this.parts = new StackParts(settings, directory, backends, http);
        this.clock = new StackClock(backends.postgres(), backends.kafka());
        this.rest = new RestCheck(backends.postgres(), backends.kafka());
        this.councils = new CouncilImport(http, backends.tokens(), this::service);
    }

    /** Starts a stack and returns when it is ready for use. */
    public static LocalStack start(StackSettings settings) {
        return started(new LocalStack(settings));
    }

    /** Starts a stack that is stopped with this process, also if that is ended while it starts. */
    public static LocalStack startForThisProcess(StackSettings settings) {
        LocalStack stack = new LocalStack(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        return started(stack);
    }

    private static LocalStack started(LocalStack stack) {
        try {
            stack.start(_ -> {});
            return stack;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    /** Starts everything in order, on the data it finds, and tells what it does. */
    void start(Consumer<String> progress) {
        takeLock();
        parts.end(Component::stop);
        settings.ports().requireFree();
        settings.ports().rememberIn(directory.file());
        progress.accept("Starting PostgreSQL, Kafka and the mail server");
        Together.run(List.of(backends::start, parts.mail()::start));
        settings.clock().ifPresent(clock::requireStartAt);
        progress.accept("Starting " + String.join(", ", ServiceProcess.NAMES));
        ServiceProcess.startAll(parts.services());
        settings.clock().ifPresent(this::startAt);
        councils.awaitReplicas(settings.councils().stream()
                .map(council -> {
                    progress.accept("Loading " + council.getFileName());
                    return councils.sendCouncil(council);
                })
                .toList());
        // Everybody is known everywhere once all is at rest; what does not rest, such as a message that cannot be sent,
        // is no reason not to run.
        rest.await(SPREAD).forEach(restless -> progress.accept("Not at rest: " + restless));
    }

    private void startAt(LocalDateTime time) {
        List<String> notAtRest = clock.startAt(time).notAtRest();
        if (!notAtRest.isEmpty()) {
            throw new StackFailure("The clock stands at " + time + ", but not all came to rest: " + notAtRest);
        }
    }

    /** Where a service listens, such as {@code enquiry-service}. */
    public URI service(String name) {
        return parts.service(name).address();
    }

    /** Where a service and its further replicas listen. */
    public List<URI> addresses(String service) {
        return parts.addresses(service);
    }

    /**
     * Starts a further replica of a service on a port of its own, and returns when it is ready.
     *
     * @return the component's name, such as {@code enquiry-service-2}
     */
    public String addReplica(String service) {
        return parts.addReplica(service).name();
    }

    /** Stops a further replica in order; it is no component of the stack any more. */
    public void removeReplica(String name) {
        parts.removeReplica(name);
    }

    /** Where a pack that is put there is read by every service while it runs. */
    public Path packs() {
        return directory.packs();
    }

    public Tokens tokens() {
        return backends.tokens();
    }

    public StackClock clock() {
        return clock;
    }

    /** The clock, for whoever knows that something will not rest: it waits no longer for it than that. */
    public StackClock clock(Duration patience) {
        return new StackClock(backends.postgres(), backends.kafka(), patience);
    }

    public String bootstrapServers() {
        return backends.kafka().bootstrapServers();
    }

    /** Where mail is taken in, and where mailboxes are read by IMAP, each as host and port; any password will do. */
    public String smtp() {
        return parts.mail().smtp();
    }

    public String imap() {
        return parts.mail().imap();
    }

    /** The mail that has arrived in the stack's own mailboxes. */
    public Mailboxes mailboxes() {
        return parts.mail().mailboxes();
    }

    /** The address of a database: {@code council}, {@code enquiry} or {@code notification}. */
    public String jdbcUrl(String database) {
        return backends.postgres().jdbcUrl(database);
    }

    /** The user who sees every row of every database; needs no password. */
    public String superuser() {
        return PostgresServer.SUPERUSER;
    }

    /** Ends a component ({@code postgres}, {@code kafka}, {@code mail} or a service) by {@code kill -9} and returns when it is gone. */
    public void kill(String component) {
        parts.component(component).kill();
    }

    /** Stops a component in order. */
    public void stop(String component) {
        parts.component(component).stop();
    }

    /** Starts a component again, whether it runs or not, and returns when it is ready. */
    public void restart(String component) {
        Component again = parts.component(component);
        again.stop();
        again.start();
    }

    /** Starts a service again with further options of its JVM, and returns when it is ready; its next start has none of them. */
    public void restart(String service, List<String> options) {
        ServiceProcess again = parts.service(service);
        again.stop();
        again.start(options);
    }

    /** A component ({@code postgres}, {@code kafka}, {@code mail}, a service or a replica) as it runs now. */
    public StackPart part(String component) {
        return new StackPart(parts.component(component));
    }

    public boolean isRunning(String component) {
        return parts.component(component).isRunning();
    }

    /** What a component has written to its output, over all its runs. */
    public Path log(String component) {
        return directory.log(parts.component(component).name());
    }

    /** Loads the councils in a directory's CSV files, or in its directories', and returns when every service knows their people. */
    public void importCouncils(Path councilOrCouncils) {
        councils.load(councilOrCouncils);
        awaitRest(SPREAD);
    }

    /**
     * Waits until nothing is under way: no message unsent or unread, no deadline due and unreported, no
     * mail to be sent now.
     *
     * @throws StackFailure naming what does not rest in time
     */
    public void awaitRest(Duration atMost) {
        List<String> restless = rest.await(atMost);
        if (!restless.isEmpty()) {
            throw new StackFailure(
                    "Not at rest after %d s: %s".formatted(atMost.toSeconds(), String.join("; ", restless)));
        }
    }

    /** Stops everything in reverse order, and keeps the data. */
    @Override
    public void close() {
        StackLock held = giveUpLock();
        if (held != null) {
            try {
                parts.end(Component::close);
            } finally {
                held.close();
            }
        }
    }

    /** Whether it holds the directory, and so may have started something. */
    synchronized boolean hasBegun() {
        return lock != null;
    }

    /** Whether it is not being stopped: what ends then has not failed. */
    public boolean isOpen() {
        return !isClosed();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void takeLock() {
        if (closed) {
            throw new StackFailure("The stack is being stopped");
        }
        lock = StackLock.take(directory);
    }

    private synchronized @Nullable StackLock giveUpLock() {
        closed = true;
        StackLock held = lock;
        lock = null;
        return held;
    }

    /** The stack in a directory as another launcher runs it, or ran it last; it is not to be started. */
    static LocalStack in(Path directory, Path repository) {
        Ports ports = Ports.of(new StackDirectory(directory).file());
        return new LocalStack(new StackSettings(directory, repository, Optional.empty(), ports, List.of()));
    }

    KnownCouncils knownCouncils() {
        return new KnownCouncils(settings.repository(), backends.postgres());
    }

    /** Where mail reaches a person; of every council that knows somebody of that name, or of one. */
    List<MailAddresses.Found> addresses(Optional<String> council, String person) {
        return new MailAddresses(backends.postgres()).of(council, person);
    }

    /** A connection to a database as the user who sees every row. */
    Connection connect(String database) throws SQLException {
        return backends.postgres().connect(database);
    }

    List<Component> components() {
        return parts.all();
    }
}
