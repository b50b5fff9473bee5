package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack may leave out it may still not get wrong. */
class BadPolicyTest {

    private static final String POLICIES = """
              addressee: { policy: senior-unless-factual, roles: [director], rule: COL-24, reading: ours }
              acknowledgement: { policy: promised-date, rule: COL-28, reading: stated }
              holdingReply:
                policy: holding-reply-with-reasons
                rule: COL-30
                reading: ours
                setsNoDate: { rule: COL-31, reading: ours }
              timescale: { policy: revised-timescale, rule: COL-30, reading: stated }
              officerToMember:
                clocks:
                  - kind: first-response
                    policy: working-days-from-receipt
                    workingDays: 5
                    rule: COL-29
                    reading: ours
                unstated:
                  - kind: promised-response
                    rule: COL-31
                    reading: ours
            groups:
              minimum: 3
              toldTo: monitoring-officer
              rule: COL-01
              reading: ours
              leaderOfTheOpposition: { policy: leader-of-largest-group-outside-administration, rule: COL-02, reading: ours }
            settings:
              changedBy: [head-of-paid-service]
              rule: COL-03
              reading: ours
              quietHours: { rule: COL-04, reading: ours }
            adoption: { by: [proper-officer], rule: COL-05, reading: ours }
            """;

    @TempDir
    Path directory;

