package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody changes an enquiry unless they have seen it as it is. */
@QuarkusTest
class IfMatchTest extends OverHttp {

    @Test
    void an_act_without_it_is_told_to_send_it() {
        Response received = received();
        Stored before = Stored.now();
        for (String act : ACTS) {
            Problems.assertProblem(
                    as("officer-1").body(letter("Seen.")).post("/enquiries/{id}/{act}", id(received), act),
                    428,
                    "if-match-missing");
        }
        Problems.assertProblem(with("", received), 428, "if-match-missing");
        before.assertUnchanged();
    }

    @Test
    void a_stale_one_is_refused_and_the_present_one_accepted() {
        Response received = received();
        Response acknowledged = act("officer-1", received, "acknowledgement", letter("Seen."));
        Stored before = Stored.now();

        Problems.assertProblem(act("officer-1", received, "response", letter("Done.")), 412, "if-match-stale");
        before.assertUnchanged();
        act("officer-1", acknowledged, "response", letter("Done.")).then().statusCode(200);
    }

    @Test
    void the_tag_of_another_enquiry_is_stale_here() {
        Response received = received();
        Response other = received();

        Problems.assertProblem(with(other.header("ETag"), received), 412, "if-match-stale");
    }

    @Test
    void a_weak_tag_never_matches() {
        Response received = received();

        Problems.assertProblem(with("W/" + received.header("ETag"), received), 412, "if-match-stale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "abc", "\"", "\"abc", "abc\"", "\"a\"b\"", "**", "* ,\"abc\"", "w/\"abc\"", "\"a b\""})
    void what_is_no_tag_is_refused_as_such(String malformed) {
        Response received = received();
        Stored before = Stored.now();

        Problems.assertProblem(with(malformed, received), 400, "bad-if-match");
        before.assertUnchanged();
    }

    @Test
    void the_present_tag_without_its_quotes_is_no_tag() {
        Response received = received();

        Problems.assertProblem(with(received.header("ETag").replace("\"", ""), received), 400, "bad-if-match");
    }

    @Test
    void one_of_several_tags_is_enough_and_commas_within_a_tag_do_not_part_it() {
        Response received = received();

        with("\"a,b\", W/\"c\",\t%s , \"d\"".formatted(received.header("ETag")), received)
                .then()
                .statusCode(200);
    }

    @Test
    void a_star_accepts_the_case_as_it_is() {
        Response received = received();
        act("officer-1", received, "acknowledgement", letter("Seen.")).then().statusCode(200);

        as("officer-1")
                .header("If-Match", "*")
                .body(letter("Done."))
                .post("/enquiries/{id}/response", id(received))
                .then()
                .statusCode(200)
                .body("status", equalTo("answered"));
    }

    private static Response with(String ifMatch, Response received) {
        return as("officer-1")
                .header("If-Match", ifMatch)
                .body(letter("Seen."))
                .post("/enquiries/{id}/acknowledgement", id(received));
    }
}
