package uk.concordat.eventsourcing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.eventsourcing.parcel.Parcels.delivered;
import static uk.concordat.eventsourcing.parcel.Parcels.posted;
import static uk.concordat.eventsourcing.parcel.Parcels.scanned;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.parcel.Parcel;
import uk.concordat.eventsourcing.parcel.ParcelCommand.Post;
import uk.concordat.eventsourcing.parcel.ParcelCommand.Scan;
import uk.concordat.eventsourcing.parcel.ParcelState;

/** The kit passes what is so, and its failures say what differs. */
class ScenarioTest {

    private final Parcel parcel = new Parcel();

    @Test
    void a_story_is_told_from_event_to_command_to_event() {
        given(parcel)
                .when(new Post(posted()))
                .then(posted())
                .when(new Scan("Crewe"))
                .then(scanned("Crewe", 1))
                .when(new Scan("Crewe"))
                .thenNothing()
                .when(new Scan("Leith"))
                .then(scanned("Leith", 2));
    }

    @Test
    void the_state_is_what_the_given_events_make() {
        assertThat(given(parcel).state()).isEqualTo(new ParcelState.Unknown());
        assertThat(given(parcel, posted(), scanned("Crewe", 1)).state())
                .isEqualTo(new ParcelState.Travelling("Crewe", 1));
    }

    @Test
    void a_refusal_says_why() {
        assertThat(given(parcel).when(new Scan("Crewe")).refusal()).isEqualTo("never posted");
        assertThat(given(parcel, posted(), delivered()).when(new Scan("Crewe")).refusal())
                .isEqualTo("arrived already");
    }

    @Test
    void other_events_than_expected_fail_with_both() {
        var outcome = given(parcel, posted()).when(new Scan("Crewe"));

        assertThatThrownBy(() -> outcome.then(scanned("Leith", 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected events")
                .hasMessageContaining("Leith")
                .hasMessageContaining("Crewe");
        assertThatThrownBy(() -> outcome.then(scanned("Crewe", 1), delivered()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Delivered");
        assertThatThrownBy(outcome::then).isInstanceOf(AssertionError.class).hasMessageContaining("Crewe");
    }

    @Test
    void events_where_none_were_expected_fail_with_the_events() {
        assertThatThrownBy(() -> given(parcel, posted()).when(new Scan("Crewe")).thenNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected no event")
                .hasMessageContaining("Crewe");
    }

    @Test
    void a_refusal_where_events_were_expected_fails_with_the_refusal() {
        var outcome = given(parcel).when(new Scan("Crewe"));

        assertThatThrownBy(() -> outcome.then(scanned("Crewe", 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("refused: never posted");
        assertThatThrownBy(outcome::thenNothing)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never posted");
        assertThatThrownBy(outcome::and).isInstanceOf(AssertionError.class).hasMessageContaining("never posted");
    }

    @Test
    void events_where_a_refusal_was_expected_fail_with_the_events() {
        assertThatThrownBy(() -> given(parcel, posted()).when(new Scan("Crewe")).refusal())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected a refusal")
                .hasMessageContaining("Crewe");
    }
}
