package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.person;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.council.domain.ProvisionedPeopleTest.IDA;
import static uk.concordat.council.domain.ProvisionedPeopleTest.TODAY;
import static uk.concordat.council.domain.ProvisionedPeopleTest.entry;
import static uk.concordat.council.domain.ProvisionedPeopleTest.ida;
import static uk.concordat.council.domain.ProvisionedPeopleTest.told;
import static uk.concordat.council.domain.ProvisionedPeopleTest.withIda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.ImportReport.Lost;
import uk.concordat.eventsourcing.testkit.Scenario;

/** Files that were written before the directory called somebody otherwise. */
class UsernamesOfTodayTest {

    private static final PersonLine OLD_NAME = person(9, "ida", "Ida of the Files");

    private static Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> renamedTo(String userName) {
        return withIda()
                .when(told(IDA, entry(userName, "Ida May", true), TODAY, PeopleMaster.CSV))
                .and();
    }

    private static CouncilFiles with(List<HolderLine> holders, PersonLine... lines) {
        List<PersonLine> people = new ArrayList<>(files().people());
        people.addAll(Arrays.asList(lines));
        return new CouncilFiles(files().profile(), people, files().posts(), holders);
    }

    @Test
    void a_line_with_a_name_from_before_is_the_same_persons_who_keeps_the_name_they_sign_in_with() {
        var renamed = renamedTo("ida.may");
        ImportFiles sent = take(with(List.of(holder(2, "desk", "ida", "2026-07-02", "")), OLD_NAME));

        var after = renamed.when(sent);

        assertThat(after.and().state().people().all()).containsOnlyKeys("olu", "ann", "ida.may");
        assertThat(ida(after.and()).name()).isEqualTo("Ida of the Files");
        assertThat(after.and().state().posts().find("desk").orElseThrow().holders())
                .extracting(Post.Holder::person)
                .contains(IDA);
        assertThat(ImportReport.of(after.events(), sent, renamed.state()).lost())
                .containsExactly(new Lost("person", "ida", "username"));
        assertThat(ImportReport.of(after.events(), sent, renamed.state()).missing())
                .isEmpty();
    }

    @Test
    void a_line_in_other_letters_than_the_directorys_is_the_same_persons_and_nothing_is_lost() {
        var known = renamedTo("Ida@Harlow.example");
        ImportFiles sent = take(with(files().holders(), person(9, "ida@harlow.example", "Ida May")));

        var after = known.when(sent);

        assertThat(after.and().state().people().all()).containsOnlyKeys("olu", "ann", "Ida@Harlow.example");
        assertThat(ImportReport.of(after.events(), sent, known.state()).lost()).isEmpty();
    }

    @Test
    void a_line_with_a_name_from_before_is_somebody_elses_where_the_files_have_whoever_had_it_too() {
        var after = renamedTo("ida.may")
                .when(take(with(files().holders(), OLD_NAME, person(10, "ida.may", "Ida May"))))
                .and();

        assertThat(after.state().people().all()).containsOnlyKeys("olu", "ann", "ida.may", "ida");
        assertThat(ida(after).username()).isEqualTo("ida.may");
    }

    @Test
    void a_line_that_begins_after_whoever_had_its_name_has_gone_is_somebody_elses() {
        LocalDate gone = TODAY.plusDays(9);
        var left = renamedTo("ida.may")
                .when(told(IDA, entry("ida.may", "Ida May", false), gone, PeopleMaster.CSV))
                .and();
        PersonLine newcomer = new PersonLine(
                9,
                "ida",
                "Ida the Newcomer",
                "officer",
                Optional.empty(),
                Optional.empty(),
                gone.plusDays(1),
                Optional.empty());

        var after = left.when(take(with(files().holders(), newcomer), gone.plusDays(1)))
                .and();

        assertThat(after.state().people().find("ida").orElseThrow().id()).isNotEqualTo(IDA);
        assertThat(ida(after).name()).isEqualTo("Ida May");
    }

    @Test
    void of_whom_no_directory_has_spoken_another_way_of_writing_the_name_is_refused_and_told_as_that() {
        var known = withIda();

        assertThat(known.when(take(new CouncilFiles(
                                files().profile(),
                                List.of(person(2, "OLU", "Olu Adeyemi"), person(3, "ann", "Ann Baker")),
                                files().posts(),
                                List.of())))
                        .refusal())
                .isInstanceOfSatisfying(
                        ImportRefusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(
                                        ImportFault::line,
                                        ImportFault::column,
                                        ImportFault::problem,
                                        ImportFault::remedy)
                                .containsExactly(tuple(
                                        2L,
                                        "username",
                                        "OLU is known as olu, which differs in capitals alone",
                                        "Write it as olu.")));
    }
}
