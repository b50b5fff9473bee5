package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.FIRST;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.post;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.protocols.testing.Rule;

/** Deputies and restricted posts that do not fit together. */
class RegisterFaultsTest {

    private static final Council COUNCIL = new Council();

    static final List<PersonLine> PEOPLE = List.of(
            person(2, "olu", "officer"),
            person(3, "ann", "officer"),
            new PersonLine(4, "ruth", "Ruth", "member", Optional.of("red"), Optional.empty(), FIRST, Optional.empty()));

    private static PersonLine person(long line, String username, String kind) {
        return new PersonLine(
                line, username, username, kind, Optional.empty(), Optional.empty(), FIRST, Optional.empty());
    }

    private static PostLine restricted(long line, String post) {
        return new PostLine(
                line,
                post,
                "Title of " + post,
                List.of(),
                Optional.empty(),
                FIRST,
                Optional.empty(),
                new Post.Terms(Optional.empty(), Optional.empty(), true, Optional.empty()));
    }

    private static DeputyLine deputy(long line, String post, String username, String from, String to) {
        return new DeputyLine(line, post, username, LocalDate.parse(from), day(to));
    }

    private static Optional<LocalDate> day(String day) {
        return Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    private static CouncilFiles files(
            List<PostLine> posts, List<HolderLine> holders, Optional<List<DeputyLine>> deputies) {
        return new CouncilFiles(profile(Optional.of(PACK)), PEOPLE, posts, holders, deputies, Optional.empty());
    }

    private static CouncilFiles ofDesk(HolderLine holder, DeputyLine... deputies) {
        return files(List.of(post(2, "desk", "")), List.of(holder), Optional.of(List.of(deputies)));
    }

    static List<String> faults(CouncilFiles files) {
        return faults((ImportRefusal) given(COUNCIL).when(take(files)).refusal());
    }

    private static List<String> faults(ImportRefusal refusal) {
        return refusal.faults().stream()
                .map(fault -> fault.file() + " " + fault.line() + " " + fault.column())
                .toList();
    }

    @Test
    void a_deputy_is_a_person_of_the_files_for_a_post_of_the_files() {
        assertThat(faults(ofDesk(
                        holder(2, "desk", "olu", "2000-01-01", ""),
                        deputy(2, "nowhere", "ann", "2000-01-01", ""),
                        deputy(3, "desk", "nobody", "2000-01-01", ""))))
                .containsExactly("deputies.csv 2 post", "deputies.csv 3 username");
    }

    @ParameterizedTest
    @CsvSource({"2000-01-01, ''", "2026-06-30, 2026-07-31", "2026-01-01, 2026-03-31"})
    void nobody_is_deputy_of_themselves_on_any_day(String from, String to) {
        assertThat(faults(ofDesk(
                        holder(2, "desk", "olu", "2026-01-01", "2026-06-30"), deputy(2, "desk", "olu", from, to))))
                .containsExactly("deputies.csv 2 username");
    }

    @Test
    void who_held_a_post_before_may_be_its_deputy_after() {
        given(COUNCIL)
                .when(take(ofDesk(
                        holder(2, "desk", "olu", "2026-01-01", "2026-06-30"),
                        deputy(2, "desk", "olu", "2026-07-01", ""))))
                .and()
                .when(take(ofDesk(
                        holder(2, "desk", "olu", "2026-01-01", "2026-06-30"),
                        deputy(2, "desk", "olu", "2026-07-01", ""))))
                .thenNothing();
    }

    @Test
    void two_deputies_of_one_post_on_one_day_are_a_fault_of_the_second() {
        assertThat(faults(ofDesk(
                        holder(2, "desk", "ruth", "2000-01-01", ""),
                        deputy(2, "desk", "olu", "2026-01-01", "2026-06-30"),
                        deputy(3, "desk", "ann", "2026-06-30", ""))))
                .containsExactly("deputies.csv 3 from");
    }

    @Test
    @Rule("CC-32")
    void a_member_neither_holds_a_politically_restricted_post_nor_stands_in_for_its_holder() {
        assertThat(faults(files(
                        List.of(restricted(2, "chief")),
                        List.of(holder(2, "chief", "ruth", "2026-01-01", "2026-01-31")),
                        Optional.of(List.of(deputy(2, "chief", "ruth", "2026-02-01", ""))))))
                .containsExactly("holders.csv 2 username", "deputies.csv 2 username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"co-opted-voting", "co-opted-non-voting", "independent-member"})
    @Rule({"CC-32", "HAR-08"})
    void a_co_optee_is_a_member_to_a_politically_restricted_post(String kind) {
        PersonLine bea = new PersonLine(
                2,
                "bea",
                "Bea",
                kind,
                Optional.empty(),
                Optional.empty(),
                FIRST,
                Optional.empty(),
                Optional.empty(),
                List.of("standards-committee"));

        assertThat(faults(new CouncilFiles(
                        profile(Optional.of(PACK)),
                        List.of(bea),
                        List.of(restricted(2, "chief")),
                        List.of(holder(2, "chief", "bea", "2026-01-01", "")))))
                .containsExactly("holders.csv 2 username");
    }

    @Test
    @Rule("CC-32")
    void an_officer_holds_a_politically_restricted_post_and_a_member_one_that_is_not() {
        assertThat(given(COUNCIL)
                        .when(take(files(
                                List.of(restricted(2, "chief"), post(3, "leader", "")),
                                List.of(
                                        holder(2, "chief", "olu", "2026-01-01", ""),
                                        holder(3, "leader", "ruth", "2026-01-01", "")),
                                Optional.empty())))
                        .events())
                .isNotEmpty();
    }

    @Test
    @Rule("CC-32")
    void who_held_a_restricted_post_before_they_were_elected_is_no_fault() {
        PersonLine officer = dee("officer", LocalDate.of(2010, 1, 1), Optional.of(LocalDate.of(2026, 5, 6)));
        PersonLine elected = dee("member", LocalDate.of(2026, 5, 7), Optional.empty());
        var known = given(COUNCIL)
                .when(take(new CouncilFiles(profile(Optional.of(PACK)), List.of(officer), List.of(), List.of())))
                .and();
        var files = new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(elected),
                List.of(restricted(2, "chief")),
                List.of(holder(2, "chief", "dee", "2010-01-01", "2026-05-06")));
        var overlapping = new CouncilFiles(
                files.profile(),
                files.people(),
                files.posts(),
                List.of(holder(2, "chief", "dee", "2010-01-01", "2026-05-07")));

        assertThat(known.when(take(files)).events()).isNotEmpty();
        assertThat(faults((ImportRefusal) known.when(take(overlapping)).refusal()))
                .containsExactly("holders.csv 2 username");
    }

    private static PersonLine dee(String kind, LocalDate from, Optional<LocalDate> to) {
        return new PersonLine(2, "dee", "Dee", kind, Optional.empty(), Optional.empty(), from, to);
    }

    @Test
    @Rule("CC-32")
    void who_becomes_a_member_while_known_as_the_holder_of_a_restricted_post_that_is_not_sent_is_told() {
        var known = given(COUNCIL)
                .when(take(files(
                        List.of(restricted(2, "chief")),
                        List.of(holder(2, "chief", "olu", "2026-01-01", "")),
                        Optional.empty())))
                .and();
        var elected =
                new CouncilFiles(profile(Optional.of(PACK)), List.of(person(2, "olu", "member")), List.of(), List.of());

        assertThat(faults((ImportRefusal) known.when(take(elected)).refusal())).containsExactly("people.csv 2 kind");
    }

    @Test
    void deputies_that_are_known_and_not_sent_again_must_fit_with_what_is_sent() {
        var known = given(COUNCIL)
                .when(take(
                        ofDesk(holder(2, "desk", "olu", "2000-01-01", ""), deputy(2, "desk", "ann", "2000-01-01", ""))))
                .and();
        CouncilFiles promoted = files(
                List.of(post(2, "desk", "")), List.of(holder(2, "desk", "ann", "2026-07-01", "")), Optional.empty());

        assertThat(faults((ImportRefusal) known.when(take(promoted)).refusal()))
                .containsExactly("holders.csv 2 username");
    }

    @Test
    @Rule("CC-32")
    void a_post_that_becomes_restricted_while_a_member_is_known_as_its_deputy_is_told() {
        var known = given(COUNCIL)
                .when(take(ofDesk(
                        holder(2, "desk", "olu", "2000-01-01", ""), deputy(2, "desk", "ruth", "2000-01-01", ""))))
                .and();
        CouncilFiles restricted = files(
                List.of(restricted(2, "desk")), List.of(holder(2, "desk", "olu", "2000-01-01", "")), Optional.empty());

        assertThat(faults((ImportRefusal) known.when(take(restricted)).refusal()))
                .containsExactly("posts.csv 2 politicallyRestricted");
    }
}
