package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Every act is done once however often it is sent, by those only who have seen the enquiry as it is. */
@QuarkusTest
class ActsAgainTest extends OverHttp {

    static List<String> acts() {
        return ACTS;
    }

    @ParameterizedTest
    @MethodSource("acts")
    void an_act_sent_again_under_its_key_is_answered_again_and_done_once(String act) {
        Acts.Ready ready = Acts.ready(act);
        Map<String, String> headers = Map.of(
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                ready.enquiry().header("ETag"));
        Response first = ready.send(headers);
        first.then().statusCode(200);
        Stored before = Stored.now();

        ready.send(headers)
                .then()
                .statusCode(200)
                .header("ETag", first.header("ETag"))
                .body(equalTo(first.asString()));
        before.assertUnchanged();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void an_act_on_what_has_changed_since_is_refused(String act) {
        Acts.Ready ready = Acts.ready(act);
        Map<String, String> stale = Map.of("If-Match", "\"AAAAAAAAAAAAAAAAAAAAAA\"");
        Stored before = Stored.now();

        Problems.assertProblem(ready.send(stale), 412, "if-match-stale");
        Problems.assertProblem(ready.send(Map.of()), 428, "if-match-missing");
        before.assertUnchanged();
        ready.send().then().statusCode(200);
    }

    @Test
    void who_gave_an_enquiry_out_of_their_hands_is_told_nothing_of_it_on_asking_again() {
        Response received = received();
        Map<String, String> headers =
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", received.header("ETag"));
        Acts.Ready byItsOfficer = new Acts.Ready("assignment", COUNCIL, "officer-1", received);
        byItsOfficer.send(headers).then().statusCode(200).body("officer.username", equalTo("officer-3"));

        Problems.assertProblem(byItsOfficer.send(headers), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "assignment, director-1, response, officer-1",
        "holding-reply, officer-1, withdrawal, member-red-1",
        "acknowledgement, officer-1, holding-reply, manager-1"
    })
    void of_two_different_acts_at_once_one_is_taken(String one, String who, String other, String whoElse) {
        Response received = received();

        CompletableFuture<Response> first =
                CompletableFuture.supplyAsync(() -> act(who, received, one, Acts.body(one)));
        Response second = act(whoElse, received, other, Acts.body(other));

        List<Response> answers = List.of(first.join(), second);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .as(answers.stream().map(Response::asString).toList().toString())
                .hasSize(1);
        // Whoever lost it to another officer meanwhile is told nothing at all.
        Stream<Response> lost = answers.stream().filter(answer -> answer.statusCode() != 200);
        assertThat(lost).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(404, 409, 412));
        assertThat(ServiceUnderTest.count("event", "stream_id = '" + id(received) + "'"))
                .isEqualTo(2);
    }
}
