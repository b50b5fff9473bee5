package uk.concordat.eventsourcing.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.ParcelState;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;
import uk.concordat.eventsourcing.store.EventStore;

class VerifierTest {

    private static final Tenant TENANT = new Tenant("north");
    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private final Installation installation = Installation.clean();
    private final Transactions transactions = installation.transactions();
    private final PostOffice office = new PostOffice(transactions, "unsent");

    @BeforeEach
    void two_parcels() {
        office.append(TENANT, FIRST, Parcels.posted(), Parcels.scanned("Crewe", 1), Parcels.delivered());
        office.append(TENANT, SECOND, Parcels.posted(), Parcels.scanned("Leith", 1));
        assertThat(verify())
                .isEqualTo(new Verification(
                        "parcel",
                        2,
                        5,
                        List.of(
                                new Verification.ViewChecked("parcel_view", 2, 0, List.of()),
                                new Verification.ViewChecked("travelling_view", 1, 0, List.of())),
                        0,
                        List.of()));
    }

    @Test
    void a_row_altered_by_hand_is_named_and_left_as_it_is() {
        installation.execute("update parcel_view set state = 'Travelling' where id = '%s'".formatted(FIRST));

        assertThat(verify().views())
                .containsExactly(
                        new Verification.ViewChecked("parcel_view", 2, 1, List.of(FIRST)),
                        new Verification.ViewChecked("travelling_view", 1, 0, List.of()));
        assertThat(installation.ask("select state from parcel_view order by id"))
                .containsExactly("Travelling", "Travelling");
    }

    @Test
    void a_row_that_is_missing_and_one_that_should_not_be_are_named() {
        UUID stray = UUID.fromString("ffffffff-0000-7000-8000-000000000003");
        installation.execute("delete from parcel_view where id = '%s'".formatted(SECOND));
        installation.execute("insert into travelling_view values ('north', '%s', 'x'), ('north', '%s', 'x')"
                .formatted(FIRST, stray));

        assertThat(verify().views())
                .containsExactly(
                        new Verification.ViewChecked("parcel_view", 1, 1, List.of(SECOND)),
                        new Verification.ViewChecked("travelling_view", 3, 2, List.of(stray, FIRST)));
    }

    @Test
    void what_others_note_in_a_row_is_not_compared() {
        installation.execute("update travelling_view set searched = true");

        assertThat(verify().isSound()).isTrue();
        assertThat(installation.ask("select searched from travelling_view")).containsExactly("t");
    }

    @Test
    void a_row_that_stands_in_the_way_of_another_streams_row_is_found_too() {
        installation.execute("create unique index one_a_place on travelling_view (at)");
        try {
            UUID stray = UUID.fromString("00000000-0000-7000-8000-000000000000");
            installation.execute("delete from travelling_view");
            installation.execute("insert into travelling_view values ('south', '%s', 'Leith')".formatted(stray));

            assertThat(verify().views())
                    .extracting(Verification.ViewChecked::streams)
                    .containsExactly(List.of(SECOND), List.of(SECOND));
        } finally {
            installation.execute("drop index one_a_place");
        }
    }

    @Test
    void a_version_that_is_missing_is_named() {
        installation.execute("delete from event where version = 2 and stream_id = '%s'".formatted(FIRST));

        assertThat(verify().faults())
                .extracting(Verification.Fault::kind, Verification.Fault::stream, Verification.Fault::version)
                .containsExactly(tuple("version-missing", FIRST, 2L));
    }

    @Test
    void an_event_that_cannot_be_read_is_named_and_not_quoted() {
        installation.execute(
                "update event set facts = facts || '{\"scans\":\"secret\"}' where version = 2 and stream_id = '%s'"
                        .formatted(SECOND));
        installation.execute("update event set type = 'parcel-lost' where version = 3");

        assertThat(verify().faults())
                .containsExactly(
                        new Verification.Fault("event-unreadable", FIRST, 3, "parcel-lost v1: UnknownEventType"),
                        new Verification.Fault(
                                "event-unreadable", SECOND, 2, "parcel-scanned v2: IllegalStateException"));
    }

    @Test
    void an_event_that_cannot_follow_on_what_came_before_is_named() {
        EventStore<ParcelState, ParcelEvent> strict = new EventStore<>(
                "parcel",
                Parcels.types(),
                new ParcelState.Unknown(),
                (_, event) -> {
                    if (event instanceof ParcelEvent.Delivered) {
                        throw new IllegalStateException("Never posted");
                    }
                    return new ParcelState.Arrived();
                },
                (_, _, _, _) -> Optional.empty(),
                List.of());

        assertThat(new Verifier<>(transactions, strict).verify(TENANT).faults())
                .contains(new Verification.Fault(
                        "event-impossible", FIRST, 3, "parcel-delivered v1: IllegalStateException"));
    }

    @Test
    void a_count_of_what_was_told_that_cannot_be_is_named() {
        installation.execute("update event set sequence = 3 where version = 3");

        assertThat(verify().faults())
                .containsExactly(
                        new Verification.Fault("sequence-wrong", FIRST, 3, "Its sequence is 3 and should be 2"));
    }

    private Verification verify() {
        return new Verifier<>(transactions, office.store()).verify(TENANT);
    }
}
