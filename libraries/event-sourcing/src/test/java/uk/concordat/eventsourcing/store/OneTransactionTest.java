package uk.concordat.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

/** Events, messages and views are written in the command's one transaction. */
class OneTransactionTest {

    private static final Tenant TENANT = new Tenant("north");

    private final Installation installation = Installation.clean();
    private final PostOffice office = new PostOffice(installation.transactions(), "unsent");
    private final UUID id = UUID.randomUUID();

    @Test
    void an_append_writes_its_events_its_messages_and_its_views() {
        office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1));

        assertThat(installation.ask("select version from event order by 1")).containsExactly("1", "2");
        assertThat(installation.ask("select topic || ' ' || key from outbox")).containsExactly("unsent " + id);
        assertThat(installation.ask("select state || ' ' || version from parcel_view"))
                .containsExactly("Travelling 2");
    }

    @Test
    void work_that_throws_after_its_append_leaves_nothing_behind() {
        assertThatThrownBy(() -> installation.transactions().in(TENANT, transaction -> {
                    office.append(transaction, id, Parcels.posted());
                    throw new IllegalArgumentException("on second thoughts");
                }))
                .hasMessage("on second thoughts");

        assertNothingIsWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "outbox", "parcel_view"})
    void where_one_table_cannot_be_written_none_is(String table) {
        installation.execute("alter table %s add constraint nothing check (false) not valid".formatted(table));
        try {
            assertThatThrownBy(() -> office.append(TENANT, id, Parcels.posted()))
                    .hasMessageContaining("nothing");
        } finally {
            installation.execute("alter table %s drop constraint nothing".formatted(table));
        }

        assertNothingIsWritten();
    }

    @Test
    void a_version_counts_every_event_and_a_sequence_only_the_published_ones() {
        office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1));
        office.append(TENANT, id, Parcels.scanned("Leith", 2), Parcels.delivered(), Parcels.delivered());

        List<RecordedEvent<ParcelEvent>> events = office.load(TENANT, id).events();
        assertThat(events).extracting(RecordedEvent::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(events).extracting(RecordedEvent::sequence).containsExactly(1L, 1L, 1L, 2L, 3L);
        assertThat(installation.ask("select headers ->> 'ce_sequence' from outbox order by position"))
                .containsExactly("1", "2", "3");
        assertThat(installation.ask("select headers ->> 'ce_id' from outbox order by position"))
                .containsExactlyElementsOf(
                        installation.ask("select event_id from event where type <> 'parcel-scanned' order by version"));
    }

    @Test
    void a_command_that_changes_nothing_writes_nothing() {
        var after = office.append(TENANT, id);

        assertThat(after.version()).isZero();
        assertNothingIsWritten();
    }

    @Test
    void a_command_is_one_commit_and_three_round_trips() {
        List<Integer> commits = new ArrayList<>();
        Transactions counted = new Transactions(installation.application(), commits::add);

        counted.in(TENANT, transaction -> {
            RoundTrip reading = transaction.roundTrip();
            Pending<RecordedEvent<ParcelEvent>> events = office.store().load(reading, transaction, id);
            reading.send();
            RoundTrip writing = transaction.roundTrip();
            var after = office.store()
                    .append(
                            writing,
                            transaction,
                            office.store().fold(id, events.list()),
                            List.of(Parcels.posted(), Parcels.scanned("Crewe", 1), Parcels.delivered()),
                            Origin.system(Optional.empty()));
            writing.send();
            assertThat(transaction.roundTrips()).as("before the commit").isEqualTo(2);
            return after;
        });

        assertThat(commits).containsExactly(3);
        assertThat(installation.ask("select count(distinct xmin::text) from event"))
                .containsExactly("1");
    }

    private void assertNothingIsWritten() {
        for (String table : List.of("event", "outbox", "parcel_view")) {
            assertThat(installation.ask("select count(*) from " + table))
                    .as(table)
                    .containsExactly("0");
        }
    }
}
