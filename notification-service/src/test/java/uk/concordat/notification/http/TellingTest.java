package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;
import uk.concordat.protocols.testing.Rule;

@QuarkusTest
class TellingTest extends OverHttp {

    @Test
    @Rule("COL-28")
    void of_a_breach_the_officer_and_the_line_manager_are_told_with_its_rule_and_paragraph() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        List<Map<String, Object>> officers = told(CITY, "officer-1", enquiry);

        assertThat(officers).hasSize(1);
        Map<String, Object> one = officers.getFirst();
        assertThat(one)
                .containsEntry("about", "deadline-breached")
                .containsEntry("toldAs", "responsible-officer")
                .containsEntry(
                        "text",
                        "The acknowledgement of %s was due by Wednesday 30 December 2026 (protocol, 7, as we read it; COL-28) and was not done in time."
                                .formatted(enquiry.reference()))
                .containsEntry(
                        "case",
                        Map.of(
                                "reference", enquiry.reference(),
                                "source", enquiry.source(),
                                "id", enquiry.id().toString()))
                .containsEntry(
                        "deadline",
                        Map.of(
                                "id", enquiry.deadline().toString(),
                                "revision", 1,
                                "rung", 0,
                                "kind", "acknowledgement",
                                "dueOn", "2026-12-30",
                                "source", "protocol",
                                "rule", "COL-28",
                                "paragraph", "7",
                                "reading", "ours"));
        assertThat(told(CITY, "manager-1", enquiry))
                .singleElement()
                .satisfies(managers -> assertThat(managers).containsEntry("toldAs", "line-manager"));
    }

    @Test
    void nobody_else_is_told_and_nobody_of_another_council() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        assertThat(toldIn(CITY, enquiry)).containsExactly("manager-1", "officer-1");
        assertThat(toldIn(HARLOW, enquiry)).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_lapse_that_the_owner_has_not_confirmed() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);

        enquiry.says("deadline-spared", Mention.of("spared"));

        assertThat(toldIn(CITY, enquiry)).isEmpty();
    }

    @Test
    void nobody_is_told_twice_of_the_same_breach() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        Topic.Message breach = enquiry.message("deadline-breached", Mention.breached());
        enquiry.sends(breach).sends(breach).isTakenIn();
        enquiry.says("deadline-breached", Mention.breached());

        assertThat(told(CITY, "officer-1", enquiry)).hasSize(1);
        assertThat(told(CITY, "manager-1", enquiry)).hasSize(1);
    }

    @Test
    void a_late_answer_after_the_breach_tells_nobody_anything_more() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));
        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);

        enquiry.says("deadline-breached", Mention.breached()).says("acknowledged", Mention.of("met-late"));
        looked(CITY);

        enquiry.hasLapsed(1);
        assertThat(told(CITY, "officer-1", enquiry)).hasSize(1);
        assertThat(told(CITY, "manager-1", enquiry)).hasSize(1);
        assertThat(toldIn(CITY, enquiry)).containsExactly("manager-1", "officer-1");
    }

    @Test
    void the_breach_of_a_deadline_that_was_set_anew_is_another_breach() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        enquiry.says("deadline-annulled", Mention.of("annulled").revision(2))
                .says("deadline-breached", Mention.breached().revision(2));

        assertThat(told(CITY, "officer-1", enquiry))
                .extracting(told -> told.get("about"))
                .containsExactly("deadline-breached", "deadline-annulled", "deadline-breached");
    }

    @Test
    void exactly_those_whom_the_owner_names_are_told_and_as_what_it_says() {
        Enquiry enquiry = enquiry(CITY, "officer-3")
                .says("received", Mention.of("set"))
                .says(
                        "deadline-breached",
                        Mention.of("breached").told("director-1", "director").told("member-red-1", "asking-officer"));

        assertThat(toldIn(CITY, enquiry)).containsExactly("director-1", "member-red-1");
        assertThat(told(CITY, "director-1", enquiry))
                .singleElement()
                .satisfies(told -> assertThat(told).containsEntry("toldAs", "director"));
    }

    @Test
    void of_a_breach_of_which_the_owner_names_nobody_nobody_is_told() {
        Enquiry enquiry =
                enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.of("breached"));

        assertThat(toldIn(CITY, enquiry)).isEmpty();
    }

    @Test
    void the_new_officer_and_line_manager_of_a_missed_deadline_are_told_and_nobody_again() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        enquiry.says(
                "assigned",
                Mention.of("reassigned")
                        .status("missed")
                        .told("officer-2", "responsible-officer")
                        .told("manager-1", "line-manager"));

        assertThat(toldIn(CITY, enquiry)).containsExactly("manager-1", "officer-1", "officer-2");
        assertThat(told(CITY, "manager-1", enquiry)).hasSize(1);
    }

    @Test
    @Rule("HAR-35")
    void what_the_protocol_says_itself_is_told_as_its_own_word() {
        Map<String, Object> basis =
                Map.of("source", "protocol", "rule", "HAR-35", "paragraph", "6.6 = 15.18", "reading", "stated");
        Enquiry enquiry = enquiry(HARLOW, "officer-1")
                .says("received", Mention.of("set"))
                .says("deadline-breached", Mention.breached().with("basis", basis));

        Map<String, Object> told = told(HARLOW, "officer-1", enquiry).getFirst();

        assertThat(told)
                .containsEntry(
                        "text",
                        "The acknowledgement of %s was due by Wednesday 30 December 2026 (protocol, 6.6 = 15.18; HAR-35) and was not done in time."
                                .formatted(enquiry.reference()));
        assertThat(told.get("deadline"))
                .asInstanceOf(map(String.class, Object.class))
                .containsEntry("reading", "stated");
    }

    @ParameterizedTest
    @CsvSource({"member-red-1, responsible-member, ours, ', as we read it'", "officer-1, asking-officer, stated, ''"})
    @Rule("HAR-38")
    void a_member_and_the_officer_who_asked_are_told_of_a_target_and_not_of_what_was_due(
            String username, String as, String reading, String whoseWord) {
        Map<String, Object> basis =
                Map.of("source", "protocol", "rule", "HAR-38", "paragraph", "6.6 = 15.18", "reading", reading);
        Enquiry enquiry = enquiry(HARLOW, "officer-1")
                .says("put-to-member", Mention.of("set").with("basis", basis))
                .says(
                        "deadline-breached",
                        Mention.of("breached").told(username, as).with("basis", basis));

        assertThat(told(HARLOW, username, enquiry).getFirst())
                .containsEntry(
                        "text",
                        "%s was to be answered by Wednesday 30 December 2026 (a target, 6.6 = 15.18%s; HAR-38) and was not answered by then."
                                .formatted(enquiry.reference(), whoseWord));
        String address = username + "@harlow.example";
        eventually().until(() -> postOffice.arrived(address, enquiry).size() == 1);
        assertThat(PostOffice.header(postOffice.arrived(address, enquiry).getFirst(), "Subject"))
                .isEqualTo("Target passed: acknowledgement of " + enquiry.reference());
    }

    /** Everybody of a council who has been told of an enquiry. */
    private static Set<String> toldIn(String council, Enquiry enquiry) {
        Set<String> told = new TreeSet<>(Cast.of(council).people().keySet());
        told.removeIf(username -> told(council, username, enquiry).isEmpty());
        return told;
    }
}
