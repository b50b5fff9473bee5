package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.testing.ServiceUnderTest;

/** What is missed climbs, in Hackney a rung every two working days; the City has set none. */
@QuarkusTest
class ClimbingTest extends OverHttp {

    /** After 31 December and Monday 4 January. */
    private static final Instant FIRST_RUNG = Instant.parse("2027-01-05T00:00:00Z");

    private static final Instant SECOND_RUNG = Instant.parse("2027-01-07T00:00:00Z");
    private static final Mention BREACH = Mention.breached().climbs(true);

    private Hackney hackney;

    @BeforeEach
    void hackneyHasSettings() {
        hackney = Hackney.on(topic);
    }

    private Enquiry missed() {
        Enquiry enquiry = enquiry(Hackney.KEY, "officer-1").says("received", Mention.of("set"));
        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);
        return enquiry.says("deadline-breached", BREACH);
    }

    private static int rung(Enquiry enquiry, int lapses) {
        return Enquiry.data(enquiry.awaitLapses(lapses).getLast()).getInt("rung");
    }

    @Test
    void rung_by_rung_each_is_reported_once_at_its_moment_and_told_once() {
        Enquiry enquiry = missed();

        ServiceUnderTest.clock(FIRST_RUNG.minusSeconds(60));
        looked(Hackney.KEY);
        enquiry.hasLapsed(1);
        ServiceUnderTest.clock(FIRST_RUNG);
        assertThat(rung(enquiry, 2)).isEqualTo(1);
        enquiry.says(
                "deadline-breached",
                Mention.of("breached", 1).told("director-1", "director").climbs(true));
        looked(Hackney.KEY);
        enquiry.hasLapsed(2);

        ServiceUnderTest.clock(SECOND_RUNG);
        assertThat(rung(enquiry, 3)).isEqualTo(2);
        enquiry.says(
                "deadline-breached",
                Mention.of("breached", 2)
                        .told("head-of-paid-service", "head-of-paid-service")
                        .climbs(false));
        ServiceUnderTest.clock(SECOND_RUNG.plusSeconds(40L * 24 * 3600));
        looked(Hackney.KEY);
        enquiry.hasLapsed(3);
        for (String username : List.of("manager-1", "director-1", "head-of-paid-service")) {
            assertThat(told(Hackney.KEY, username, enquiry)).as(username).hasSize(1);
        }
    }

    @Test
    void what_comes_up_the_line_says_that_it_does_so_by_the_councils_own_setting() {
        Enquiry enquiry =
                missed().says("deadline-breached", Mention.of("breached", 1).told("director-1", "director"));

        assertThat(told(Hackney.KEY, "manager-1", enquiry).getFirst()).doesNotContainKey("ladder");
        Map<String, Object> one = told(Hackney.KEY, "director-1", enquiry).getFirst();
        assertThat(one)
                .containsEntry("toldAs", "director")
                .containsEntry("ladder", Map.of("source", "local-setting", "workingDays", 2));
        assertThat(String.valueOf(one.get("text")))
                .endsWith("by the council's own local setting it climbs a step every 2 working days.");
    }

    @Test
    void a_rung_that_is_spared_ends_the_climb() {
        Enquiry enquiry = missed();
        ServiceUnderTest.clock(FIRST_RUNG);
        enquiry.awaitLapses(2);

        enquiry.says("deadline-spared", Mention.of("spared", 1).status("met-late"));
        ServiceUnderTest.clock(SECOND_RUNG);
        looked(Hackney.KEY);

        enquiry.hasLapsed(2);
    }

    @Test
    void a_late_answer_ends_the_climb() {
        Enquiry enquiry = missed().says("acknowledged", Mention.of("met-late"));

        ServiceUnderTest.clock(SECOND_RUNG);
        looked(Hackney.KEY);

        enquiry.hasLapsed(1);
    }

    @Test
    void another_officer_does_not_hold_up_the_next_rung() {
        Enquiry enquiry = missed().says(
                        "assigned", Mention.of("reassigned").status("missed").responsible(Hackney.KEY, "officer-2"));
        looked(Hackney.KEY);
        enquiry.hasLapsed(1);

        ServiceUnderTest.clock(FIRST_RUNG);

        assertThat(rung(enquiry, 2)).isEqualTo(1);
    }

    @Test
    void a_missed_deadline_that_moves_climbs_from_the_day_it_moved_and_its_breach_is_told_to_nobody_again() {
        Enquiry enquiry = missed().recordedAt(Instant.parse("2027-01-04T09:00:00Z"));
        enquiry.says("deadline-moved", Mention.of("moved").status("missed").revision(2));

        ServiceUnderTest.clock(FIRST_RUNG);
        looked(Hackney.KEY);
        enquiry.hasLapsed(1);
        ServiceUnderTest.clock(SECOND_RUNG);
        assertThat(rung(enquiry, 2)).isEqualTo(1);
        enquiry.says(
                "deadline-breached",
                Mention.of("breached", 1)
                        .revision(2)
                        .told("manager-1", "line-manager")
                        .told("director-1", "director"));

        assertThat(told(Hackney.KEY, "manager-1", enquiry))
                .extracting(told -> told.get("about"))
                .containsExactly("deadline-moved", "deadline-breached");
        assertThat(told(Hackney.KEY, "director-1", enquiry)).hasSize(1);
    }

    @Test
    void a_rung_is_put_off_where_a_day_has_been_proclaimed_since() {
        Enquiry enquiry = missed();
        hackney.is(
                Hackney.SETTINGS,
                List.of(new CouncilDocument.Day(LocalDate.of(2027, 1, 4), "A coronation", "proclaimed")));

        ServiceUnderTest.clock(FIRST_RUNG);
        looked(Hackney.KEY);
        enquiry.hasLapsed(1);
        ServiceUnderTest.clock(FIRST_RUNG.plusSeconds(24 * 3600));

        assertThat(rung(enquiry, 2)).isEqualTo(1);
    }

    @Test
    void a_rung_that_the_council_no_longer_sets_does_not_come() {
        Enquiry enquiry = missed();
        hackney.is(LocalSettings.NONE, List.of());

        ServiceUnderTest.clock(SECOND_RUNG);
        looked(Hackney.KEY);

        enquiry.hasLapsed(1);
        assertThat(ServiceUnderTest.count(
                        "deadline_watch", "deadline_id = '%s' and next_at is null".formatted(enquiry.deadline())))
                .isEqualTo(1);
    }

    @Test
    void in_a_council_that_has_set_no_days_nothing_climbs() {
        hackney.is(LocalSettings.NONE, List.of());
        Enquiry enquiry = enquiry(Hackney.KEY, "officer-1").says("received", Mention.of("set"));
        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);
        enquiry.says("deadline-breached", BREACH);

        ServiceUnderTest.clock(SECOND_RUNG);
        looked(Hackney.KEY);

        enquiry.hasLapsed(1);
    }

    @Test
    void what_came_up_the_line_is_listed_for_whom_it_came_to_and_for_nobody_else() {
        Enquiry enquiry =
                missed().says("deadline-breached", Mention.of("breached", 1).told("director-1", "director"));

        assertThat(references("director-1", "/escalations")).containsOnlyOnce(enquiry.reference());
        assertThat(references("manager-1", "/escalations")).doesNotContain(enquiry.reference());
    }

    private static List<String> references(String username, String path) {
        return as(Hackney.KEY, username)
                .get(path + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.case.reference");
    }

    @Test
    void a_reminder_is_no_setting_of_the_ladder() {
        hackney.is(new LocalSettings(Optional.of(1), Optional.empty(), Optional.empty()), List.of());
        Enquiry enquiry = missed();

        ServiceUnderTest.clock(SECOND_RUNG);
        looked(Hackney.KEY);

        enquiry.hasLapsed(1);
    }
}
