package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.notification.application.LapseSweep;

/** Sweeps that get into each other's way, or meet what they cannot report. */
@QuarkusTest
class SweepingTest extends OverHttp {

    private static final Tenant COUNCIL = new Tenant(CITY);

    private static final String EVENT_OF_A_NEWER_BUILD = """
            insert into event (tenant, stream_type, stream_id, version, event_id, type, schema_version, facts, personal,
              sequence, recorded_at)
            """;
    private static final String REST_OF_IT =
            "1, gen_random_uuid(), 'written-by-a-newer-build', 2, '{}', '{}', 0, now()";

    /** The id of the n-th of many deadlines. */
    private static final String NTH = "md5('broken-' || n)::uuid";

    private static final String BROKEN = "case_subject like 'broken-%'";

    @Inject
    LapseSweep sweep;

    @Inject
    Transactions transactions;

    /** As when a replica is frozen past its lease with lapses in hand, and wakes while another is reporting them. */
    @Test
    void timekeepers_that_have_the_same_lapses_in_hand_report_each_once() throws Exception {
        List<Enquiry> enquiries =
                IntStream.range(0, 20).mapToObj(_ -> enquiry()).toList();
        received(enquiries);
        Callable<Integer> replica = () -> transactions.in(COUNCIL, sweep::reportDue);

        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> swept;
            try (Connection operator = ServiceUnderTest.database();
                    Statement statement = operator.createStatement()) {
                operator.setAutoCommit(false);
                // Reading goes on and writing waits: all three, the service's own included, have read what is due.
                statement.execute("lock table event in share mode");
                ServiceUnderTest.clock(DUE);
                swept = List.of(replicas.submit(replica), replicas.submit(replica));
                eventually().until(() -> waitingToWrite() == 3);
                operator.rollback();
            }
            assertThat(swept.stream().filter(each -> reportedAll(each)).count()).isLessThanOrEqualTo(1);
        }

        eachLapsesOnce(CITY, enquiries);
    }

    @Test
    void a_sweep_goes_by_one_moment_so_a_clock_that_moves_meanwhile_costs_no_lapse() {
        Enquiry enquiry = enquiry().says("received", Mention.of("set"));

        int due = transactions.in(COUNCIL, transaction -> {
            assertThat(transaction.now()).isBefore(DUE);
            ServiceUnderTest.clock(DUE);
            return sweep.reportDue(transaction);
        });

        assertThat(due).isZero();
        enquiry.awaitLapses(1);
        looked(CITY);
        enquiry.hasLapsed(1);
    }

    @Test
    void a_deadline_that_cannot_be_reported_holds_up_no_other_of_its_council_and_no_other_council() throws Exception {
        Enquiry broken = enquiry().says("received", Mention.of("set").dueAt(DUE.minusSeconds(60)));
        Enquiry neighbour = enquiry().says("received", Mention.of("set"));
        Enquiry elsewhere = enquiry(HARLOW, "officer-1").says("received", Mention.of("set"));
        asOperator(EVENT_OF_A_NEWER_BUILD
                + "values ('city-of-london', 'deadline', '%s', %s)".formatted(broken.deadline(), REST_OF_IT));

        ServiceUnderTest.clock(DUE);
        neighbour.awaitLapses(1);
        elsewhere.awaitLapses(1);
        assertThat(broken.lapses()).isEmpty();

        asOperator("delete from event where stream_id = '%s'".formatted(broken.deadline()));
        broken.awaitLapses(1);
        looked(CITY);
        List.of(broken, neighbour, elsewhere).forEach(enquiry -> enquiry.hasLapsed(1));
    }

    @Test
    void more_deadlines_than_a_sweep_takes_that_cannot_be_reported_hold_up_none_that_is_due_later() throws Exception {
        Enquiry later = enquiry().says("received", Mention.of("set"));
        // Before all others, and their streams first, so that none of them lapses meanwhile.
        asOperator(EVENT_OF_A_NEWER_BUILD
                + "select 'city-of-london', 'deadline', %s, %s from generate_series(1, 450) n"
                        .formatted(NTH, REST_OF_IT));
        asOperator("""
                insert into deadline_watch (tenant, deadline_id, revision, case_source, case_subject, kind, due_on, due_at,
                  standing, status, next_at, next_rung)
                select 'city-of-london', %s, 1, '/councils/city-of-london/enquiries', 'broken-' || n, 'acknowledgement',
                  '2026-12-30', '%2$s', 'set', 'open', '%2$s', 0 from generate_series(1, 450) n""".formatted(NTH, DUE.minusSeconds(60)));

        ServiceUnderTest.clock(DUE);
        later.awaitLapses(1);

        assertThat(ServiceUnderTest.count("deadline_watch", BROKEN + " and next_at is not null"))
                .isEqualTo(450);
        asOperator("delete from deadline_watch where " + BROKEN);
        asOperator("delete from event where type = 'written-by-a-newer-build'");
        looked(CITY);
        later.hasLapsed(1);
    }

    private static boolean reportedAll(Future<Integer> swept) {
        try {
            return swept.get() > 0;
        } catch (ExecutionException lost) {
            assertThat(lost).hasCauseInstanceOf(UniquenessViolated.class);
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static long waitingToWrite() {
        return ServiceUnderTest.count(
                "pg_stat_activity",
                "datname = current_database() and wait_event_type = 'Lock' and query like '%event%'");
    }

    private static void asOperator(String change) throws SQLException {
        try (Connection operator = ServiceUnderTest.database();
                Statement statement = operator.createStatement()) {
            statement.execute(change);
        }
    }
}
