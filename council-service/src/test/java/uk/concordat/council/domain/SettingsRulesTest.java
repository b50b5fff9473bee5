package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.rules.Citation;
import uk.concordat.protocols.testing.Rule;

class SettingsRulesTest {

    private static final Council COUNCIL = new Council();
    private static final PersonId CHIEF = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
    private static final Instant NOW = Instant.parse("2026-12-21T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 21);
    private static final Pack HACKNEY = OpenPacks.hackney();
    private static final CouncilSettings TEN_DAYS = targets(new LocalTarget("member-to-officer", "full-response", 10));

    private static CouncilSettings targets(LocalTarget... targets) {
        return new CouncilSettings(LocalSettings.NONE, List.of(targets), Optional.empty());
    }

    private static CouncilSettings days(int rung) {
        return CouncilSettings.ofFiles(new LocalSettings(Optional.empty(), Optional.of(rung), Optional.empty()));
    }

    private static ChangeSettings set(CouncilSettings settings, LocalDate from) {
        return by(settings, from, Set.of("head-of-paid-service"), Optional.of(HACKNEY));
    }

    private static ChangeSettings by(CouncilSettings settings, LocalDate from, Set<String> roles, Optional<Pack> pack) {
        return new ChangeSettings(settings, from, "A new standard.", CHIEF, roles, pack, pack, NOW);
    }

    private static SettingsChanged changed(CouncilSettings settings, LocalDate from) {
        return new SettingsChanged(from, settings, "A new standard.", CHIEF, NOW);
    }

    private static CouncilEvent[] loadedAnd(CouncilEvent... then) {
        var loaded = new ArrayList<>(given(COUNCIL).when(take(files())).events());
        loaded.addAll(List.of(then));
        return loaded.toArray(CouncilEvent[]::new);
    }

    private static CouncilRefusal refusal(ChangeSettings command) {
        return given(COUNCIL, loadedAnd()).when(command).refusal();
    }

    private static void refused(CouncilRefusal refusal, String code, Ground ground) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.ground()).isEqualTo(ground);
        assertThat(refusal.detail()).endsWith(".");
    }

    @Test
    @Rule("HAC-64")
    void a_time_standard_that_the_protocol_does_not_give_is_the_councils_to_set() {
        var after = given(COUNCIL, loadedAnd()).when(set(TEN_DAYS, TODAY)).then(changed(TEN_DAYS, TODAY));

        assertThat(after.state().settings().on(TODAY)).isEqualTo(TEN_DAYS);
        assertThat(after.state().settings().on(TODAY.minusDays(1))).isEqualTo(CouncilSettings.NONE);
    }

    @Test
    @Rule({"WTC-25", "WTC-27"})
    void where_an_answer_is_to_be_timely_either_way_each_way_may_have_a_target() {
        CouncilSettings both = targets(
                new LocalTarget("officer-to-member", "first-response", 5),
                new LocalTarget("member-to-officer", "full-response", 10));

        given(COUNCIL, loadedAnd())
                .when(by(both, TODAY, Set.of("head-of-paid-service"), Optional.of(OpenPacks.wonderland())))
                .then(changed(both, TODAY));
    }

    @Test
    @Rule("COL-29")
    void a_target_for_what_the_protocol_states_is_refused_by_its_rule() {
        CouncilRefusal refusal = refusal(by(
                targets(new LocalTarget("member-to-officer", "full-response", 20)),
                TODAY,
                Set.of("member-services"),
                Optional.of(OpenPacks.city())));

        refused(refusal, "protocol-states-it", Ground.CONTENT);
        assertThat(refusal.citation()).map(Citation::rule).contains("COL-29");
        assertThat(refusal.detail()).contains("10 working days", "paragraph 7");
    }

    @ParameterizedTest
    @CsvSource({"officer-to-member, first-response", "member-to-officer, acknowledgement"})
    void what_the_protocol_does_not_speak_of_leaves_nothing_open(String direction, String kind) {
        refused(
                refusal(set(targets(new LocalTarget(direction, kind, 5)), TODAY)),
                "target-not-left-open",
                Ground.CONTENT);
    }

    @Test
    void while_no_protocol_is_in_force_there_is_nothing_to_have_a_target_for() {
        refused(
                refusal(by(TEN_DAYS, TODAY, Set.of("head-of-paid-service"), Optional.empty())),
                "target-not-left-open",
                Ground.CONTENT);
    }

    @Test
    void who_changes_them_is_for_the_protocol_in_force_to_say() {
        CouncilSettings three = days(3);
        CouncilRefusal refusal =
                refusal(by(three, TODAY, Set.of("monitoring-officer", "director"), Optional.of(OpenPacks.city())));

        refused(refusal, "settings-not-yours-to-change", Ground.ACTOR);
        assertThat(refusal.citation()).hasValueSatisfying(cited -> {
            assertThat(cited.rule()).isEqualTo("COL-03");
            assertThat(cited.reading().code()).isEqualTo("ours");
        });
        given(COUNCIL, loadedAnd())
                .when(by(three, TODAY, Set.of("member-services"), Optional.of(OpenPacks.city())))
                .then(changed(three, TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-services", "monitoring-officer", "leader"})
    void where_no_protocol_says_it_is_the_head_of_paid_service_alone(String role) {
        CouncilRefusal refusal = refusal(by(days(3), TODAY, Set.of(role), Optional.empty()));

        refused(refusal, "settings-not-yours-to-change", Ground.ACTOR);
        assertThat(refusal.citation()).isEmpty();
        given(COUNCIL, loadedAnd())
                .when(by(days(3), TODAY, Set.of("head-of-paid-service"), Optional.empty()))
                .then(changed(days(3), TODAY));
    }

    @Test
    void a_change_holds_from_its_day_and_what_was_set_before_until_then() {
        LocalDate march = LocalDate.of(2027, 3, 1);

        CouncilState state = given(COUNCIL, loadedAnd(changed(days(3), TODAY)))
                .when(set(days(4), march))
                .then(changed(days(4), march))
                .state();

        assertThat(state.settings().on(march.minusDays(1))).isEqualTo(days(3));
        assertThat(state.settings().on(march)).isEqualTo(days(4));
    }

    @Test
    void what_was_planned_for_a_day_gives_way_to_what_is_planned_for_it_later() {
        LocalDate march = LocalDate.of(2027, 3, 1);

        CouncilState state = given(COUNCIL, loadedAnd(changed(days(4), march)))
                .when(set(days(5), march))
                .then(changed(days(5), march))
                .state();

        assertThat(state.settings().on(march)).isEqualTo(days(5));
        assertThat(state.settings().byDay()).hasSize(1);
        assertThat(state.settings().changes()).hasSize(2);
    }

    @Test
    void what_is_so_already_is_not_recorded_again() {
        given(COUNCIL, loadedAnd(changed(days(3), TODAY)))
                .when(set(days(3), TODAY.plusDays(1)))
                .thenNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-20, settings-day-over",
        "2031-12-22, settings-day-too-far",
        "9999-12-31, settings-day-too-far",
    })
    void the_past_is_not_changed_nor_what_is_more_than_five_years_ahead(LocalDate from, String code) {
        refused(refusal(set(days(3), from)), code, Ground.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 61, Integer.MAX_VALUE})
    void numbers_that_make_no_sense_are_refused(int number) {
        refused(refusal(set(days(number), TODAY)), "setting-out-of-bounds", Ground.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 261})
    void so_are_targets_of_no_days_or_of_more_than_a_year(int number) {
        refused(
                refusal(set(targets(new LocalTarget("member-to-officer", "full-response", number)), TODAY)),
                "setting-out-of-bounds",
                Ground.CONTENT);
    }

    @Test
    void there_is_one_target_for_one_thing_and_quiet_hours_have_a_length() {
        LocalTime seven = LocalTime.of(7, 0);

        refused(
                refusal(set(
                        targets(
                                new LocalTarget("member-to-officer", "full-response", 10),
                                new LocalTarget("member-to-officer", "full-response", 5)),
                        TODAY)),
                "target-twice",
                Ground.CONTENT);
        refused(
                refusal(set(
                        new CouncilSettings(LocalSettings.NONE, List.of(), Optional.of(new QuietHours(seven, seven))),
                        TODAY)),
                "quiet-hours-without-length",
                Ground.CONTENT);
    }

    @Test
    void files_that_are_loaded_afterwards_leave_what_an_officer_has_set() {
        var files = new CouncilFiles(
                new CouncilFiles.ProfileLine(
                        2,
                        "harlow",
                        "Harlow Council",
                        "HAR",
                        files().profile().zone(),
                        Optional.of(Harlow.PACK),
                        Harlow.FIRST,
                        new LocalSettings(Optional.empty(), Optional.of(9), Optional.empty())),
                files().people(),
                files().posts(),
                files().holders());

        given(COUNCIL, loadedAnd(changed(days(3), TODAY))).when(take(files)).thenNothing();
        assertThat(ImportReport.of(
                                List.of(),
                                take(files, TODAY),
                                given(COUNCIL, loadedAnd(changed(days(3), TODAY)))
                                        .when(take(files))
                                        .and()
                                        .state())
                        .kept())
                .containsExactly(new ImportReport.Named("setting", "rungWorkingDays"));
    }

    @Test
    void until_then_what_files_say_counts_from_their_import() {
        CouncilSettings nine = days(9);
        var line = files().profile();
        var files = new CouncilFiles(
                new CouncilFiles.ProfileLine(
                        2,
                        line.key(),
                        line.name(),
                        line.reference(),
                        line.zone(),
                        line.pack(),
                        line.from(),
                        nine.days()),
                files().people(),
                files().posts(),
                files().holders());

        CouncilState state = given(COUNCIL).when(take(files)).and().state();

        assertThat(state.settings().changes())
                .containsExactly(new SettingsChange(LocalDate.of(2026, 7, 1), nine, Optional.empty()));
        assertThat(given(COUNCIL, given(COUNCIL).when(take(files)).events().toArray(CouncilEvent[]::new))
                        .when(take(files()))
                        .and()
                        .state()
                        .settings()
                        .on(TODAY))
                .isEqualTo(CouncilSettings.NONE);
    }
}
