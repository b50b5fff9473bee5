package uk.concordat.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Loads councils from their CSV files into council-service, and waits until the other services know their people. */
final class CouncilImport {

    private static final List<String> FILES = List.of("council", "people", "posts", "holders");
    private static final List<String> FILES_IF_THERE = List.of(
            "deputies",
            "allocations",
            "groups",
            "group-members",
            "wards",
            "ward-members",
            "bodies",
            "body-members",
            "elections");
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration SPREAD = Duration.ofSeconds(60);

    private final HttpClient http;
    private final Tokens tokens;
    private final Function<String, URI> address;

    CouncilImport(HttpClient http, Tokens tokens, Function<String, URI> address) {
        this.http = http;
        this.tokens = tokens;
        this.address = address;
    }

    /** Somebody of a council that was loaded, by whom a service is found to know it. */
    record Loaded(String council, String person) {}

    /** Loads the council whose files are in a directory, or each of those in its directories, and waits for all. */
    void load(Path directory) {
        if (Files.exists(directory.resolve("council.csv"))) {
            awaitReplicas(List.of(sendCouncil(directory)));
            return;
        }
        try (Stream<Path> councils = Files.list(directory)) {
            awaitReplicas(councils.filter(council -> Files.exists(council.resolve("council.csv")))
                    .sorted()
                    .map(this::sendCouncil)
                    .toList());
        } catch (IOException failure) {
            throw new StackFailure("The councils in " + directory + " cannot be listed", failure);
        }
    }

    /** Sends a council's files; the services hear of it while the next one is sent. */
    Loaded sendCouncil(Path directory) {
        Map<String, String> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(name, read(directory.resolve(name + ".csv"))));
        FILES_IF_THERE.stream()
                .filter(name -> Files.exists(directory.resolve(name + ".csv")))
                .forEach(name -> files.put(name, read(directory.resolve(name + ".csv"))));
        CsvForm form = new CsvForm(files);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(address.apply("council-service").resolve("/imports"))
                        .timeout(ANSWER)
                        .header("Authorization", "Bearer " + tokens.operator())
                        .header("Content-Type", form.contentType())
                        .POST(HttpRequest.BodyPublishers.ofString(form.body()))
                        .build());
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new StackFailure("The council in %s was not loaded (HTTP %d).%n%s"
                    .formatted(directory, answer.statusCode(), ProblemText.of(answer.body())));
        }
        return new Loaded(first(files, "council", "key"), first(files, "people", "username"));
    }

    void awaitReplicas(List<Loaded> councils) {
        councils.forEach(this::awaitReplicas);
    }

    private void awaitReplicas(Loaded loaded) {
        String token = tokens.forPerson(loaded.council(), loaded.person());
        ServiceProcess.NAMES.forEach(service -> {
            HttpRequest me = HttpRequest.newBuilder(address.apply(service).resolve("/me"))
                    .timeout(ANSWER)
                    .header("Authorization", "Bearer " + token)
                    .build();
            if (!Waiting.until(() -> send(me).statusCode() == 200, SPREAD)) {
                throw new StackFailure("%s does not know %s of %s after %d s: GET /me answers %d"
                        .formatted(
                                service, loaded.person(), loaded.council(), SPREAD.toSeconds(), send(me).statusCode()));
            }
        });
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new StackFailure("There is no answer from " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + request.uri(), interrupted);
        }
    }

    private static String first(Map<String, String> files, String name, String column) {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(files.getOrDefault(name, "")))) {
            return parser.stream()
                    .findFirst()
                    .map((CSVRecord line) -> line.get(column))
                    .orElseThrow(() -> new StackFailure(name + ".csv has no line"));
        } catch (IOException | IllegalArgumentException failure) {
            throw new StackFailure(name + ".csv cannot be read", failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new StackFailure("The file " + file + " cannot be read", failure);
        }
    }
}
