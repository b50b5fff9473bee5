package uk.concordat.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of the services, run from its built jars in a process of its own. */
final class ServiceProcess implements Component {

    static final List<String> NAMES = List.of("council-service", "enquiry-service", "notification-service");

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xmx192m",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final String name;
    private final String service;
    private final int port;
    private final Path jar;
    private final Path target;
    private final Backends backends;
    private final MailServer mail;
    private final ManagedProcess process;
    private final HttpClient http;

    /** @param service which service it is a replica of, and whose database and place among the consumers it shares */
    ServiceProcess(
            String name,
            String service,
            int port,
            Path repository,
            StackDirectory directory,
            Backends backends,
            MailServer mail,
            HttpClient http) {
        this.name = name;
        this.service = service;
        this.port = port;
        this.target = repository.toAbsolutePath().normalize().resolve(service).resolve("target");
        this.jar = target.resolve("quarkus-app/quarkus-run.jar");
        this.backends = backends;
        this.mail = mail;
        this.process = new ManagedProcess(name, directory);
        this.http = http;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    String service() {
        return service;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public ServiceProcess start() {
        return start(List.of());
    }

    /** @param options of the JVM, for this one start */
    ServiceProcess start(List<String> options) {
        launch(options);
        awaitReady(List.of(this));
        return this;
    }

    /** Starts services at the same time and returns when all are ready; one that ends calls the others off, which may wait for it. */
    static void startAll(List<ServiceProcess> services) {
        services.forEach(service -> service.launch(List.of()));
        awaitReady(services);
    }

    private static void awaitReady(List<ServiceProcess> services) {
        Waiting.until(
                () -> services.stream().anyMatch(service -> !service.isRunning())
                        || services.stream().allMatch(ServiceProcess::isReady),
                START);
        services.stream()
                .filter(service -> !service.isRunning())
                .findFirst()
                .or(() ->
                        services.stream().filter(service -> !service.isReady()).findFirst())
                .ifPresent(service -> {
                    throw new StackFailure("%s did not become ready. Its log is %s and ends:%n%s"
                            .formatted(service.name, service.process.log(), service.process.lastLines(15)));
                });
    }

    private void launch(List<String> options) {
        if (!Files.exists(jar)) {
            throw new StackFailure(
                    "%s is not built: there is no %s. Run ./mvnw -DskipTests package".formatted(name, jar));
        }
        List<String> arguments = new ArrayList<>(JVM);
        // An agent changes classes, so the archive could not be used.
        arguments.addAll(options.isEmpty() ? archive() : options);
        arguments.addAll(List.of("-jar", jar.toString()));
        process.start(arguments, environment());
    }

    /**
     * The JVM keeps the classes it has loaded in a file, ready to be mapped, which halves the time of a start. It writes
     * the file when it first ends in good order. It would neither use nor replace one of other jars: its name says of which.
     */
    private List<String> archive() {
        try {
            Path classes = target.resolve(
                    "classes-%d.jsa".formatted(Files.getLastModifiedTime(jar).toMillis()));
            try (DirectoryStream<Path> archives = Files.newDirectoryStream(target, "classes-*.jsa")) {
                for (Path archive : archives) {
                    if (!archive.equals(classes)) {
                        Files.deleteIfExists(archive);
                    }
                }
            }
            return List.of(
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + classes,
                    "-Xlog:cds=off",
                    "-Xlog:aot=off");
        } catch (IOException failure) {
            throw new StackFailure("Archives of classes in " + target + " cannot be seen to", failure);
        }
    }

    @Override
    public boolean isReady() {
        HttpRequest ready = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while " + name + " was asked whether it is ready", interrupted);
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return process.process().stream().toList();
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public void kill() {
        process.kill();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        backends.configuration(service).forEach((property, value) -> environment.put(variable(property), value));
        mail.configuration(service).forEach((property, value) -> environment.put(variable(property), value));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        return environment;
    }

    /** A property's name as an environment variable. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
