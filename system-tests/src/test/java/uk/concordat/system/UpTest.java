package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command starts everything, Ctrl-C stops it, and the next start finds the data: in order, and after a crash. */
class UpTest {

    private static final String ENQUIRY = """
            {"kind":"question","subject":"Street lighting","text":"When will the lamps in Moor Lane be mended?",
             "factual":true,"capacity":"ward","channel":"portal","addressee":"officer-1"}""";

    @TempDir
    Path directory;

    private Launcher launcher;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void a_launcher() {
        launcher = new Launcher(directory);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        launcher.stopAll();
    }

    /** Also that of a sixth council, which is added in between. */
    @Test
    void data_outlives_ctrl_c_and_kill_and_the_clock_goes_on_where_it_was() throws Exception {
        SixthCouncil sixth = new SixthCouncil(launcher);
        Launcher.Up first = launcher.up("--clock", "2026-12-24T10:00").awaitReady();
        assertThat(first.output()).contains("./concordat token city-of-london.member-red-1", "Thu 24 Dec 2026 10:0");
        HttpResponse<String> created = post(first);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(launcher.run("status").output())
                .contains("council-service", "enquiry-service", "notification-service", "kafka", "postgres", "mail")
                .doesNotContain("stopped", "not ready");
        JsonNode sixths = isAddedAndAsks(sixth, first);
        assertThat(first.interrupt()).isEqualTo(130);
        assertThat(first.output()).contains("Stopped. The data is kept in");
        assertThat(launcher.run("status").output().lines().filter(line -> line.endsWith("stopped")))
                .hasSize(6);

        sixth.takesItsPackAway(first);
        Launcher.Up second = launcher.up().awaitReady();
        assertThat(second.output()).contains("Thu 24 Dec 2026 10:");
        assertThat(get(location).body()).isEqualTo(created.body());
        assertThat(sixth.shown(second, sixths)).isEqualTo("503 pack-missing");
        sixth.putsItsPackThere(second);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sixth.shown(second, sixths).equals("acknowledged"));
        second.kill();

        Launcher.Up third = launcher.up().awaitReady();
        assertThat(get(location).body()).isEqualTo(created.body());
        assertThat(launcher.run("verify"))
                .satisfies(verified -> assertThat(verified.exit()).isZero())
                .satisfies(verified -> assertThat(verified.output())
                        .contains("enquiry: 1 streams", "view visible_enquiry: 1 rows", "Nothing is wrong."));
        assertThat(launcher.run("clock", "2026-12-23T10:00"))
                .satisfies(backwards -> assertThat(backwards.exit()).isEqualTo(1))
                .satisfies(backwards -> assertThat(backwards.output()).contains("forward only"));
        assertThat(launcher.run("clock", "+2wd").output()).contains("Wed 30 Dec 2026");
        assertThat(launcher.run("clock", "2027-01-20T09:00").output()).doesNotContain("Not at rest");
        for (String told : List.of("officer-1", "manager-1")) {
            assertThat(sixth.toldOfBreaches(third, told))
                    .singleElement()
                    .asString()
                    .startsWith(sixths.required("reference").asText() + " full-response: ")
                    .contains("Tuesday 19 January 2027", "4.3; AMB-04");
        }
        third.interrupt();
    }

    /** No service is built or started for it. */
    private static JsonNode isAddedAndAsks(SixthCouncil sixth, Launcher.Up up) throws Exception {
        assertThat(sixth.token("member-1"))
                .satisfies(unknown -> assertThat(unknown.exit()).isEqualTo(2))
                .satisfies(unknown -> assertThat(unknown.output()).contains("'ambleford' is no council"));
        sixth.isAdded(up);
        JsonNode enquiry = sixth.asks(up);
        assertThat(enquiry.required("reference").asText()).startsWith("AMB-E-2026-");
        assertThat(enquiry.at("/protocol/pack").asText()).isEqualTo("ambleford");
        assertThat(enquiry.required("deadlines"))
                .extracting(due -> due.required("dueOn").asText() + " "
                        + due.at("/basis/rule").asText())
                .containsExactly("2026-12-31 AMB-03", "2027-01-19 AMB-04");
        sixth.acknowledges(up, enquiry);
        assertThat(sixth.published(up, 2))
                .containsExactly("uk.concordat.enquiry.received.v1", "uk.concordat.enquiry.acknowledged.v1");
        return enquiry;
    }

    @Test
    void a_pack_with_a_misspelt_field_stops_the_start_and_is_named() throws Exception {
        Path packs = Files.createDirectories(directory.resolve("stack/packs"));
        String pack = Files.readString(
                Stacks.repository()
                        .resolve(
                                "libraries/protocols/src/main/resources/uk/concordat/protocols/pack/packs/city-of-london.yaml"));
        Files.writeString(
                packs.resolve("sixth.yaml"),
                pack.replace("version: 2006-04-13", "version: 2020-01-01")
                        .replace("workingDays: 10", "workingDay: 10"));

        Launcher.Up up = launcher.up().awaitReady();

        assertThat(up.awaitEnd()).isEqualTo(1);
        assertThat(up.output())
                .contains("sixth.yaml /enquiries/clocks/1/workingDay: expected no such field")
                .doesNotContain("notification-service did not become ready", "\"frames\"");
    }

    private HttpResponse<String> post(Launcher.Up up) throws IOException, InterruptedException {
        return http.send(
                request(up.printed("enquiry-service") + "/enquiries")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(ENQUIRY))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String location) throws IOException, InterruptedException {
        return http.send(request(location).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) throws IOException, InterruptedException {
        String token = launcher.run("token", "city-of-london.member-red-1").output();
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }
}
