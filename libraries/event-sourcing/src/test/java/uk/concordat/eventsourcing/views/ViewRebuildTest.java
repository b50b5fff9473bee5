package uk.concordat.eventsourcing.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.eventsourcing.views.Rebuilding.TENANT;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;
import uk.concordat.eventsourcing.walk.StreamWalk;
import uk.concordat.eventsourcing.walk.Walk;

class ViewRebuildTest {

    private final Installation installation = Installation.clean();
    private final PostOffice office = new PostOffice(installation.transactions(), "unsent");
    private final Rebuilding rebuilding = new Rebuilding(installation);

    @Test
    void a_view_made_anew_is_what_its_events_make_whatever_stood_in_it() {
        List<UUID> ids = rebuilding.parcels(450);
        installation.execute(
                "update parcel_view set state = 'Arrived', version = 7 where id = '%s'".formatted(ids.getFirst()));
        installation.execute("delete from parcel_view where id = '%s'".formatted(ids.get(300)));
        installation.execute("insert into parcel_view values ('north', gen_random_uuid(), 'Arrived', 1)");
        assertThat(rebuilding.verification().isSound()).isFalse();

        assertThat(rebuilding.begin()).isTrue();
        Walk done = rebuilding.finish();

        assertThat(rebuilding.verification().isSound()).isTrue();
        assertThat(done.isUnderWay()).isFalse();
        assertThat(List.of(done.streams(), done.events(), done.changed(), done.unreadable()))
                .containsExactly(450L, 900L, 3L, 0L);
    }

    @Test
    void another_tenants_rows_are_none_of_its_business() {
        office.append(new Tenant("south"), UUID.randomUUID(), Parcels.posted());
        installation.execute("update parcel_view set state = 'Arrived'");
        rebuilding.parcels(1);

        rebuilding.begin();
        assertThat(rebuilding.finish().streams()).isEqualTo(1);

        assertThat(installation.ask("select state from parcel_view where tenant = 'south'"))
                .containsExactly("Arrived");
    }

    @Test
    void until_the_new_rows_are_committed_the_old_ones_serve() {
        rebuilding.parcels(10);
        installation.execute("update parcel_view set state = 'Old'");
        AtomicReference<List<String>> meanwhile = new AtomicReference<>(List.of());
        rebuilding.begin();

        rebuilding
                .walk(Disturbed.at(
                        10,
                        () -> meanwhile.set(
                                installation.ask("select state || count(*) from parcel_view group by state"))))
                .step(TENANT);

        assertThat(meanwhile.get()).containsExactly("Old10");
        assertThat(installation.ask("select distinct state from parcel_view")).containsExactly("Travelling");
    }

    @Test
    void killed_half_way_it_goes_on_where_the_last_commit_ended() {
        rebuilding.parcels(450);
        installation.execute("update parcel_view set state = 'Old'");
        rebuilding.begin();
        var killed = rebuilding.walk(Disturbed.at(300, this::killTheRebuilder));

        assertThat(killed.step(TENANT)).isEqualTo(StreamWalk.Step.MORE_TO_DO);
        assertThatThrownBy(() -> killed.step(TENANT)).hasMessage("killed");

        assertThat(installation.ask("select state || count(*) from parcel_view group by state order by 1"))
                .containsExactly("Old250", "Travelling200");
        assertThat(rebuilding.progress().streams()).isEqualTo(200);
        assertThat(rebuilding.finish().changed()).isEqualTo(450);
        assertThat(rebuilding.verification().isSound()).isTrue();
    }

    /** What is held is folded in one transaction, which the database ends if it hears nothing for long. */
    @Test
    void of_long_streams_it_takes_fewer_at_a_time() {
        rebuilding.parcelsScanned(3, 3_000);
        rebuilding.begin();

        assertThat(List.of(
                        rebuilding.walk().step(TENANT),
                        rebuilding.walk().step(TENANT),
                        rebuilding.walk().step(TENANT)))
                .containsExactly(StreamWalk.Step.MORE_TO_DO, StreamWalk.Step.MORE_TO_DO, StreamWalk.Step.FINISHED);
        assertThat(rebuilding.progress().events()).isEqualTo(9_003);
        assertThat(rebuilding.verification().isSound()).isTrue();
    }

