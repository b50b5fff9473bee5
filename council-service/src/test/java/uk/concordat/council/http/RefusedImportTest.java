package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Files with faults: each fault is told with its place and remedy, and nothing of the files is loaded. */
@QuarkusTest
class RefusedImportTest extends OverHttp {

    private static final String KEY = "never-loaded";

    private final CsvFiles files = CsvFiles.ofTheCityAs(KEY);

    @AfterEach
    void nothingIsLoaded() {
        assertThat(events(KEY)).isZero();
        assertThat(ServiceUnderTest.count("outbox", "tenant = '%s'".formatted(KEY)))
                .isZero();
        assertThat(KafkaTopics.named("concordat." + KEY + ".")).isEmpty();
    }

    @Test
    void every_broken_cell_is_told_with_file_line_column_and_remedy() {
        ValidatableResponse answer = refused(files.replacing(
                        "people", "officer-1,Daniel Ashcombe,officer", "Officer One,,chief")
                .replacing("posts", "officer,manager-1,2000-01-01", "officer,manager-1,yesterday")
                .replacing("council", "Europe/London", "Europe/Londres")
                .replacing("council", ",COL,", ",col,")
                .replacing("holders", "officer-2,officer-2,2000-01-01,", "officer-2,officer-2,2000-01-01,1999-12-31"));

        assertThat(places(answer))
                .containsExactlyInAnyOrder(
                        "council.csv 2 zone",
                        "council.csv 2 reference",
                        "people.csv 19 username",
                        "people.csv 19 name",
                        "people.csv 19 kind",
                        "posts.csv 10 from",
                        "holders.csv 10 to");
        assertThat(answer.extract().jsonPath().getList("errors.remedy", String.class))
                .allSatisfy(remedy -> assertThat(remedy).isNotBlank());
    }

    @Test
    void files_that_do_not_fit_together_are_told_line_by_line() {
        ValidatableResponse answer = refused(files.replacing("council", "2006-04-13", "2007-01-01")
                .replacing("people", "officer-2,Fatima Noor", "officer-1,Fatima Noor")
                .replacing("posts", "line-manager,director-2", "line-manager,director-9")
                .replacing("holders", "finance-officer,finance-officer", "finance-officer,nobody"));

        assertThat(places(answer))
                .contains(
                        "council.csv 2 pack",
                        "people.csv 20 username",
                        "posts.csv 8 reportsTo",
                        "holders.csv 4 username");
    }

    @Test
    void a_line_with_too_few_or_too_many_cells_is_told() {
        assertThat(places(refused(files.replacing(
                        "people",
                        "member-lone,Ottilie Marsh,member,,2000-01-01,",
                        "member-lone,Marsh, Ottilie,member,,2000-01-01,"))))
                .containsExactly("people.csv 9 ");
    }

    @Test
    void quotation_marks_that_do_not_close_are_told_where_they_are() {
        assertThat(places(refused(files.replacing("posts", "Housing Officer,", "\"Housing Officer,"))))
                .allSatisfy(place -> assertThat(place).startsWith("posts.csv "));
    }

    @Test
    void a_file_that_is_not_utf_8_is_not_taken_for_it() {
        ValidatableResponse answer = refused(files.in("people", StandardCharsets.ISO_8859_1));

        assertThat(places(answer)).containsExactly("people.csv 4 name");
        answer.body("errors[0].remedy", containsString("UTF-8"));
    }

    @Test
    void a_file_in_utf_16_is_refused() {
        refused(files.in("people", StandardCharsets.UTF_16));
    }

