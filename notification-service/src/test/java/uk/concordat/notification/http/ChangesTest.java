package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever was told a date is told when it is another one. */
@QuarkusTest
class ChangesTest extends OverHttp {

    private static final Instant LATER = Instant.parse("2027-01-05T00:00:00Z");

    private Enquiry missed() {
        return enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());
    }

    @Test
    void those_told_of_a_breach_that_is_annulled_are_told_so_once() {
        Enquiry enquiry = missed();

        enquiry.says("deadline-annulled", Mention.of("annulled").revision(2).dueAt(LATER));

        assertThat(told(CITY, "officer-1", enquiry))
                .hasSize(2)
                .first()
                .satisfies(told -> assertThat(told)
                        .containsEntry("about", "deadline-annulled")
                        .containsEntry("toldAs", "responsible-officer")
                        .containsEntry(
                                "text",
                                "The acknowledgement of %s is no longer counted as missed: the date is now Monday 4 January 2027 (before: Wednesday 30 December 2026)."
                                        .formatted(enquiry.reference())));
        assertThat(told(CITY, "manager-1", enquiry)).hasSize(2);
        assertThat(told(CITY, "director-1", enquiry)).isEmpty();
    }

    @Test
    void those_told_of_a_deadline_that_moves_are_told_of_each_new_date_once() {
        Enquiry enquiry = missed();

        enquiry.says(
                "deadline-moved",
                Mention.of("moved").status("missed").revision(2).dueAt(LATER));
        enquiry.says(
                "deadline-moved",
                Mention.of("moved").status("missed").revision(2).dueAt(LATER));
        enquiry.says(
                "deadline-moved",
                Mention.of("moved").status("missed").revision(3).dueAt(LATER.plusSeconds(86_400)));

        List<Map<String, Object>> told = told(CITY, "manager-1", enquiry);
        assertThat(told)
                .extracting(one -> one.get("text"))
                .first()
                .isEqualTo(
                        "The acknowledgement of %s is now due by Tuesday 5 January 2027 (before: Monday 4 January 2027)."
                                .formatted(enquiry.reference()));
        assertThat(told)
                .extracting(one -> one.get("about"))
                .containsExactly("deadline-moved", "deadline-moved", "deadline-breached");
    }

    @Test
    void a_move_that_nobody_was_told_the_date_before_is_told_nobody() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));

        enquiry.says("deadline-moved", Mention.of("moved").revision(2).dueAt(LATER));

        assertThat(told(CITY, "officer-1", enquiry)).isEmpty();
    }
}
