package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A body of more than a mebibyte is not read to its end into memory, and its sender is told. */
@QuarkusTest
class TooLargeTest extends OverHttp {

    private static final int MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE + 1, 2 * MEBIBYTE, 10 * MEBIBYTE})
    void a_new_enquiry_that_is_too_large_is_refused(int bytes) {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1").body(padded(own(), bytes)).post("/enquiries"), 413, "body-too-large", "1 MiB");
        before.assertUnchanged();
    }

    @Test
    void an_act_that_is_too_large_is_refused() {
        Response received = received();
        Stored before = Stored.now();
        for (String act : List.of("acknowledgement", "response", "withdrawal")) {
            Problems.assertProblem(
                    act("officer-1", received, act, padded("{\"text\":\"Seen.\"}", 10 * MEBIBYTE)),
                    413,
                    "body-too-large");
        }
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/enquiries", "/enquiries/01890000-0000-7000-8000-000000000000/response"})
    void a_body_that_does_not_say_how_large_it_is_is_refused_when_it_turns_out_to_be(String path)
            throws IOException, InterruptedException {
        Stored before = Stored.now();
        byte[] body = padded(own(), 10 * MEBIBYTE).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = sendInChunks(path, body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"body-too-large\"");
        before.assertUnchanged();
    }

    @Test
    void a_body_beyond_all_measure_is_cut_off_and_harms_nobody_else() throws InterruptedException {
        Stored before = Stored.now();

        assertThat(isCutOff(new byte[40 * MEBIBYTE])).isTrue();

        before.assertUnchanged();
        as("member-red-1").body(own()).post("/enquiries").then().statusCode(201);
    }

    /** Whoever is cut off while sending may find the connection gone before they read the answer. */
    private static boolean isCutOff(byte[] body) throws InterruptedException {
        try {
            return sendInChunks("/enquiries", body).statusCode() == 413;
        } catch (IOException gone) {
            return true;
        }
    }

    @Test
    void a_body_of_exactly_a_mebibyte_is_read() {
        as("member-red-1")
                .body(padded(own(), MEBIBYTE))
                .post("/enquiries")
                .then()
                .statusCode(201);
    }

    private static HttpResponse<String> sendInChunks(String path, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + ServiceUnderTest.tokens().forPerson(COUNCIL, "member-red-1"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The same JSON with so much space before it that it has this size. */
    private static String padded(String json, int bytes) {
        return " ".repeat(bytes - json.getBytes(StandardCharsets.UTF_8).length) + json;
    }
}
