package uk.concordat.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

class EventTypesTest {

    private static final Tenant TENANT = new Tenant("north");

    sealed interface Light {
        record On() implements Light {}

        sealed interface Dimmed extends Light {
            record Half() implements Dimmed {}

            record Quarter() implements Dimmed {}
        }
    }

    @Test
    void a_table_in_which_an_event_has_no_name_is_refused() {
        var table = EventTypes.of(Light.class).type("on", 1, Light.On.class).type("half", 1, Light.Dimmed.Half.class);

        assertThatThrownBy(table::build).hasMessageContaining("Quarter").hasMessageNotContaining("Half");
    }

    @Test
    void a_table_with_all_events_is_built_also_where_one_kind_has_kinds_of_its_own() {
        var table = EventTypes.of(Light.class)
                .type("on", 1, Light.On.class)
                .type("half", 1, Light.Dimmed.Half.class)
                .type("quarter", 1, Light.Dimmed.Quarter.class)
                .build();

        assertThat(table.encode(new Light.Dimmed.Quarter()).type()).isEqualTo("quarter");
    }

    @Test
    void a_type_that_is_not_sealed_is_refused_because_nobody_could_tell_what_is_missing() {
        var table = EventTypes.of(Runnable.class);

        assertThatThrownBy(table::build).hasMessageContaining("sealed");
    }

    @Test
    void one_name_and_version_for_two_events_are_refused() {
        var table = EventTypes.of(Light.class).type("on", 1, Light.On.class);

        assertThatThrownBy(() -> table.type("on", 1, Light.Dimmed.Half.class)).hasMessageContaining("twice");
    }

    @Test
    void two_names_for_one_event_are_refused() {
        var table = EventTypes.of(Light.class).type("on", 1, Light.On.class);

        assertThatThrownBy(() -> table.type("lit", 1, Light.On.class)).hasMessageContaining("twice");
    }

    @Test
    void a_stored_event_of_an_unknown_type_or_version_is_refused_and_not_skipped() {
        Installation installation = Installation.clean();
        PostOffice office = new PostOffice(installation.transactions(), "unsent");
        UUID id = UUID.randomUUID();
        office.append(TENANT, id, Parcels.posted(), Parcels.scanned("Crewe", 1));

        installation.execute("update event set schema_version = 3 where version = 2");
        assertThatThrownBy(() -> office.load(TENANT, id))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("parcel-scanned v3");

        installation.execute("update event set type = 'parcel-lost', schema_version = 1 where version = 2");
        assertThatThrownBy(() -> office.load(TENANT, id))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("parcel-lost v1");
    }

    @Test
    void what_a_newer_build_has_added_to_an_event_is_not_left_out_in_silence() {
        Installation installation = Installation.clean();
        PostOffice office = new PostOffice(installation.transactions(), "unsent");
        UUID id = UUID.randomUUID();
        office.append(TENANT, id, Parcels.posted());

        installation.execute("update event set facts = facts || '{\"insured\":true}'");

        assertThatThrownBy(() -> office.load(TENANT, id))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("insured");
    }
}
