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

    record Bulb(String colour, int watts) implements Fitting {}

    sealed interface Fitting {}

    @Test
    void a_version_that_is_no_longer_written_is_read_as_todays_shape_with_what_it_lacked() {
        var table = bulbs();

        Fitting read = table.decode("bulb", 1, "{\"colour\":\"white\"}", "{}");

        assertThat(read).isEqualTo(new Bulb("white", 60));
        assertThat(table.encode(read)).satisfies(written -> {
            assertThat(written.version()).isEqualTo(2);
            assertThat(written.facts()).isEqualTo("{\"colour\":\"white\",\"watts\":60}");
        });
    }

    @Test
    void todays_version_is_read_as_it_is_and_not_added_to() {
        assertThat(bulbs().decode("bulb", 2, "{\"colour\":\"white\",\"watts\":9}", "{}"))
                .isEqualTo(new Bulb("white", 9));
    }

    @Test
    void every_version_that_can_still_be_read_is_in_the_table_and_no_other_is_read() {
        var table = bulbs();

        assertThat(table.all())
                .containsExactlyInAnyOrder(new EventTypes.Type("bulb", 1), new EventTypes.Type("bulb", 2));
        assertThatThrownBy(() -> table.decode("bulb", 3, "{\"colour\":\"white\",\"watts\":9}", "{}"))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("bulb v3");
    }

    @Test
    void what_an_old_version_holds_beyond_todays_shape_is_not_left_out_in_silence() {
        var table = bulbs();

        assertThatThrownBy(() -> table.decode("bulb", 1, "{\"colour\":\"white\",\"maker\":\"x\"}", "{}"))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("maker");
    }

    @Test
    void a_version_that_is_written_cannot_also_be_a_former_one() {
        var table = EventTypes.of(Fitting.class).type("bulb", 1, Bulb.class);

        assertThatThrownBy(() -> table.formerly("bulb", 1, Bulb.class, facts -> facts))
                .hasMessageContaining("twice");
    }

    @Test
    void an_event_with_former_versions_alone_has_no_name_to_be_written_under() {
        var table = EventTypes.of(Fitting.class).formerly("bulb", 1, Bulb.class, facts -> facts);

        assertThatThrownBy(table::build).hasMessageContaining("Bulb");
    }

    @Test
    void a_version_from_long_ago_is_made_into_todays_shape_version_by_version() {
        var table = EventTypes.of(Fitting.class)
                .formerly("bulb", 1, Bulb.class, facts -> facts.put("candles", 6))
                .formerly("bulb", 2, Bulb.class, facts -> {
                    facts.put("watts", facts.remove("candles").asInt() * 10);
                    return facts;
                })
                .type("bulb", 3, Bulb.class)
                .build();

        assertThat(table.decode("bulb", 1, "{\"colour\":\"white\"}", "{}")).isEqualTo(new Bulb("white", 60));
        assertThat(table.decode("bulb", 2, "{\"colour\":\"white\",\"candles\":4}", "{}"))
                .isEqualTo(new Bulb("white", 40));
    }

    @Test
    void a_former_version_without_the_one_that_it_is_made_into_is_refused() {
        var table = EventTypes.of(Fitting.class)
                .formerly("bulb", 1, Bulb.class, facts -> facts)
                .type("bulb", 3, Bulb.class);

        assertThatThrownBy(table::build).hasMessageContaining("bulb, version=2");
    }

    enum Colour {
        WHITE
    }

    sealed interface Lamp {
        record Tube(Colour colour) implements Lamp {}
    }

    @Test
    void a_code_that_a_newer_build_has_added_is_not_taken_for_a_broken_event() {
        var table = EventTypes.of(Lamp.class).type("tube", 1, Lamp.Tube.class).build();

        assertThatThrownBy(() -> table.decode("tube", 1, "{\"colour\":\"BLUE\"}", "{}"))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("colour");
    }

    private static EventTypes<Fitting> bulbs() {
        return EventTypes.of(Fitting.class)
                .formerly("bulb", 1, Bulb.class, facts -> facts.put("watts", 60))
                .type("bulb", 2, Bulb.class)
                .build();
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
