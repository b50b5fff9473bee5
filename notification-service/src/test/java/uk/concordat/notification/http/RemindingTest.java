package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.notification.application.ReminderSweep;

/** Hackney reminds one working day before: of what is due on Wednesday 30 December, with the beginning of the 29th. */
@QuarkusTest
class RemindingTest extends OverHttp {

    private static final Instant THE_DAY_BEFORE = Instant.parse("2026-12-29T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-05T00:00:00Z");

    @Inject
    ReminderSweep sweep;

    @Inject
    Transactions transactions;

    private Hackney hackney;

    @BeforeEach
    void hackneyHasSettings() {
        hackney = Hackney.on(topic);
    }

    private Enquiry set() {
        return enquiry(Hackney.KEY, "officer-1").says("received", Mention.of("set"));
    }

    private static List<Map<String, Object>> reminders(String username, Enquiry enquiry) {
        return told(Hackney.KEY, username, enquiry).stream()
                .filter(told -> "deadline-reminder".equals(told.get("about")))
                .toList();
    }

    private static List<Map<String, Object>> awaitReminders(int times, String username, Enquiry enquiry) {
        eventually()
                .untilAsserted(() -> assertThat(reminders(username, enquiry)).hasSize(times));
        return reminders(username, enquiry);
    }

    @Test
    void who_owes_it_is_reminded_once_a_working_day_before_and_nobody_else() {
        Enquiry enquiry = set();
        ServiceUnderTest.clock(THE_DAY_BEFORE.minusSeconds(60));
        looked(Hackney.KEY);
        assertThat(reminders("officer-1", enquiry)).isEmpty();

        ServiceUnderTest.clock(THE_DAY_BEFORE);
        Map<String, Object> one = awaitReminders(1, "officer-1", enquiry).getFirst();
        looked(Hackney.KEY);

        assertThat(one)
                .containsEntry("toldAs", "responsible-officer")
                .containsEntry(
                        "text",
                        "The acknowledgement of %s is due by Wednesday 30 December 2026 (protocol, 7, as we read it; COL-28)."
                                .formatted(enquiry.reference()));
        assertThat(reminders("officer-1", enquiry)).hasSize(1);
        assertThat(told(Hackney.KEY, "manager-1", enquiry)).isEmpty();
        enquiry.hasLapsed(0);
    }

    @Test
    void a_member_is_reminded_of_what_they_owe_in_person() {
        Enquiry enquiry = enquiry(Hackney.KEY, "officer-1")
                .says(
                        "received",
                        Mention.of("set")
                                .with(
                                        "responsible",
                                        Map.of("personId", Cast.of(Hackney.KEY).person("member-red-1"))));

        ServiceUnderTest.clock(THE_DAY_BEFORE);

        assertThat(awaitReminders(1, "member-red-1", enquiry).getFirst())
                .containsEntry("toldAs", "responsible-member")
                .containsEntry(
                        "text",
                        "%s is to be answered by Wednesday 30 December 2026 (a target, 7, as we read it; COL-28)."
                                .formatted(enquiry.reference()));
    }

    @Test
    void what_is_set_when_its_reminder_is_past_is_recalled_at_once() {
        ServiceUnderTest.clock(THE_DAY_BEFORE.plusSeconds(3600));

        awaitReminders(1, "officer-1", set());
    }

    @Test
    void a_reminder_that_its_deadline_has_overtaken_is_dropped() {
        Enquiry enquiry = set();

        ServiceUnderTest.clock(DUE);
        enquiry.awaitLapses(1);
        looked(Hackney.KEY);

        assertThat(reminders("officer-1", enquiry)).isEmpty();
        assertThat(ServiceUnderTest.count(
                        "deadline_watch", "deadline_id = '%s' and remind_at is null".formatted(enquiry.deadline())))
                .isEqualTo(1);
    }

    @Test
    void a_clock_that_is_set_back_an_hour_reminds_nobody_again() {
        Enquiry enquiry = set();
        ServiceUnderTest.clock(THE_DAY_BEFORE);
        awaitReminders(1, "officer-1", enquiry);

        ServiceUnderTest.clock(THE_DAY_BEFORE.minusSeconds(3600));
        looked(Hackney.KEY);
        // Nothing of it has changed, but it has to be looked at again.
        enquiry.says("assigned", Mention.of("reassigned"));
        ServiceUnderTest.clock(THE_DAY_BEFORE);
        looked(Hackney.KEY);

        assertThat(reminders("officer-1", enquiry)).hasSize(1);
    }

    @Test
    void nobody_is_reminded_of_what_is_done() {
        Enquiry enquiry = set().says("acknowledged", Mention.of("met"));

        ServiceUnderTest.clock(THE_DAY_BEFORE);
        looked(Hackney.KEY);

        assertThat(reminders("officer-1", enquiry)).isEmpty();
    }

    @Test
    void a_deadline_that_has_moved_is_recalled_anew() {
        Enquiry enquiry = set();
        ServiceUnderTest.clock(THE_DAY_BEFORE);
        awaitReminders(1, "officer-1", enquiry);

        enquiry.says("deadline-moved", Mention.of("moved").revision(2).dueAt(LATER));
        ServiceUnderTest.clock(Instant.parse("2026-12-31T00:00:00Z"));

        awaitReminders(2, "officer-1", enquiry);
    }

    @Test
    void somebody_who_gets_it_after_the_reminder_went_out_is_reminded_too_and_the_first_not_again() {
        Enquiry enquiry = set();
        ServiceUnderTest.clock(THE_DAY_BEFORE);
        awaitReminders(1, "officer-1", enquiry);

        enquiry.says("assigned", Mention.of("reassigned").responsible(Hackney.KEY, "officer-2"));
        awaitReminders(1, "officer-2", enquiry);
        enquiry.says("assigned", Mention.of("reassigned"));
        looked(Hackney.KEY);

        assertThat(reminders("officer-1", enquiry)).hasSize(1);
        assertThat(reminders("officer-2", enquiry)).hasSize(1);
    }

    @Test
    void a_reminder_is_put_off_where_the_calendar_has_changed_since() {
        hackney.is(
                Hackney.SETTINGS,
                List.of(new CouncilDocument.Day(LocalDate.of(2027, 1, 4), "A coronation", "proclaimed")));
        // By that calendar the working day before Tuesday 5 January is New Year's Eve.
        Enquiry enquiry = enquiry(Hackney.KEY, "officer-1")
                .says("received", Mention.of("set").dueAt(Instant.parse("2027-01-06T00:00:00Z")));
        hackney.is(Hackney.SETTINGS, List.of());

        ServiceUnderTest.clock(Instant.parse("2026-12-31T08:00:00Z"));
        looked(Hackney.KEY);
        assertThat(reminders("officer-1", enquiry)).isEmpty();
        ServiceUnderTest.clock(Instant.parse("2027-01-04T00:00:00Z"));

        awaitReminders(1, "officer-1", enquiry);
    }

    @Test
    void sweeps_at_the_same_time_remind_once() throws Exception {
        Enquiry enquiry = set();
        ServiceUnderTest.clock(THE_DAY_BEFORE);
        Callable<Integer> replica = () -> transactions.in(new Tenant(Hackney.KEY), sweep::remindDue);

        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            for (var swept : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                assertThat(swept.get()).isNotNegative();
            }
        }

        awaitReminders(1, "officer-1", enquiry);
    }
}
