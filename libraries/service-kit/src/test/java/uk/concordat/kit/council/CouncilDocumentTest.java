package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.testing.Rule;

class CouncilDocumentTest {

    static CouncilDocument council() {
        return new CouncilDocument(
                "harlow",
                "Harlow Council",
                "HAR",
                "Europe/London",
                List.of(
                        new CouncilDocument.ProtocolInForce("harlow", "2024-05-16", LocalDate.of(2024, 6, 1)),
                        new CouncilDocument.ProtocolInForce("harlow", "2010-01-01", LocalDate.of(2010, 1, 1))),
                new CouncilDocument.CalendarDocument(
                        "7",
                        List.of(new CouncilDocument.Day(LocalDate.of(2026, 12, 29), "Council closure", "minute 12"))),
                LocalSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource({"2010-01-01, 2010-01-01", "2024-05-31, 2010-01-01", "2024-06-01, 2024-05-16", "2030-01-01, 2024-05-16"})
    void the_protocol_in_force_is_the_last_that_has_begun(LocalDate day, String version) {
        assertThat(council().protocolOn(day)).contains(new PackId("harlow", version));
    }

    @Test
    void before_the_first_there_is_none() {
        assertThat(council().protocolOn(LocalDate.of(2009, 12, 31))).isEmpty();
    }

    @Test
    void what_was_published_before_councils_had_settings_and_people_addresses_is_read_as_without() throws Exception {
        var json = DocumentJson.mapper();
        ObjectNode council = json.valueToTree(council());
        ObjectNode person = json.valueToTree(new PersonDocument(
                new UUID(1, 1),
                "ruth",
                "Ruth Redfern",
                PersonKind.MEMBER,
                Optional.of("red"),
                Optional.of("ruth@harlow.example"),
                LocalDate.of(2026, 2, 1),
                Optional.empty()));

        assertThat(json.treeToValue(council.without("settings"), CouncilDocument.class))
                .isEqualTo(council());
        assertThat(json.treeToValue(person.without("email"), PersonDocument.class)
                        .email())
                .isEmpty();
    }

    @Test
    void what_was_published_before_there_were_deputies_and_appointments_is_read_as_without() throws Exception {
        var json = DocumentJson.mapper();
        LocalDate first = LocalDate.of(2026, 2, 1);
        var person = new PersonDocument(
                new UUID(1, 1),
                "ann",
                "Ann Baker",
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                first,
                Optional.empty());
        var post = new PostDocument(
                new UUID(2, 1), "desk", "Desk", List.of(), Optional.empty(), List.of(), first, Optional.empty());
        ObjectNode oldPerson = json.valueToTree(person);
        ObjectNode oldPost = json.valueToTree(post);

        assertThat(json.treeToValue(
                        oldPerson.without(List.of("employment", "appointedTo", "allocations", "served", "earlier")),
                        PersonDocument.class))
                .isEqualTo(person);
        assertThat(json.treeToValue(oldPost.without(List.of("deputies", "terms", "earlier")), PostDocument.class))
                .isEqualTo(post);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, ", "2026-07-01, 1", "2026-07-31, 1", "2026-08-01, "})
    void a_deputy_stands_in_from_their_first_to_their_last_day(LocalDate day, @Nullable Long deputy) {
        var post = new PostDocument(
                new UUID(2, 1),
                "desk",
                "Desk",
                List.of(),
                Optional.empty(),
                List.of(),
                LocalDate.of(2000, 1, 1),
                Optional.empty(),
                List.of(new PostDocument.Holder(
                        new UUID(1, 1), LocalDate.of(2026, 7, 1), Optional.of(LocalDate.of(2026, 7, 31)))),
                PostDocument.Terms.NONE);

        assertThat(post.deputyOn(day)).isEqualTo(Optional.ofNullable(deputy).map(least -> new UUID(1, least)));
        assertThat(post.holderOn(day)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "member, true, must",
        "co-opted-voting, true, must",
        "co-opted-non-voting, true, should",
        "independent-member, false, should",
        "officer, false, ",
    })
    @Rule({"HAC-05", "HAR-08"})
    void co_optees_are_councillors_and_the_members_code_binds_those_who_vote_in_law(
            String kind, boolean councillor, @Nullable String bound) {
        assertThat(PersonKind.of(kind).isCouncillor()).isEqualTo(councillor);
        assertThat(PersonKind.of(kind).membersCode().map(PersonKind.Obligation::code))
                .isEqualTo(Optional.ofNullable(bound));
    }

    @Test
    void what_a_council_has_set_for_itself_is_read_as_it_was_written() throws Exception {
        var json = DocumentJson.mapper();
        var settings = new LocalSettings(Optional.of(1), Optional.empty(), Optional.of(60));

        assertThat(json.readValue(json.writeValueAsString(settings), LocalSettings.class))
                .isEqualTo(settings);
    }

    @Test
    void targets_and_quiet_hours_are_read_as_they_were_written_and_older_documents_have_none() throws Exception {
        var json = DocumentJson.mapper();
        var settings = set(3);

        assertThat(json.readValue(json.writeValueAsString(settings), LocalSettings.class))
                .isEqualTo(settings);
        assertThat(json.readValue("{\"rungWorkingDays\":3}", LocalSettings.class))
                .isEqualTo(new LocalSettings(Optional.empty(), Optional.of(3), Optional.empty()));
    }

    private static LocalSettings set(int rung) {
        return new LocalSettings(
                Optional.empty(),
                Optional.of(rung),
                Optional.empty(),
                List.of(new LocalSettings.Target("member-to-officer", "full-response", 10)),
                Optional.of(new LocalSettings.QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 30))));
    }

    @Test
    void what_a_council_sets_for_itself_is_in_force_from_its_day_until_the_next() {
        LocalDate march = LocalDate.of(2027, 3, 1);
        LocalDate april = LocalDate.of(2027, 4, 1);
        CouncilDocument profile = council();
        var dated = new CouncilDocument(
                profile.key(),
                profile.name(),
                profile.reference(),
                profile.zone(),
                profile.protocols(),
                profile.calendar(),
                set(9),
                List.of(
                        new CouncilDocument.DatedSettings(april, set(4)),
                        new CouncilDocument.DatedSettings(march, set(3))));

        assertThat(dated.settingsOn(march.minusDays(1))).isEqualTo(LocalSettings.NONE);
        assertThat(dated.settingsOn(march)).isEqualTo(set(3));
        assertThat(dated.settingsOn(april.minusDays(1))).isEqualTo(set(3));
        assertThat(dated.settingsOn(april)).isEqualTo(set(4));
        assertThat(dated.on(april).settings()).isEqualTo(set(4));
        assertThat(profile.settingsOn(april)).isEqualTo(profile.settings());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, false", "2026-02-01, true", "2026-02-28, true", "2026-03-01, false"})
    void first_and_last_day_are_both_in_office(LocalDate day, boolean inOffice) {
        LocalDate first = LocalDate.of(2026, 2, 1);
        Optional<LocalDate> last = Optional.of(LocalDate.of(2026, 2, 28));
        var person = new PersonDocument(
                new UUID(1, 1),
                "ruth",
                "Ruth Redfern",
                PersonKind.MEMBER,
                Optional.of("red"),
                Optional.empty(),
                first,
                last);
        var holder = new PostDocument.Holder(new UUID(1, 1), first, last);

        assertThat(person.on(day)).isEqualTo(inOffice);
        assertThat(holder.on(day)).isEqualTo(inOffice);
    }

    @ParameterizedTest
    @CsvSource({
        // day, in office, kind, the first day of the span shown, last day before
        "2020-05-07, false, officer, 2026-05-11, ",
        "2020-05-08, true, officer, 2020-05-08, ",
        "2024-05-06, true, officer, 2020-05-08, ",
        "2024-05-07, false, officer, 2026-05-11, 2024-05-06",
        "2026-05-11, true, member, 2026-05-11, ",
    })
    void who_comes_back_was_in_office_before_and_what_they_were_then(
            LocalDate day, boolean inOffice, String kind, LocalDate from, @Nullable LocalDate left) {
        var ruth = new PersonDocument(
                new UUID(1, 1),
                "ruth",
                "Ruth Redfern",
                PersonKind.MEMBER,
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 5, 11),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new PersonDocument.Served(
                        LocalDate.of(2020, 5, 8), Optional.of(LocalDate.of(2024, 5, 6)), false)),
                List.of(new PersonDocument.Was(
                        LocalDate.of(2026, 5, 10), PersonKind.OFFICER, Optional.of("employed"), List.of())));

        assertThat(ruth.on(day)).isEqualTo(inOffice);
        assertThat(ruth.kindOn(day).code()).isEqualTo(kind);
        assertThat(ruth.leftBefore(day)).isEqualTo(Optional.ofNullable(left));
        assertThat(ruth.asOf(day)).satisfies(then -> {
            assertThat(then.kind().code()).isEqualTo(kind);
            assertThat(then.from()).isEqualTo(from);
            assertThat(then.on(day)).isEqualTo(inOffice);
        });
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true"})
    void what_was_somebodys_goes_on_when_they_were_only_inactive(boolean goesOn, boolean theirs) {
        LocalDate first = LocalDate.of(2020, 5, 8);
        LocalDate back = LocalDate.of(2026, 5, 11);
        var ida = new PersonDocument(
                new UUID(1, 1),
                "ida",
                "Ida Lund",
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                back,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new PersonDocument.Served(first, Optional.of(back.minusDays(2)), goesOn)),
                List.of());

        assertThat(ida.servesSince(first, back.minusDays(2))).isTrue();
        assertThat(ida.servesSince(first, back.minusDays(1))).isFalse();
        assertThat(ida.servesSince(first, back)).isEqualTo(theirs);
        assertThat(ida.servesSince(back, back)).isTrue();
    }