    @Test
    void one_works_at_a_time_and_none_can_be_begun_while_one_is_under_way() {
        rebuilding.parcels(3);
        AtomicReference<StreamWalk.Step> other = new AtomicReference<>();
        assertThat(rebuilding.walk().step(TENANT)).isEqualTo(StreamWalk.Step.NOT_OURS);
        assertThat(rebuilding.begin()).isTrue();
        assertThat(rebuilding.begin()).isFalse();

        var step = rebuilding
                .walk(Disturbed.at(1, () -> other.set(rebuilding.walk().step(TENANT))))
                .step(TENANT);

        assertThat(step).isEqualTo(StreamWalk.Step.FINISHED);
        assertThat(other.get()).isEqualTo(StreamWalk.Step.NOT_OURS);
        assertThat(rebuilding.begin()).isTrue();
    }

    @Test
    void what_is_appended_while_a_row_is_made_anew_is_not_overwritten_with_what_was_before() {
        UUID id = rebuilding.parcels(1).getFirst();
        AtomicReference<CompletableFuture<?>> appended = new AtomicReference<>();
        rebuilding.begin();

        rebuilding
                .walk(Disturbed.at(
                        1,
                        () -> appended.set(
                                CompletableFuture.runAsync(() -> office.append(TENANT, id, Parcels.delivered())))))
                .step(TENANT);
        appended.get().join();

        assertThat(installation.ask("select state || version from parcel_view")).containsExactly("Arrived3");
        assertThat(rebuilding.verification().isSound()).isTrue();
    }

    /** The row of a parcel on its way goes with its arrival, so there would be no row whose version could be compared. */
    @Test
    void an_append_that_commits_late_is_waited_for() {
        List<UUID> ids = rebuilding.parcels(5);
        installation.execute("delete from travelling_view");
        rebuilding.begin();
        installation.transactions().in(TENANT, transaction -> {
            var after = office.append(transaction, ids.get(3), Parcels.delivered());
            assertThat(rebuilding.walk().step(TENANT)).isEqualTo(StreamWalk.Step.MORE_TO_DO);
            assertThat(rebuilding.progress().streams()).isEqualTo(3);
            assertThatThrownBy(() -> rebuilding.walk().step(TENANT)).isInstanceOf(DatabaseUnavailable.class);
            return after;
        });

        assertThat(rebuilding.finish().streams()).isEqualTo(5);

        assertThat(installation.ask("select state || version from parcel_view where id = '%s'".formatted(ids.get(3))))
                .containsExactly("Arrived3");
    }

    @Test
    void a_stream_that_this_build_cannot_read_keeps_its_row_and_is_counted() {
        List<UUID> ids = rebuilding.parcels(3);
        installation.execute("update parcel_view set state = 'Old'");
        installation.execute(
                "update event set schema_version = 9 where version = 2 and stream_id = '%s'".formatted(ids.get(1)));
        rebuilding.begin();

        assertThat(rebuilding.finish().unreadable()).isEqualTo(1);

        assertThat(installation.ask("select state from parcel_view order by id::text"))
                .containsExactly("Travelling", "Old", "Travelling");
    }

    @Test
    void a_row_that_another_stands_in_the_way_of_is_left_and_counted_and_all_others_are_made_anew() {
        List<UUID> ids = rebuilding.parcels(3);
        UUID inTheWay = UUID.randomUUID();
        installation.execute("update parcel_view set state = 'Old'");
        installation.execute("insert into parcel_view values ('south', '%s', 'Travelling', 1)".formatted(inTheWay));
        installation.execute("create unique index one_of_two on parcel_view (state) where id in ('%s', '%s')"
                .formatted(ids.get(1), inTheWay));
        try {
            rebuilding.begin();

            assertThat(rebuilding.finish().unreadable()).isEqualTo(1);

            assertThat(installation.ask("select state from parcel_view where tenant = 'north' order by id::text"))
                    .containsExactly("Travelling", "Old", "Travelling");
        } finally {
            installation.execute("drop index one_of_two");
        }
    }

    private void killTheRebuilder() {
        installation.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where usename = 'event_sourcing_app' and state = 'idle in transaction'""");
        throw new IllegalStateException("killed");
    }
}