    @Test
    void with_every_policy_right_it_is_a_pack() throws IOException {
        PackText.write(directory, "good.yaml", PackText.GOOD + POLICIES);

        Pack pack = PackLibrary.with(directory).pack(new PackId("guildhall", "2026-01-01"));
        EnquiryTerms terms = pack.enquiries();

        assertThat(terms.addressee())
                .hasValueSatisfying(it -> assertThat(it.roles()).containsExactly("director"));
        assertThat(terms.acknowledgement())
                .hasValueSatisfying(it -> assertThat(it.policy()).isEqualTo("promised-date"));
        assertThat(terms.officerToMember().clocks()).hasSize(1);
        assertThat(terms.officerToMember().unstated()).hasSize(1);
        assertThat(pack.groups()).hasValueSatisfying(groups -> {
            assertThat(groups.minimum()).isEqualTo(3);
            assertThat(groups.toldTo()).contains("monitoring-officer");
            assertThat(groups.leaderOfTheOpposition()).isPresent();
        });
        assertThat(pack.settings()).hasValueSatisfying(settings -> {
            assertThat(settings.changedBy()).containsExactly("head-of-paid-service");
            assertThat(settings.quietHours()).isPresent();
        });
        assertThat(pack.adoption())
                .hasValueSatisfying(adoption -> assertThat(adoption.by()).containsExactly("proper-officer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "policy: senior-unless-factual | policy: the-boss | /enquiries/addressee/policy | a policy: senior-unless-factual; found \"the-boss\"",
                "roles: [director] | roles: [] | /enquiries/addressee/roles | a list of the generic roles of posts that count as senior, each once; found a list",
                "roles: [director] | roles: [director, director] | /enquiries/addressee/roles | a list of the generic roles of posts that count as senior, each once; found a list",
                "roles: [director] | roles: [The Boss] | /enquiries/addressee/roles/0 | a role in small letters and hyphens, such as line-manager; found \"The Boss\"",
                "roles: [director], |  | /enquiries/addressee/roles | a list of the generic roles of posts that count as senior, each once; the field is missing",
                "policy: promised-date | policy: promise | /enquiries/acknowledgement/policy | a policy: plain-acknowledgement, promised-date; found \"promise\"",
                "policy: holding-reply-with-reasons | policy: holding-reply | /enquiries/holdingReply/policy | a policy: holding-reply-with-reasons; found \"holding-reply\"",
                "setsNoDate: { rule: COL-31, reading: ours } | | /enquiries/holdingReply/setsNoDate | the rule by which a holding reply sets no new date: rule and reading; the field is missing",
                "policy: revised-timescale | policy: sliding | /enquiries/timescale/policy | a policy: revised-timescale; found \"sliding\"",
                "workingDays: 5 | workingDays: 0 | /enquiries/officerToMember/clocks/0/workingDays | a whole number of working days from 1 to 260; found 0",
                "rule: COL-24 | rule: HAR-34 | /enquiries/addressee/rule | a rule of city-of-london; HAR-34 is a rule of harlow",
                "promised-date, rule: COL-28 | promised-date, rule: HAR-36 | /enquiries/acknowledgement/rule | a rule of city-of-london; HAR-36 is a rule of harlow",
                "rule: COL-30 | rule: COL-99 | /enquiries/holdingReply/rule | a rule of city-of-london; the rulebook has no COL-99",
                "setsNoDate: { rule: COL-31 | setsNoDate: { rule: HAR-37 | /enquiries/holdingReply/setsNoDate/rule | a rule of city-of-london; HAR-37 is a rule of harlow",
                "revised-timescale, rule: COL-30 | revised-timescale, rule: HAR-37 | /enquiries/timescale/rule | a rule of city-of-london; HAR-37 is a rule of harlow",
                "rule: COL-29 | rule: HAR-38 | /enquiries/officerToMember/clocks/0/rule | a rule of city-of-london; HAR-38 is a rule of harlow",
                "minimum: 3 | minimum: 0 | /groups/minimum | the fewest members that are a group, a whole number from 1 to 20; found 0",
                "toldTo: monitoring-officer | toldTo: The Officer | /groups/toldTo | the role of the post that a group must have told that it is one, such as head-of-paid-service; found \"The Officer\"",
                "leader-of-largest-group-outside-administration | loudest | /groups/leaderOfTheOpposition/policy | a policy: leader-of-largest-group-outside-administration; found \"loudest\"",
                "rule: COL-01 | rule: HAR-04 | /groups/rule | a rule of city-of-london; HAR-04 is a rule of harlow",
                "rule: COL-02 | rule: HAR-06 | /groups/leaderOfTheOpposition/rule | a rule of city-of-london; HAR-06 is a rule of harlow",
                "changedBy: [head-of-paid-service] | changedBy: [] | /settings/changedBy | a list of the generic roles of posts whose holders change the council's settings, each once; found a list",
                "rule: COL-03 | rule: HAR-40 | /settings/rule | a rule of city-of-london; HAR-40 is a rule of harlow",
                "rule: COL-04 | rule: HAR-42 | /settings/quietHours/rule | a rule of city-of-london; HAR-42 is a rule of harlow",
                "by: [proper-officer] | by: [The Clerk] | /adoption/by/0 | a role in small letters and hyphens, such as head-of-paid-service; found \"The Clerk\"",
                "rule: COL-05 | rule: HAR-12 | /adoption/rule | a rule of city-of-london; HAR-12 is a rule of harlow",
                "kind: promised-response | kind: first-response | /enquiries/officerToMember/unstated/0/kind | each kind once; first-response already stands at /enquiries/officerToMember/clocks/0",
            })
    void a_policy_that_is_wrong_is_named_with_what_was_expected(
            String passage, @Nullable String instead, String field, String expected) throws IOException {
        assertThat(refusal(passage, instead == null ? "" : instead).faults())
                .containsExactly(new Fault(directory.resolve("bad.yaml").toString(), field, expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy: senior-unless-factual | polcy: senior-unless-factual | /enquiries/addressee/polcy",
                "policy: promised-date | days: 3, policy: promised-date | /enquiries/acknowledgement/days",
                "policy: revised-timescale | most: 2, policy: revised-timescale | /enquiries/timescale/most",
                "setsNoDate: | setNoDate: | /enquiries/holdingReply/setNoDate",
                "officerToMember: | memberToOfficer: | /enquiries/memberToOfficer",
            })
    void a_field_that_the_policy_has_not_is_refused(String passage, String instead, String field) throws IOException {
        assertThat(refusal(passage, instead).faults()).extracting(Fault::field).contains(field);
    }

    private InvalidPack refusal(String passage, String instead) throws IOException {
        assertThat(POLICIES).contains(passage);
        PackText.write(
                directory,
                "bad.yaml",
                PackText.GOOD + POLICIES.replaceFirst(Pattern.quote(passage), Matcher.quoteReplacement(instead)));
        InvalidPack refusal = catchThrowableOfType(InvalidPack.class, () -> PackLibrary.with(directory));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
