package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.person;
import static uk.concordat.council.domain.Harlow.post;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.protocols.pack.PackId;

class CouncilTest {

    private static final Council COUNCIL = new Council();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** When {@link Harlow} takes files in. */
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private static final PackId NEXT = new PackId("city-of-london", "2006-04-13");
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

    private static CouncilEvent[] loaded() {
        return given(COUNCIL).when(take(files())).events().toArray(CouncilEvent[]::new);
    }

    @Test
    void what_is_new_becomes_known_the_profile_first_then_people_then_posts() {
        var after = given(COUNCIL).when(take(files()));

        assertThat(after.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ProfileRecorded", "PersonRecorded", "PersonRecorded", "PostRecorded", "PostRecorded");
        CouncilState state = after.and().state();
        assertThat(state.people().all()).containsOnlyKeys("olu", "ann");
        assertThat(state.posts().all()).containsOnlyKeys("manager", "desk");
        assertThat(state.profile()).isPresent();
    }

    @Test
    void posts_are_tied_to_each_other_and_to_people_by_ids() {
        CouncilState state = given(COUNCIL, loaded()).state();
        Post desk = known(state.posts(), "desk");

        assertThat(desk.reportsTo()).contains(known(state.posts(), "manager").id());
        assertThat(desk.holders())
                .containsExactly(
                        new Post.Holder(
                                known(state.people(), "olu").id(), FIRST, Optional.of(LocalDate.of(2026, 6, 30))),
                        new Post.Holder(known(state.people(), "ann").id(), LocalDate.of(2026, 7, 1), Optional.empty()));
        assertThat(known(state.posts(), "manager").reportsTo()).isEmpty();
        assertThat(known(state.posts(), "manager").holders()).isEmpty();
    }

    private static <T> T known(Known<T> all, String key) {
        return all.find(key).orElseThrow();
    }

    @Test
    void the_same_files_again_change_nothing_though_new_ids_are_brought() {
        given(COUNCIL, loaded()).when(take(files())).thenNothing();
    }

    @Test
    void a_person_who_changed_is_told_whole_under_the_same_id() {
        CouncilFiles married = new CouncilFiles(
                files().profile(),
                List.of(person(2, "olu", "Olu Adeyemi-Smith"), person(3, "ann", "Ann Baker")),
                files().posts(),
                files().holders());
        var before = given(COUNCIL, loaded());
        Person olu = known(before.state().people(), "olu");

        before.when(take(married))
                .then(new PersonRecorded(
                        olu.id(),
                        "olu",
                        "Olu Adeyemi-Smith",
                        "officer",
                        Optional.empty(),
                        Optional.empty(),
                        FIRST,
                        Optional.empty()));
    }

    @Test
    void a_new_holder_changes_their_post_and_nothing_else_and_who_held_it_before_did() {
        CouncilFiles moved = new CouncilFiles(
                files().profile(),
                files().people(),
                files().posts(),
                List.of(holder(2, "manager", "ann", "2026-07-01", "")));

        var after = given(COUNCIL, loaded()).when(take(moved));

        assertThat(after.events()).singleElement().isInstanceOf(PostRecorded.class);
        assertThat(known(after.and().state().posts(), "manager").holders()).hasSize(1);
        assertThat(known(after.and().state().posts(), "desk").holders()).hasSize(2);
    }

    @Test
    void a_protocol_that_is_adopted_changes_the_profile_and_the_closed_days_that_are_known_stay() {
        Profile closed = new Profile(
                "harlow",
                "Harlow Council",
                "HAR",
                LONDON,
                List.of(),
                "4",
                List.of(new Profile.ClosedDay(LocalDate.of(2026, 12, 29), "Council closure", "minute 12")),
                LocalSettings.NONE);

        given(COUNCIL, new ProfileRecorded(closed, Optional.of(JULY)))
                .when(take(ofProfile(profile(Optional.of(PACK)))))
                .then(new ProfileRecorded(
                        new Profile(
                                "harlow",
                                "Harlow Council",
                                "HAR",
                                LONDON,
                                List.of(new Profile.Adopted(PACK, FIRST)),
                                "4",
                                closed.closedDays(),
                                LocalSettings.NONE),
                        Optional.of(JULY)));
    }

    @Test
    void a_protocol_that_is_adopted_later_leaves_the_one_before_it_in_force_until_then() {
        given(COUNCIL, adopted(new Profile.Adopted(PACK, FIRST)))
                .when(take(ofProfile(profile(Optional.of(NEXT), APRIL))))
                .then(adopted(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(NEXT, APRIL)));
    }

    @Test
    void protocols_stand_by_their_first_days_in_whatever_order_they_are_loaded() {
        given(COUNCIL, adopted(new Profile.Adopted(NEXT, APRIL)))
                .when(take(ofProfile(profile(Optional.of(PACK)))))
                .then(adopted(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(NEXT, APRIL)));
    }

    @Test
    void a_protocol_of_the_same_first_day_takes_the_place_of_the_other() {
        given(COUNCIL, adopted(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(PACK, APRIL)))
                .when(take(ofProfile(profile(Optional.of(NEXT), APRIL))))
                .then(adopted(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(NEXT, APRIL)));
    }

    @Test
    void an_earlier_protocol_that_is_loaded_again_and_a_file_without_one_change_nothing() {
        var known = given(COUNCIL, adopted(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(NEXT, APRIL)));

        known.when(take(ofProfile(profile(Optional.of(PACK))))).thenNothing();
        known.when(take(ofProfile(profile(Optional.empty(), APRIL)))).thenNothing();
    }

    @Test
    void days_that_are_over_keep_the_protocol_that_was_in_force_on_them() {
        var known = given(COUNCIL, adopted(new Profile.Adopted(PACK, FIRST)));

        for (LocalDate over : List.of(FIRST, JULY.minusDays(1))) {
            assertThat(known.when(take(ofProfile(profile(Optional.of(NEXT), over))))
                            .refusal())
                    .isEqualTo(new ImportRefusal(List.of(new ImportFault(
                            "council.csv",
                            3,
                            "from",
                            "from %s would change which protocol was in force on days that are over".formatted(over),
                            "Let it be in force from today or a later day."))));
        }
        known.when(take(ofProfile(profile(Optional.of(NEXT), JULY))))
                .then(adopted(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(NEXT, JULY)));
        known.when(take(ofProfile(profile(Optional.of(NEXT), FIRST.minusYears(1)))))
                .then(adopted(new Profile.Adopted(PACK, FIRST), new Profile.Adopted(NEXT, FIRST.minusYears(1))));
    }

    @Test
    void in_another_time_zone_days_are_counted_again() {
        CouncilFiles.ProfileLine line = profile(Optional.of(PACK));
        CouncilFiles.ProfileLine elsewhere = new CouncilFiles.ProfileLine(
                line.line(),
                line.key(),
                line.name(),
                line.reference(),
                ZoneId.of("Europe/Paris"),
                line.pack(),
                line.from(),
                line.settings());

        CouncilState after = given(COUNCIL, adopted(new Profile.Adopted(PACK, FIRST)))
                .when(take(ofProfile(elsewhere)))
                .and()
                .state();

        assertThat(after.profile().map(Profile::calendarVersion)).contains("2");
    }

    private static CouncilFiles ofProfile(CouncilFiles.ProfileLine line) {
        return new CouncilFiles(line, List.of(), List.of(), List.of());
    }

    private static ProfileRecorded adopted(Profile.Adopted... protocols) {
        return new ProfileRecorded(
                new Profile(
                        "harlow",
                        "Harlow Council",
                        "HAR",
                        LONDON,
                        List.of(protocols),
                        "1",
                        List.of(),
                        LocalSettings.NONE),
                Optional.of(JULY));
    }

    @Test
    void a_person_who_is_no_longer_in_the_files_stays_known_for_leaving_is_a_last_day() {
        CouncilFiles fewer = new CouncilFiles(
                files().profile(),
                List.of(person(2, "olu", "Olu Adeyemi")),
                List.of(post(2, "manager", "")),
                List.of());

        var after = given(COUNCIL, loaded()).when(take(fewer)).thenNothing();

        assertThat(after.state().people().all()).containsOnlyKeys("olu", "ann");
    }

    @Test
    void a_council_without_a_protocol_and_without_people_is_recorded() {
        assertThat(given(COUNCIL)
                        .when(take(new CouncilFiles(profile(Optional.empty()), List.of(), List.of(), List.of())))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_new_name_without_an_id_is_a_fault_of_the_caller() {
        ImportFiles without = new ImportFiles(files(), Set.of(PACK), Map.of(), Harlow.FIRST, Map.of());

        assertThatThrownBy(() -> COUNCIL.decide(without, COUNCIL.initial()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("person olu");
    }
}
