package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;
import uk.concordat.protocols.testing.Rule;

@QuarkusTest
class LapsingTest extends OverHttp {

    private static final Instant A_MINUTE_BEFORE = DUE.minusSeconds(60);
    private static final Instant LATER = DUE.plus(Duration.ofDays(2));

    @Test
    @Rule("COL-28")
    void a_deadline_lapses_once_when_its_moment_has_come_and_not_before() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));

        ServiceUnderTest.clock(A_MINUTE_BEFORE);
        looked(CITY);
        enquiry.hasLapsed(0);

        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);
        ServiceUnderTest.clock(LATER);
        looked(CITY);
        enquiry.hasLapsed(1);
    }

    @Test
    void a_lapse_says_which_revision_and_rung_of_which_deadline_of_which_case() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));

        ServiceUnderTest.clock(LATER);
        Topic.Lying lapse = enquiry.awaitLapses(1).getFirst();

        assertThat(lapse.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "uk.concordat.deadline.lapsed.v1")
                .containsEntry("ce_source", "/councils/city-of-london/notifications")
                .containsEntry("ce_subject", enquiry.deadline().toString())
                .containsEntry("ce_sequence", "1")
                .containsEntry("content-type", "application/json");
        var data = Enquiry.data(lapse);
        assertThat(data.getString("deadlineId")).isEqualTo(enquiry.deadline().toString());
        assertThat(data.getInt("revision")).isEqualTo(1);
        assertThat(data.getInt("rung")).isZero();
        assertThat(data.getString("due")).isEqualTo("2026-12-31T00:00:00Z");
        assertThat(data.getString("case.source")).isEqualTo(enquiry.source());
        assertThat(data.getString("case.subject")).isEqualTo(enquiry.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"met", "withdrawn"})
    void what_is_met_or_withdrawn_in_time_never_lapses(String action) {
        Enquiry enquiry = enquiry().says("received", Mention.of("set")).says("acknowledged", Mention.of(action));

        ServiceUnderTest.clock(LATER);
        looked(CITY);

        enquiry.hasLapsed(0);
    }

    @Test
    void three_hundred_deadlines_of_one_moment_all_lapse_once() {
        List<Enquiry> enquiries =
                IntStream.range(0, 300).mapToObj(_ -> enquiry()).toList();
        received(enquiries);

        ServiceUnderTest.clock(LATER);

        eachLapsesOnce(CITY, enquiries);
    }

    @Test
    void each_council_hears_of_its_own_deadlines_even_of_two_with_the_same_id() {
        Enquiry ofTheCity = enquiry();
        Enquiry ofHarlow = ofTheCity.withTheSameDeadlineIn(HARLOW);
        ofTheCity.says("received", Mention.of("set"));
        ofHarlow.says("received", Mention.of("set").dueAt(LATER));

        ServiceUnderTest.clock(DUE);
        ofTheCity.awaitLapses(1);
        looked(HARLOW);
        ofHarlow.hasLapsed(0);

        ServiceUnderTest.clock(LATER);
        assertThat(Enquiry.data(ofHarlow.awaitLapses(1).getFirst()).getString("case.source"))
                .isEqualTo("/councils/harlow/enquiries");
        looked(CITY);
        ofTheCity.hasLapsed(1);
    }

    @Test
    void a_deadline_that_was_moved_in_time_lapses_at_its_new_moment_under_its_new_revision() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        enquiry.says("deadline-moved", Mention.of("moved").revision(2).dueAt(LATER));

        ServiceUnderTest.clock(DUE);
        looked(CITY);
        enquiry.hasLapsed(0);

        ServiceUnderTest.clock(LATER);
        assertThat(Enquiry.data(enquiry.awaitLapses(1).getFirst()).getInt("revision"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved", "annulled"})
    void a_deadline_that_has_lapsed_and_is_set_anew_lapses_again_under_its_new_revision(String action) {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);

        enquiry.says("followed-up", Mention.of(action).revision(2).dueAt(LATER));
        looked(CITY);
        enquiry.hasLapsed(1);

        ServiceUnderTest.clock(LATER);
        Topic.Lying second = enquiry.awaitLapses(2).getLast();
        assertThat(Enquiry.data(second).getInt("revision")).isEqualTo(2);
        assertThat(second.headers()).containsEntry("ce_sequence", "2");
    }

    @Test
    void a_deadline_that_was_spared_because_it_had_moved_still_lapses_at_its_new_moment() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);

        enquiry.says("deadline-moved", Mention.of("moved").revision(2).dueAt(LATER));
        enquiry.says("deadline-spared", Mention.of("spared").revision(2).dueAt(LATER));

        ServiceUnderTest.clock(LATER);
        enquiry.awaitLapses(2);
    }

    @Test
    void a_missed_deadline_that_gets_another_officer_does_not_lapse_again() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);

        enquiry.says("deadline-breached", Mention.of("breached")).says("assigned", Mention.of("reassigned"));
        looked(CITY);

        enquiry.hasLapsed(1);
    }

    @Test
    void nothing_changes_when_all_of_the_topic_comes_again_from_another_producer() {
        Enquiry lapsed = enquiry().says("received", Mention.of("set"));
        Enquiry met = enquiry().says("received", Mention.of("set"));
        Topic.Message inTime = met.message("acknowledged", Mention.of("met"));
        met.sends(inTime).sends(inTime).isTakenIn();
        ServiceUnderTest.clock(DUE);
        lapsed.awaitLapses(1);

        try (Topic another = Topic.on(ServiceUnderTest.bootstrapServers())) {
            topic.all(lapsed.topicOfEnquiries())
                    .forEach(record ->
                            another.send(lapsed.topicOfEnquiries(), record.key(), record.headers(), record.value()));
        }
        lapsed.says("acknowledged", Mention.of("met-late"));
        met.says("answered");
        looked(CITY);

        lapsed.hasLapsed(1);
        met.hasLapsed(0);
    }
}
