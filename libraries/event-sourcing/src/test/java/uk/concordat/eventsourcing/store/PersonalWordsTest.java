package uk.concordat.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.DatabaseFailure;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.decider.Personal;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;

class PersonalWordsTest {

    private static final Tenant TENANT = new Tenant("north");

    private final Installation installation = Installation.clean();
    private final PostOffice office = new PostOffice(installation.transactions(), "unsent");
    private final UUID id = UUID.randomUUID();

    @Test
    void facts_hold_no_personal_words_and_the_words_stand_under_their_persons_id() {
        office.append(TENANT, id, Parcels.posted());

        assertThat(installation.ask("select facts::text from event").getFirst())
                .contains("letter-box")
                .doesNotContain("Philippa", "tortoise", "greeting", "wish");
        String sender = Parcels.SENDER.value().toString();
        assertThat(installation.ask("select jsonb_object_keys(personal) from event"))
                .containsExactly(sender);
        assertThat(installation.ask("select personal -> '%s' ->> 'greeting' from event".formatted(sender)))
                .containsExactly(Parcels.GREETING);
        assertThat(installation.ask("select personal -> '%s' ->> 'wish' from event".formatted(sender)))
                .containsExactly(Parcels.WISH);
    }

    @Test
    void no_other_column_of_any_table_holds_personal_words() {
        office.append(TENANT, id, Parcels.posted());

        assertThat(installation.ask("select (to_jsonb(event) - 'personal')::text from event"))
                .hasSize(1)
                .noneMatch(row -> row.contains("Philippa") || row.contains("tortoise"));
        assertThat(installation.ask("select outbox.headers::text || encode(value, 'escape') from outbox"))
                .hasSize(1)
                .noneMatch(row -> row.contains("Philippa") || row.contains("tortoise"));
    }

    @Test
    void optional_words_that_are_null_or_absent_are_loaded_as_empty() {
        office.append(TENANT, id, Parcels.posted(Parcels.GREETING, Optional.empty()));
        assertThat(wish()).isEmpty();

        installation.execute("update event set personal = personal #- '{%s,wish}'"
                .formatted(Parcels.SENDER.value().toString()));
        assertThat(wish()).isEmpty();
    }

    @Test
    void optional_words_of_a_person_who_is_gone_are_loaded_as_empty() {
        office.append(TENANT, id, new ParcelEvent.Delivered(Parcels.RECIPIENT, Optional.of("thank you")));
        installation.execute("update event set personal = '{}'");

        assertThat(office.load(TENANT, id).events().getFirst().event())
                .isEqualTo(new ParcelEvent.Delivered(Parcels.RECIPIENT, Optional.empty()));
    }

    @Test
    void words_that_the_database_refuses_are_not_quoted_in_the_failure() {
        ParcelEvent.Posted unstorable = Parcels.posted("Dear Philippa\0", Optional.empty());

        assertThatThrownBy(() -> office.append(TENANT, id, unstorable))
                .isInstanceOf(DatabaseFailure.class)
                .satisfies(failure -> assertThat(org.assertj.core.util.Throwables.getStackTrace(failure))
                        .contains("22P05")
                        .doesNotContain("Philippa", "greeting"));
    }

    sealed interface Misnamed {
        record Written(UUID by, @Personal(of = "author") String words) implements Misnamed {}
    }

    sealed interface Nested {
        record Letter(@Personal(of = "by") String words) {}

        record Written(UUID by, Optional<Letter> letter) implements Nested {}
    }

    @Test
    void words_of_a_person_whom_the_event_does_not_name_are_refused_before_anything_is_stored() {
        var table = EventTypes.of(Misnamed.class).type("written", 1, Misnamed.Written.class);

        assertThatThrownBy(table::build).hasMessageContaining("words").hasMessageContaining("author");
    }

    @Test
    void words_inside_a_component_which_would_stay_among_the_facts_are_refused_before_anything_is_stored() {
        var table = EventTypes.of(Nested.class).type("written", 1, Nested.Written.class);

        assertThatThrownBy(table::build).hasMessageContaining("Letter").hasMessageContaining("words");
    }

    private Optional<String> wish() {
        return office.load(TENANT, id).events().stream()
                .map(RecordedEvent::event)
                .map(ParcelEvent.Posted.class::cast)
                .map(ParcelEvent.Posted::wish)
                .findFirst()
                .orElseThrow();
    }
}
