package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.PACK;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.person;
import static uk.concordat.council.domain.Harlow.post;
import static uk.concordat.council.domain.Harlow.profile;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.refusal.Ground;

/** Files of which each line is well formed and which yet do not fit together. */
class ImportFaultsTest {

    private static final Council COUNCIL = new Council();

    private static ImportRefusal refusal(CouncilFiles files) {
        return (ImportRefusal) given(COUNCIL).when(take(files)).refusal();
    }

    private static List<String> faults(CouncilFiles files) {
        return refusal(files).faults().stream()
                .map(fault -> fault.file() + " " + fault.line() + " " + fault.column())
                .toList();
    }

    private static CouncilFiles withPosts(PostLine... posts) {
        return new CouncilFiles(files().profile(), files().people(), List.of(posts), List.of());
    }

    private static CouncilFiles withHolders(HolderLine... holders) {
        return new CouncilFiles(files().profile(), files().people(), files().posts(), List.of(holders));
    }

    @Test
    void a_pack_that_does_not_exist_is_told_with_those_that_do() {
        CouncilFiles files = new CouncilFiles(
                profile(Optional.of(new PackId("harlow", "1999-01-01"))), List.of(), List.of(), List.of());

        ImportRefusal refusal = refusal(files);

        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("council.csv");
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo("pack");
            assertThat(fault.remedy()).contains(PACK.toString(), "city-of-london 2006-04-13");
        });
    }

    @Test
    void a_username_and_a_post_are_there_once() {
        assertThat(faults(new CouncilFiles(
                        files().profile(),
                        List.of(person(2, "olu", "Olu"), person(3, "ann", "Ann"), person(4, "olu", "Other")),
                        List.of(post(2, "desk", ""), post(3, "desk", "")),
                        List.of())))
                .containsExactly("people.csv 4 username", "posts.csv 3 post");
    }

    @Test
    void a_post_reports_to_a_post_of_the_file() {
        assertThat(faults(withPosts(post(2, "desk", "nowhere")))).containsExactly("posts.csv 2 reportsTo");
    }

    @Test
    void a_reporting_line_that_comes_back_is_told_of_each_post_in_the_circle_and_of_no_other() {
        assertThat(faults(withPosts(
                        post(2, "one", "two"),
                        post(3, "two", "three"),
                        post(4, "three", "one"),
                        post(5, "below", "one"))))
                .containsExactly("posts.csv 2 reportsTo", "posts.csv 3 reportsTo", "posts.csv 4 reportsTo");
        assertThat(faults(withPosts(post(2, "alone", "alone")))).containsExactly("posts.csv 2 reportsTo");
    }

    @Test
    void a_holder_is_a_person_of_the_files_in_a_post_of_the_files() {
        assertThat(faults(withHolders(
                        holder(2, "nowhere", "olu", "2000-01-01", ""), holder(3, "desk", "nobody", "2000-01-01", ""))))
                .containsExactly("holders.csv 2 post", "holders.csv 3 username");
    }

    @ParameterizedTest
    @CsvSource({
        // first holder from, to, second holder from, to
        "2000-01-01, '', 2026-01-01, ''",
        "2000-01-01, 2026-06-30, 2026-06-30, ''",
        "2026-01-01, 2026-12-31, 2000-01-01, 2026-01-01",
        "2026-03-01, 2026-03-01, 2026-01-01, 2026-12-31",
        "2026-03-01, 2026-03-01, 2026-03-01, 2026-03-01",
    })
    void two_holders_of_one_post_on_one_day_are_a_fault_of_the_second(
            String from, String to, String otherFrom, String otherTo) {
        assertThat(faults(
                        withHolders(holder(2, "desk", "olu", from, to), holder(3, "desk", "ann", otherFrom, otherTo))))
                .containsExactly("holders.csv 3 from");
    }

    @Test
    void holders_may_follow_each_other_day_upon_day_and_one_person_may_hold_two_posts() {
        assertThat(given(COUNCIL)
                        .when(take(withHolders(
                                holder(2, "desk", "olu", "2026-07-01", ""),
                                holder(3, "desk", "ann", "2000-01-01", "2026-06-30"),
                                holder(4, "manager", "olu", "2026-07-01", ""))))
                        .events())
                .isNotEmpty();
    }

    @Test
    void all_faults_are_told_at_once_and_nothing_of_the_files_is_taken_in() {
        CouncilFiles wrong = new CouncilFiles(
                profile(Optional.of(new PackId("nowhere", "1"))),
                List.of(
                        person(2, "olu", "Olu"),
                        new PersonLine(
                                3,
                                "olu",
                                "Olu",
                                "officer",
                                Optional.empty(),
                                Optional.empty(),
                                Harlow.FIRST,
                                Optional.empty())),
                List.of(post(2, "desk", "desk"), post(3, "till", "nowhere")),
                List.of(holder(2, "desk", "olu", "2000-01-01", ""), holder(3, "desk", "nobody", "2000-01-01", "")));

        ImportRefusal refusal = refusal(wrong);

        assertThat(faults(wrong))
                .containsExactlyInAnyOrder(
                        "council.csv 3 pack",
                        "people.csv 3 username",
                        "posts.csv 2 reportsTo",
                        "posts.csv 3 reportsTo",
                        "holders.csv 3 username",
                        "holders.csv 3 from");
        assertThat(refusal.code()).isEqualTo("import-refused");
        assertThat(refusal.ground()).isEqualTo(Ground.CONTENT);
        assertThat(refusal.citation()).isEmpty();
        assertThat(refusal.detail()).startsWith("The files have 6 faults; nothing was loaded.");
    }
}
