package uk.concordat.enquiry.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUE;
import static uk.concordat.enquiry.domain.CityEnquiry.DIRECTOR;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.testing.Rule;

/** What the topic is told of an enquiry's further course: promises, delays, other officers, rungs and other days. */
class CoursePublishedTest {

    @Test
    @Rule({"COL-24", "HAR-34"})
    void a_departure_tells_from_which_rule_and_by_whom_but_not_why() {
        JsonNode told = told("departed");

        assertThat(told.required("rule").asText()).isEqualTo("COL-24");
        assertThat(fields(told)).containsExactlyInAnyOrder("reference", "by", "at", "rule");
    }

    @Test
    @Rule("HAR-36")
    void a_promised_day_is_a_deadline_that_was_set_on_the_basis_of_a_promise() {
        JsonNode promise = only(told("reply-promised"));

        assertThat(promise.required("action").asText()).isEqualTo("set");
        assertThat(promise.required("status").asText()).isEqualTo("open");
        assertThat(promise.required("kind").asText()).isEqualTo("promised-response");
        assertThat(promise.required("dueOn").asText()).isEqualTo("2026-09-18");
        assertThat(promise.required("basis").required("source").asText()).isEqualTo("promise");
        assertThat(promise.required("basis").required("rule").asText()).isEqualTo("HAR-36");
    }

    @Test
    @Rule("COL-30")
    void a_holding_reply_tells_whether_it_acknowledges_and_mentions_only_what_that_settles() {
        assertThat(all("holding-reply-sent"))
                .extracting(
                        message -> message.required("acknowledges").asBoolean(),
                        message -> message.required("deadlines").size())
                .containsExactly(tuple(false, 0), tuple(true, 1));
    }

    @Test
    @Rule("HAR-37")
    void a_revision_in_time_moves_the_promise_and_one_after_it_sets_another() {
        JsonNode inTime = all("timescale-revised").getFirst();
        JsonNode late = all("timescale-revised").getLast();

        assertThat(inTime.required("inTime").asBoolean()).isTrue();
        assertThat(inTime.required("replyBy").asText()).isEqualTo("2026-09-30");
        assertThat(inTime.required("slippage").asInt()).isEqualTo(8);
        assertThat(only(inTime).required("action").asText()).isEqualTo("moved");
        assertThat(only(inTime).required("revision").asInt()).isEqualTo(2);
        assertThat(late.required("inTime").asBoolean()).isFalse();
        assertThat(only(late).required("action").asText()).isEqualTo("set");
        assertThat(only(late).required("revision").asInt()).isEqualTo(1);
        assertThat(only(late).required("deadlineId")).isNotEqualTo(only(inTime).required("deadlineId"));
    }

    @Test
    void an_assignment_names_the_new_officer_for_every_date_and_who_is_told_of_what_was_missed() {
        JsonNode told = told("assigned");

        assertThat(told.required("officer").required("personId").asText())
                .isEqualTo(COLLEAGUE.value().toString());
        assertThat(told.required("deadlines")).hasSize(2).allSatisfy(deadline -> {
            assertThat(deadline.required("action").asText()).isEqualTo("reassigned");
            assertThat(deadline.required("responsible").required("personId").asText())
                    .isEqualTo(COLLEAGUE.value().toString());
        });
        assertThat(told.required("deadlines").get(0).required("status").asText())
                .isEqualTo("missed");
        assertThat(people(told.required("deadlines").get(0)))
                .containsExactly(COLLEAGUE.value() + " responsible-officer", DIRECTOR.value() + " director");
        assertThat(told.required("deadlines").get(1).has("told")).isFalse();
    }

    @Test
    void a_rung_tells_who_is_told_by_which_post_who_was_passed_over_and_whether_it_climbs_on() {
        JsonNode rung = only(all("deadline-breached").getFirst());

        assertThat(rung.required("rung").asInt()).isEqualTo(1);
        assertThat(rung.required("status").asText()).isEqualTo("missed");
        assertThat(people(rung)).containsExactly(DIRECTOR.value() + " director");
        assertThat(rung.required("told").get(0).has("postId")).isTrue();
        assertThat(rung.required("passedOver")).singleElement().satisfies(post -> {
            assertThat(post.required("postId").asText())
                    .isEqualTo(MANAGER_STEP.post().value().toString());
            assertThat(post.required("why").asText()).isEqualTo("vacant");
        });
        assertThat(rung.required("climbs").asBoolean()).isTrue();
    }