    @Test
    void control_characters_and_endless_cells_are_told() {
        assertThat(places(refused(files.replacing("people", "Hugh Tennison", "Hugh\0Tennison")
                        .replacing("people", "Nadia Bellamy", "N".repeat(1_000_000))
                        .replacing("posts", "Street Works Officer", "\"Street\nWorks Officer\""))))
                .containsExactlyInAnyOrder("people.csv 6 name", "people.csv 15 name", "posts.csv 10 title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"council", "people", "posts", "holders"})
    void a_missing_part_is_told(String part) {
        ValidatableResponse answer = refused(files.without(part));

        assertThat(places(answer)).containsExactly(part + ".csv 1 ");
        answer.body("errors[0].problem", equalTo("is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"council", "people", "posts", "holders"})
    void an_empty_file_is_told(String part) {
        assertThat(places(refused(files.with(part, "")))).containsExactly(part + ".csv 1 ");
    }

    @Test
    void columns_of_another_name_or_order_are_told() {
        assertThat(places(refused(files.replacing("holders", "post,username,from,to", "username,post,from,to"))))
                .containsExactly("holders.csv 1 ");
    }

    @Test
    void a_council_without_a_line_and_one_with_two_are_told() {
        refused(files.with("council", "key,name,reference,zone,pack,packVersion,from\n"));
        refused(files.with(
                "council",
                files.text("council")
                        + files.text("council").lines().skip(1).findFirst().orElseThrow() + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "True", ""})
    void a_dry_run_that_is_neither_true_nor_false_loads_nothing(String dryRun) {
        files.in(asOperator())
                .post("/imports?dryRun=" + dryRun)
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-dry-run"));
    }

    @Test
    void a_part_that_is_no_file_of_a_council_or_is_there_twice_is_not_passed_over() {
        files.asUploadIn(asOperator())
                .multiPart("ward_members", "ward_members.csv", "ward,username,from,to".getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-part"))
                .body("detail", containsString("ward-members"));
        files.in(asOperator())
                .multiPart("deputy", "post,username,from,to")
                .post("/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-part"));
        files.asUploadIn(asOperator())
                .multiPart("people", "people.csv", "username".getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("part-twice"));
    }

    @Test
    void only_an_operator_loads_files() throws Exception {
        files.in(as(CITY, "head-of-paid-service"))
                .post("/imports")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("operators-only"));
        String forged = ForgedToken.operatorToo(ServiceUnderTest.tokens().forPerson(CITY, "officer-1"));
        files.in(with(forged)).post("/imports").then().statusCode(403).body("code", equalTo("operators-only"));
        files.in(RestAssured.given()).post("/imports").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void an_operator_loads_no_council_that_their_issuer_does_not_speak_for() {
        CsvFiles.ofTheCityAs("elsewhere")
                .in(asOperator())
                .post("/imports")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("issuer-not-for-council"));

        assertThat(events("elsewhere")).isZero();
        assertThat(KafkaTopics.named("concordat.elsewhere.")).isEmpty();
    }

    @Test
    void what_is_no_form_is_not_taken() {
        asOperator()
                .contentType("application/json")
                .body("{}")
                .post("/imports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        asOperator()
                .contentType("text/csv")
                .body(files.parts().get("people"))
                .post("/imports")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=here",
                "multipart/form-data; boundary=there",
                "multipart/form-data"
            })
    void a_form_that_breaks_off_or_has_no_parts_is_the_senders_fault(String contentType) throws Exception {
        String form = "--here\r\nContent-Disposition: form-data; name=\"people\"\r\n\r\nusername,na";

        HttpResponse<String> answer = sent(contentType, form.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /** The form is measured as it comes: what it has around its files counts too. */
    @Test
    void a_form_of_fourteen_mebibytes_is_read_and_one_of_a_byte_more_is_too_large() throws Exception {
        HttpResponse<String> most = sent("multipart/form-data; boundary=here", formOf(14 * 1024 * 1024));
        HttpResponse<String> more = sent("multipart/form-data; boundary=here", formOf(14 * 1024 * 1024 + 1));

        assertThat(most.statusCode()).isEqualTo(422);
        assertThat(more.statusCode()).isEqualTo(413);
        assertThat(more.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(more.body()).contains("body-too-large", "14 MiB");
    }

    @Test
    void a_body_of_thirty_megabytes_is_too_large() throws Exception {
        assertThat(sent("multipart/form-data; boundary=here", new byte[30 * 1024 * 1024])
                        .statusCode())
                .isEqualTo(413);
    }

    /** A form of so many bytes with one file, which has no more than its heading and the rest of the bytes. */
    private static byte[] formOf(int bytes) {
        String before = "--here\r\nContent-Disposition: form-data; name=\"people\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nusername,name,kind,group,from,to\n";
        String after = "\r\n--here--\r\n";
        return (before + "x".repeat(bytes - before.length() - after.length()) + after)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** An operator's request as it is, without a client that puts it right. */
    private static HttpResponse<String> sent(String contentType, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/imports".formatted(RestAssured.port)))
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .header("Authorization", "Bearer " + ServiceUnderTest.tokens().operator())
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static ValidatableResponse refused(CsvFiles files) {
        return imported(files)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("import-refused"));
    }

    /** Where the faults are: file, line and column. */
    private static List<String> places(ValidatableResponse answer) {
        List<Map<String, Object>> errors = answer.extract().path("errors");
        return errors.stream()
                .map(error -> "%s %s %s".formatted(error.get("file"), error.get("line"), error.get("column")))
                .toList();
    }
}
