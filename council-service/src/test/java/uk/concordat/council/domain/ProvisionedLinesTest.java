package uk.concordat.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.domain.Harlow.files;
import static uk.concordat.council.domain.Harlow.holder;
import static uk.concordat.council.domain.Harlow.person;
import static uk.concordat.council.domain.Harlow.take;
import static uk.concordat.council.domain.ProvisionedPeopleTest.entry;
import static uk.concordat.council.domain.ProvisionedPeopleTest.on;
import static uk.concordat.council.domain.ProvisionedPeopleTest.told;
import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.people.PersonId;

/** Files of people of whom the council's directory speaks too. */
class ProvisionedLinesTest {

    private static final Council COUNCIL = new Council();
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate GIVEN = LocalDate.of(2026, 7, 10);
    private static final LocalDate LATER = LocalDate.of(2026, 7, 11);
    private static final PersonId IDA = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));

    private static Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> withIda() {
        return given(COUNCIL)
                .when(take(files()))
                .and()
                .when(new ProvisionPerson(
                        Optional.empty(), IDA, entry("ida", "Ida Lund", true), "officer", on(TODAY, PeopleMaster.CSV)))
                .and();
    }

    private static CouncilFiles with(PersonLine line) {
        List<PersonLine> people = new ArrayList<>(files().people());
        people.add(line);
        return new CouncilFiles(files().profile(), people, files().posts(), files().holders());
    }

    private static ImportFiles under(PeopleMaster master, CouncilFiles files) {
        ImportFiles sent = take(files);
        return new ImportFiles(
                sent.files(),
                sent.packs(),
                sent.groupTerms(),
                sent.today(),
                master,
                sent.newIds(),
                sent.postsOfGroups(),
                sent.packsLeftOut());
    }

    /** The files of Harlow, beside a group that stands for its desk. */
    private static ImportFiles besideAGroup(CouncilFiles files) {
        ImportFiles sent = take(files, LATER);
        return new ImportFiles(
                sent.files(),
                sent.packs(),
                sent.groupTerms(),
                sent.today(),
                sent.master(),
                sent.newIds(),
                Set.of("desk"),
                sent.packsLeftOut());
    }

    private static Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> withTheDeskGivenTo(
            PersonId holder, Scenario<CouncilCommand, CouncilState, CouncilEvent, CouncilRefusal> known) {
        UUID group = UUID.fromString("01980000-0000-7000-8000-000000000007");
        return known.when(new ProvisionGroup(
                        new DirectoryGroup(group, "Desk", Optional.empty(), List.of(holder)),
                        true,
                        Optional.of("desk"),
                        on(GIVEN, PeopleMaster.CSV)))
                .and();
    }

    @Test
    void under_a_directory_that_is_the_master_a_line_loses_and_each_loss_is_told() {
        ImportFiles sent = under(PeopleMaster.SCIM, with(person(9, "ida", "Ida of the Files")));
        var known = withIda();

        var after = known.when(sent);

        assertThat(after.events()).isEmpty();
        assertThat(ImportReport.of(after.events(), sent, known.state()).lost())
                .containsExactly(
                        new ImportReport.Lost("person", "ida", "name"),
                        new ImportReport.Lost("person", "ida", "email"),
                        new ImportReport.Lost("person", "ida", "from"));
    }

    private static PersonLine lastDay(LocalDate to) {
        return new PersonLine(
                9,
                "ida",
                "Ida Lund",
                "officer",
                Optional.empty(),
                Optional.of("ida@harlow.example"),
                TODAY,
                Optional.of(to));
    }

    @Test
    void a_last_day_of_the_files_that_the_directory_overrules_is_told_also_once_it_has_taken_it_out() {
        ImportFiles sent = under(PeopleMaster.SCIM, with(lastDay(LATER)));
        var leaving =
                withIda().when(under(PeopleMaster.CSV, with(lastDay(LATER)))).and();
        assertThat(leaving.state().person(IDA).orElseThrow().to()).contains(LATER);
        var back = leaving.when(told(IDA, entry("ida", "Ida Lund", false), TODAY, PeopleMaster.SCIM))
                .and()
                .when(told(IDA, entry("ida", "Ida Lund", true), TODAY, PeopleMaster.SCIM))
                .and();

        var after = back.when(sent);

        after.thenNothing();
        assertThat(ImportReport.of(after.events(), sent, back.state()).lost())
                .containsExactly(new ImportReport.Lost("person", "ida", "to"));
    }

    @Test
    void whom_the_directory_has_withdrawn_the_files_have_again_and_may_bring_back() {
        ImportFiles sent = under(PeopleMaster.SCIM, with(person(9, "ida", "Ida of the Files")));
        var withdrawn = withIda()
                .when(new WithdrawPerson(IDA, Map.of(), on(TODAY, PeopleMaster.SCIM)))
                .and();

        var after = withdrawn.when(sent);

        assertThat(after.and().state().person(IDA).orElseThrow()).satisfies(ida -> {
            assertThat(ida.name()).isEqualTo("Ida of the Files");
            assertThat(ida.to()).isEmpty();
        });
        assertThat(ImportReport.of(after.events(), sent, withdrawn.state()).lost())
                .isEmpty();
        ImportFiles withoutHer = under(PeopleMaster.SCIM, files());
        assertThat(ImportReport.of(List.of(), withoutHer, after.and().state()).missing())
                .containsExactly(new ImportReport.Named("person", "ida"));
    }

    @Test
    void under_files_that_are_the_master_a_line_wins_and_the_directory_feeds_that_person_no_more() {
        ImportFiles sent = under(PeopleMaster.CSV, with(person(9, "ida", "Ida of the Files")));

        var after = withIda().when(sent).and();

        assertThat(after.state().people().find("ida").orElseThrow().name()).isEqualTo("Ida of the Files");
        assertThat(ProvisioningLoss.of(after.state(), PostsOfGroups.NONE, TODAY))
                .containsExactly(new ProvisioningLoss("ida", "displayName"), new ProvisioningLoss("ida", "emails"));
        after.when(sent).thenNothing();
        var told = after.when(new ProvisionPerson(
                Optional.of(IDA),
                IDA,
                entry("ida", "Ida of the Directory", true),
                "officer",
                on(TODAY, PeopleMaster.CSV)));
        assertThat(told.and().state().people().find("ida").orElseThrow().name()).isEqualTo("Ida of the Files");
    }

    @Test
    void a_post_may_be_held_by_somebody_of_whom_only_the_directory_has_spoken() {
        List<HolderLine> holders = List.of(holder(2, "desk", "ida", "2026-07-02", ""));

        var after =
                withIda().when(take(new CouncilFiles(files().profile(), files().people(), files().posts(), holders)));

        assertThat(after.and().state().posts().find("desk").orElseThrow().holders())
                .contains(new Post.Holder(IDA, TODAY.plusDays(1), Optional.empty()));
    }

    @Test
    void whoever_is_fed_by_the_directory_that_is_the_master_is_not_missing_from_the_files() {
        var known = withIda();
        ImportFiles csv = under(PeopleMaster.CSV, files());
        ImportFiles scim = under(PeopleMaster.SCIM, files());

        assertThat(ImportReport.of(List.of(), csv, known.state()).missing())
                .containsExactly(new ImportReport.Named("person", "ida"));
        assertThat(ImportReport.of(List.of(), scim, known.state()).missing()).isEmpty();
    }

    @Test
    void a_post_that_a_group_has_given_to_somebody_is_not_given_back_by_the_files_and_that_is_told() {
        var known = withTheDeskGivenTo(IDA, withIda());
        ImportFiles sent = besideAGroup(files());

        var after = known.when(sent);

        after.thenNothing();
        assertThat(known.state().posts().find("desk").orElseThrow().holders())
                .hasSize(3)
                .last()
                .isEqualTo(new Post.Holder(IDA, GIVEN, Optional.empty()));
        assertThat(ImportReport.of(after.events(), sent, known.state()).kept())
                .containsExactly(new ImportReport.Named("post", "desk"));
    }

    @Test
    void files_that_name_the_holders_whom_the_group_has_given_the_post_lose_nothing() {
        var known = withTheDeskGivenTo(IDA, withIda());
        ImportFiles sent = besideAGroup(new CouncilFiles(
                files().profile(),
                files().people(),
                files().posts(),
                List.of(
                        holder(2, "desk", "ida", "2026-07-10", ""),
                        holder(3, "desk", "olu", "2000-01-01", "2026-06-30"),
                        holder(4, "desk", "ann", "2026-07-01", "2026-07-09"))));

        var after = known.when(sent);

        after.thenNothing();
        assertThat(ImportReport.of(after.events(), sent, known.state()).kept()).isEmpty();
    }

    @Test
    void whoever_has_a_post_by_a_group_need_not_be_in_the_files() {
        var known = given(COUNCIL).when(take(files())).and();
        PersonId olu = known.state().people().find("olu").orElseThrow().id();
        var held = withTheDeskGivenTo(olu, known);

        held.when(besideAGroup(new CouncilFiles(
                        files().profile(),
                        List.of(person(2, "ann", "Ann Baker")),
                        files().posts(),
                        List.of(holder(2, "desk", "ann", "2026-07-01", "")))))
                .thenNothing();
    }

    @Test
    void a_new_post_that_a_group_stands_for_has_the_holders_of_its_lines() {
        var known = given(COUNCIL)
                .when(take(new CouncilFiles(files().profile(), files().people(), List.of(), List.of())))
                .and();

        var after = known.when(besideAGroup(files())).and();

        assertThat(after.state().posts().find("desk").orElseThrow().holders()).hasSize(2);
    }
}
