package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An officer has seen what they change as it is, whatever a directory and files do beside it; of two at once one has not. */
@QuarkusTest
class WhileOthersWriteTest extends OfCalendars {

    private static final String COUNCIL = "busy";
    private static final String CHIEF = "head-of-paid-service";
    private static final String PATH = "/councils/busy";
    private static final Map<String, String> WITHDRAWAL = Map.of("reason", "Not after all.");
    private static final int AT_ONCE = 4;

    @Test
    void a_directory_and_files_between_reading_and_writing_are_no_matter_and_of_several_officers_at_once_one_writes()
            throws Exception {
        loaded(COUNCIL);
        proclaim(COUNCIL, CLERK, day(JANUARY)).then().statusCode(201);
        sent(CLERK, "/closures", Map.of("from", "2026-12-29", "why", "Christmas closure", "source", "Minute 41"))
                .then()
                .statusCode(201);
        sent(
                        CHIEF,
                        "/protocols",
                        Map.of(
                                "pack",
                                "city-of-london",
                                "version",
                                Installation.NEXT_VERSION,
                                "from",
                                "2027-04-01",
                                "reason",
                                "Resolved."))
                .then()
                .statusCode(201);
        String settings = seen("/settings");
        String day = seen("/non-working-days/" + JANUARY);
        String closure = seen("/closures/2026-12-29");
        String protocol = seen("/protocols/2027-04-01");

        others_write();

        assertThat(seen("/settings")).isEqualTo(settings);
        assertThat(atOnce(i -> sending(CHIEF, settings)
                        .body(Map.of("rungWorkingDays", i + 5, "reason", "The standard of 2027."))
                        .put(PATH + "/settings")))
                .containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(atOnce(_ -> withdrawn(CLERK, day, "/non-working-days/" + JANUARY)))
                .containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(atOnce(_ -> withdrawn(CLERK, closure, "/closures/2026-12-29")))
                .containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(atOnce(_ -> withdrawn(CHIEF, protocol, "/protocols/2027-04-01")))
                .containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    private static void others_write() {
        new ScimClient(COUNCIL)
                .created("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"new-1\"}");
        imported(CsvFiles.ofTheCityAs(COUNCIL).replacing("people", "Callum Brodie", "Callum Brodie-Hay"))
                .statusCode(200);
        proclaim(COUNCIL, CLERK, day("2027-01-05")).then().statusCode(201);
    }

    private static RequestSpecification sending(String username, String seen) {
        return as(COUNCIL, username).header("If-Match", seen).contentType(ContentType.JSON);
    }

    private static Response sent(String username, String path, Map<String, String> body) {
        return as(COUNCIL, username).contentType(ContentType.JSON).body(body).post(PATH + path);
    }

    private static Response withdrawn(String username, String seen, String path) {
        return sending(username, seen).body(WITHDRAWAL).post(PATH + path + "/withdrawal");
    }

    private static String seen(String path) {
        return as(COUNCIL, "member-lone").get(PATH + path).getHeader("ETag");
    }

    private interface Writing {
        Response write(int number);
    }

    private static List<Integer> atOnce(Writing writing) throws Exception {
        try (ExecutorService officers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Integer>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> officers.submit(() -> writing.write(i).statusCode()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