    @Test
    void without_a_last_day_it_goes_on() {
        var holder = new PostDocument.Holder(new UUID(1, 1), LocalDate.of(2026, 2, 1), Optional.empty());

        assertThat(holder.on(LocalDate.of(9999, 12, 31))).isTrue();
        assertThat(holder.on(LocalDate.of(2026, 1, 31))).isFalse();
    }

    @Test
    void a_holder_is_followed_by_the_next_on_the_day_after() {
        var post = new PostDocument(
                new UUID(2, 1),
                "desk",
                "Desk",
                List.of(),
                Optional.empty(),
                List.of(
                        new PostDocument.Holder(
                                new UUID(1, 1), LocalDate.of(2000, 1, 1), Optional.of(LocalDate.of(2026, 6, 30))),
                        new PostDocument.Holder(new UUID(1, 2), LocalDate.of(2026, 7, 2), Optional.empty())),
                LocalDate.of(2000, 1, 1),
                Optional.empty());

        assertThat(post.holderOn(LocalDate.of(2026, 6, 30))).contains(new UUID(1, 1));
        assertThat(post.holderOn(LocalDate.of(2026, 7, 1))).isEmpty();
        assertThat(post.holderOn(LocalDate.of(2026, 7, 2))).contains(new UUID(1, 2));
    }

    @ParameterizedTest
    @EnumSource(PersonKind.class)
    void every_kind_of_person_is_known_by_its_code_and_all_but_officers_are_members(PersonKind kind) {
        assertThat(PersonKind.of(kind.code())).isEqualTo(kind);
        assertThat(kind.isMember()).isEqualTo(kind != PersonKind.OFFICER);
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void every_kind_of_document_is_known_by_its_code_and_by_its_type(DocumentKind kind) {
        assertThat(DocumentKind.of(kind.code())).isEqualTo(kind);
        assertThat(DocumentKind.ofEventType(kind.eventType())).contains(kind);
        assertThat(DocumentKind.ofEventType(kind.eventType().replace("v1", "v2")))
                .isEmpty();
    }
}