    @Test
    @Rule("HAR-38")
    void what_a_member_missed_is_told_to_the_member_without_a_post_and_to_the_asking_officer() {
        JsonNode breach = only(all("deadline-breached").getLast());

        assertThat(people(breach))
                .containsExactly(MEMBER.value() + " responsible-member", OFFICER.value() + " asking-officer");
        assertThat(breach.required("told").get(0).has("postId")).isFalse();
        assertThat(breach.required("climbs").asBoolean()).isFalse();
        assertThat(breach.required("responsible").has("postId")).isFalse();
    }

    @Test
    @Rule("HAR-38")
    void an_enquiry_that_was_put_to_a_member_is_told_with_both_and_the_members_clock() {
        JsonNode told = told("put-to-member");

        assertThat(told.required("member").asText()).isEqualTo(MEMBER.value().toString());
        assertThat(told.required("officer").required("personId").asText())
                .isEqualTo(OFFICER.value().toString());
        assertThat(only(told).required("responsible").required("personId").asText())
                .isEqualTo(MEMBER.value().toString());
        assertThat(fields(told)).doesNotContain("capacity", "loggedBy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"followed-up", "reopened"})
    void a_further_round_mentions_the_clocks_that_started_anew_and_none_of_the_first(String what) {
        assertThat(told(what).required("deadlines")).hasSize(2).allSatisfy(deadline -> {
            assertThat(deadline.required("action").asText()).isEqualTo("set");
            assertThat(deadline.required("status").asText()).isEqualTo("open");
        });
    }

    @Test
    void a_closure_touches_no_date() {
        assertThat(told("closed").required("deadlines")).isEmpty();
        assertThat(told("closed").required("at").asText()).isEqualTo(BETWEEN.toString());
    }

    @Test
    void a_date_that_moved_is_mentioned_as_it_is_now_under_its_next_revision() {
        JsonNode moved = only(told("deadline-moved"));

        assertThat(moved.required("action").asText()).isEqualTo("moved");
        assertThat(moved.required("status").asText()).isEqualTo("open");
        assertThat(moved.required("revision").asInt()).isEqualTo(2);
        assertThat(moved.required("dueOn").asText()).isEqualTo("2027-01-13");
    }

    @Test
    void a_breach_that_was_annulled_is_mentioned_as_open_again() {
        JsonNode annulled = only(told("deadline-annulled"));

        assertThat(annulled.required("action").asText()).isEqualTo("annulled");
        assertThat(annulled.required("status").asText()).isEqualTo("open");
        assertThat(annulled.required("revision").asInt()).isEqualTo(2);
        assertThat(annulled.required("dueOn").asText()).isEqualTo("2026-12-31");
    }

    /** What is told first under that name. */
    private static JsonNode told(String what) {
        return all(what).getFirst();
    }

    private static List<JsonNode> all(String what) {
        List<JsonNode> told = PublishedLives.all()
                .filter(each -> each.publication().type().equals("uk.concordat.enquiry." + what + ".v1"))
                .map(PublishedLives.Told::data)
                .toList();
        assertThat(told).as(what).isNotEmpty();
        return told;
    }

    private static JsonNode only(JsonNode message) {
        JsonNode deadlines = message.required("deadlines");
        assertThat(deadlines).hasSize(1);
        return deadlines.get(0);
    }

    private static List<String> people(JsonNode deadline) {
        return StreamSupport.stream(deadline.required("told").spliterator(), false)
                .map(each -> each.required("personId").asText() + " "
                        + each.required("toldAs").asText())
                .toList();
    }

    private static List<String> fields(JsonNode message) {
        return message.properties().stream().map(Map.Entry::getKey).toList();
    }
}
