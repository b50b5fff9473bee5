package uk.concordat.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.ParcelState;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

/** Two offices, as two replicas are, each of which remembers its streams. That one is remembered shows by how little is read. */
class RememberedStreamsTest {

    private static final Tenant TENANT = new Tenant("north");

    private final Installation installation = Installation.clean();
    private final Transactions transactions = installation.transactions();
    private final PostOffice office = remembering(100);
    private final PostOffice other = remembering(100);
    private final UUID id = UUID.randomUUID();

    private PostOffice remembering(long mostEvents) {
        return new PostOffice(transactions, Parcels.store("unsent").remembering(mostEvents));
    }

    private static int read(Stream<ParcelState, ParcelEvent> stream) {
        return stream.events().size();
    }

    private static ParcelState after(String depot, int scans) {
        return new ParcelState.Travelling(depot, scans);
    }

    @Test
    void a_stream_is_read_whole_once_and_then_from_its_newest_event_on() {
        remembering(100).append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1), Parcels.scanned("Leith", 2));

        Stream<ParcelState, ParcelEvent> first = office.load(TENANT, id);
        Stream<ParcelState, ParcelEvent> again = office.load(TENANT, id);

        assertThat(read(first)).isEqualTo(3);
        assertThat(read(again)).isEqualTo(1);
        assertThat(again.state()).isEqualTo(first.state()).isEqualTo(after("Leith", 2));
        assertThat(again.version()).isEqualTo(3);
        assertThat(again.sequence()).isEqualTo(first.sequence());
    }

    @Test
    void what_was_appended_is_remembered_and_what_another_replica_appends_is_read_with_it() {
        office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1));
        other.append(TENANT, id, Parcels.scanned("Leith", 2), Parcels.scanned("Perth", 3));

        Stream<ParcelState, ParcelEvent> loaded = office.load(TENANT, id);

        assertThat(read(loaded)).as("its own newest, and two of the other's").isEqualTo(3);
        assertThat(loaded.version()).isEqualTo(4);
        assertThat(loaded.state()).isEqualTo(after("Perth", 3));
    }

    @Test
    void what_is_not_committed_is_not_remembered() {
        office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1));

        assertThatThrownBy(() -> transactions.in(TENANT, transaction -> {
                    office.append(transaction, id, Parcels.scanned("Leith", 2));
                    assertThat(office.store().load(transaction, id).state()).isEqualTo(after("Leith", 2));
                    throw new IllegalArgumentException("on second thoughts");
                }))
                .hasMessage("on second thoughts");
        transactions.takenBack(TENANT, transaction -> office.append(transaction, id, Parcels.scanned("Perth", 2)));

        assertThat(office.load(TENANT, id).state()).isEqualTo(after("Crewe", 1));
        assertThat(office.append(TENANT, id, Parcels.scanned("Wick", 2)).version())
                .isEqualTo(3);
    }

    @Test
    void an_append_to_what_is_remembered_loses_against_one_that_came_first_and_then_goes_by_it() {
        office.append(TENANT, id, Parcels.posted());
        var remembered = office.load(TENANT, id);
        other.append(TENANT, id, Parcels.scanned("Crewe", 1));

        assertThatThrownBy(() -> transactions.in(
                        TENANT, transaction -> office.append(transaction, remembered, Parcels.scanned("Leith", 1))))
                .isInstanceOf(UniquenessViolated.class);
        office.append(TENANT, id, Parcels.scanned("Leith", 2));

        assertThat(installation.ask("select version from event order by version"))
                .containsExactly("1", "2", "3");
        assertThat(other.load(TENANT, id).state()).isEqualTo(after("Leith", 2));
    }

    @Test
    void where_the_database_was_put_back_the_stream_is_read_anew() {
        office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1), Parcels.scanned("Leith", 2));
        installation.execute("delete from event where version = 3");

        Stream<ParcelState, ParcelEvent> loaded = office.load(TENANT, id);

        assertThat(loaded.version()).isEqualTo(2);
        assertThat(loaded.state()).isEqualTo(after("Crewe", 1));

        other.append(TENANT, id, Parcels.scanned("Perth", 2));
        installation.execute("delete from event where version = 3");
        office.append(TENANT, id, Parcels.scanned("Wick", 2));

        assertThat(other.load(TENANT, id).state())
                .as("the same version, and another event")
                .isEqualTo(after("Wick", 2));
    }

    @Test
    void what_is_remembered_of_one_tenant_is_nothing_to_another() {
        office.append(TENANT, id, Parcels.posted());

        assertThat(office.load(new Tenant("south"), id).version()).isZero();
    }

    @Test
    void streams_that_were_not_used_for_longest_are_forgotten_first_and_one_that_is_too_long_at_once() {
        PostOffice small = remembering(5);
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        small.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1));
        small.append(TENANT, second, Parcels.posted(), Parcels.scanned("Leith", 1));
        small.load(TENANT, id);
        small.append(TENANT, third, Parcels.posted(), Parcels.delivered());

        assertThat(read(small.load(TENANT, id))).as("used since").isEqualTo(1);
        assertThat(read(small.load(TENANT, second))).as("forgotten").isEqualTo(2);
        PostOffice tiny = remembering(1);
        tiny.load(TENANT, id);
        assertThat(read(tiny.load(TENANT, id))).as("too long to be kept").isEqualTo(2);
    }

    @Test
    void a_stream_is_read_with_all_its_events_as_it_was_at_a_version() {
        office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1), Parcels.scanned("Leith", 2));

        var then = transactions.in(TENANT, transaction -> office.store().loadAt(transaction, id, 2));

        assertThat(then.events()).hasSize(2);
        assertThat(then.state()).isEqualTo(after("Crewe", 1));
    }
}
