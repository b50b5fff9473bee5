package uk.concordat.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.parcel.Parcels.posted;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.ParcelState;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

class RoundTripOfEventsTest {

    private static final Tenant TENANT = new Tenant("north");

    private final Installation installation = Installation.clean();
    private final PostOffice office = new PostOffice(installation.transactions(), "unsent");
    private final UUID id = UUID.randomUUID();

    static List<ParcelEvent> everyKindOfEvent() {
        return List.of(
                posted(),
                posted("", Optional.empty()),
                posted("quotes \" and \\ and {braces}; -- £ ☂ 𝄞", Optional.of(" ")),
                Parcels.scanned("Crewe", 1),
                Parcels.delivered(),
                new ParcelEvent.Delivered(Parcels.RECIPIENT, Optional.of("left with the neighbour")));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfEvent")
    void an_event_is_loaded_as_it_was_appended(ParcelEvent event) {
        Stream<ParcelState, ParcelEvent> appended = office.append(TENANT, id, event);

        Stream<ParcelState, ParcelEvent> loaded = office.load(TENANT, id);

        assertThat(loaded.events()).extracting(RecordedEvent::event).containsExactly(event);
        assertThat(loaded.equals(appended)).isTrue();
    }

    @Test
    void a_stream_folds_to_the_state_that_its_events_make() {
        office.append(TENANT, id, posted());
        office.append(TENANT, id, Parcels.scanned("Crewe", 1), Parcels.scanned("Leith", 2));

        assertThat(office.load(TENANT, id).state()).isEqualTo(new ParcelState.Travelling("Leith", 2));
        assertThat(office.load(TENANT, UUID.randomUUID()).state()).isEqualTo(new ParcelState.Unknown());
    }

    @Test
    void enums_and_value_records_are_plain_text_on_disk() {
        office.append(TENANT, id, posted());

        assertThat(installation.ask("select facts ->> 'size' from event")).containsExactly("letter-box");
        assertThat(installation.ask("select facts ->> 'barcode' from event")).containsExactly("7KQ4");
        assertThat(installation.ask("select facts ->> 'promised' from event")).containsExactly("2026-12-31");
        assertThat(installation.ask("select facts ->> 'at' from event")).containsExactly("2026-12-24T09:15:00.123456Z");
        assertThat(installation.ask("select facts -> 'enclosed' from event")).containsExactly("[\"A\", \"B\"]");
    }

    @Test
    void an_optional_component_that_older_events_do_not_have_is_empty() {
        office.append(TENANT, id, posted());
        installation.execute("update event set facts = facts - 'returnsAs' - 'insuredBy'");

        assertThat(office.load(TENANT, id).events().getFirst().event())
                .isInstanceOfSatisfying(ParcelEvent.Posted.class, posted -> {
                    assertThat(posted.returnsAs()).isEmpty();
                    assertThat(posted.insuredBy()).isEmpty();
                });
    }

    @Test
    void who_acted_and_the_trace_are_kept_with_the_event() {
        office.append(TENANT, id, posted());

        assertThat(installation.ask("select actor from event"))
                .containsExactly(Parcels.SENDER.value().toString());
        assertThat(installation.ask("select traceparent from event")).containsExactly(Parcels.TRACEPARENT);
    }

    @Test
    void an_event_is_dated_by_the_databases_clock_and_the_shift_of_the_installation() {
        installation.execute("update clock_offset set shift = interval '1000 days'");

        office.append(TENANT, id, posted());

        assertThat(installation.ask(
                        "select recorded_at between clock_timestamp() + interval '1000 days' - interval '1 minute'"
                                + " and clock_timestamp() + interval '1000 days' from event"))
                .containsExactly("t");
    }
}
