package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.pack.AddresseeTerms;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.HoldingReplyTerms;
import uk.concordat.protocols.pack.OfficerToMemberTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.pack.PolicyTerms;
import uk.concordat.protocols.rules.Rule;
import uk.concordat.protocols.rules.Rulebook;

/** Packs differ only in which policies they name and how they set them: no council stands in the code. */
class TwoPacksTest {

    private static final EnquiryTerms CITY = CityEnquiry.PACK.enquiries();
    private static final EnquiryTerms HARLOW = HarlowEnquiry.PACK.enquiries();

    /** Comments go, strings stay. */
    private static final Pattern COMMENT_OR_STRING = Pattern.compile(
            "(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])+'" + ")|/\\*.*?\\*/|//[^\\n]*",
            Pattern.DOTALL);

    /** What the API page says of an operation or a field; like a comment it may cite a rule. */
    private static final Pattern DOCUMENTATION = Pattern.compile(
            "@(?:Operation|Schema|Serves)\\((?:[^()\"]|\"(?:\\\\.|[^\"\\\\])*+\"|\\((?:[^()\"]|\"(?:\\\\.|[^\"\\\\])*+\")*+\\))*+\\)");

    private static final Pattern COUNCIL = Pattern.compile(
            rules(Rule::council).collect(Collectors.joining("|", "\\b(?:", "|city[ _]of[ _]london)\\b")),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile(
            rules(rule -> rule.id().replaceAll("-.*", "")).collect(Collectors.joining("|", "\\b(?:", ")-\\d+")));

    private static Stream<String> rules(Function<Rule, String> part) {
        return Rulebook.standard().all().stream().map(part).distinct();
    }

    @Test
    void both_are_decided_by_the_same_policies_set_otherwise() {
        assertThat(policies(CITY))
                .containsExactlyInAnyOrder(
                        "working-days-from-receipt",
                        "senior-unless-factual",
                        "plain-acknowledgement",
                        "holding-reply-with-reasons");
        assertThat(policies(HARLOW))
                .containsExactlyInAnyOrder(
                        "working-days-from-receipt", "senior-unless-factual", "promised-date", "revised-timescale");
        assertThat(CITY.clocks()).extracting(ClockTerms::workingDays).containsExactly(2, 10);
        assertThat(HARLOW.clocks()).extracting(ClockTerms::workingDays).containsExactly(5);
        assertThat(HARLOW.officerToMember().clocks())
                .extracting(ClockTerms::workingDays)
                .containsExactly(5);
        assertThat(CITY.officerToMember().clocks()).isEmpty();
        assertThat(CITY.channels()).contains("telephone", "in-person");
        assertThat(HARLOW.channels()).doesNotContain("telephone", "in-person");
    }

    private static Set<String> policies(EnquiryTerms terms) {
        return Stream.of(
                        Stream.concat(terms.clocks().stream(), terms.officerToMember().clocks().stream())
                                .map(ClockTerms::policy),
                        terms.addressee().map(AddresseeTerms::policy).stream(),
                        terms.acknowledgement().map(PolicyTerms::policy).stream(),
                        terms.holdingReply().map(HoldingReplyTerms::policy).stream(),
                        terms.timescale().map(PolicyTerms::policy).stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    static Stream<PackId> shipped() {
        return PackLibrary.standard().ids().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_pack_that_is_shipped_names_only_policies_that_exist(PackId id) {
        Pack pack = PackLibrary.standard().pack(id);

        assertThat(EnquiryProtocol.of(pack).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock", "addressee", "acknowledgement", "holdingReply", "timescale", "officerToMember"})
    void a_policy_that_does_not_exist_is_named_with_its_pack(String where) {
        Pack pack = new Pack(CityEnquiry.PACK.id(), "A protocol", "city-of-london", "not stated", unknownAt(where));

        assertThatThrownBy(() -> EnquiryProtocol.of(pack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("city-of-london 2006-04-13.2")
                .hasMessageContaining("sooner-or-later");
    }

    private static EnquiryTerms unknownAt(String where) {
        String unknown = "sooner-or-later";
        var citation = CITY.channelsRule();
        var clock = new ClockTerms("full-response", unknown, 1, citation);
        var policy = new PolicyTerms(unknown, citation);
        return new EnquiryTerms(
                where.equals("clock") ? List.of(clock) : CITY.clocks(),
                CITY.channels(),
                CITY.channelsRule(),
                Optional.empty(),
                where.equals("addressee")
                        ? Optional.of(new AddresseeTerms(unknown, List.of(), citation))
                        : Optional.empty(),
                where.equals("acknowledgement") ? Optional.of(policy) : Optional.empty(),
                where.equals("holdingReply")
                        ? Optional.of(new HoldingReplyTerms(unknown, citation, citation))
                        : Optional.empty(),
                where.equals("timescale") ? Optional.of(policy) : Optional.empty(),
                where.equals("officerToMember")
                        ? new OfficerToMemberTerms(List.of(clock), List.of())
                        : CITY.officerToMember(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "../libraries/protocols/src/main/java"})
    void no_councils_name_and_no_rule_stands_in_the_code(String sources) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(sources))) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertThat(files)
                .hasSizeGreaterThan(30)
                .allSatisfy(file -> assertThat(found(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty());
    }

    /** The scan is no use if it finds nothing where something is. */
    @Test
    void a_council_or_a_rule_in_the_code_would_be_found_and_a_rule_that_is_cited_would_not() {
        assertThat(found("if (pack.equals(\"harlow\")) {")).containsExactly("harlow");
        assertThat(found("Path.of(\"a//city-of-london\");")).containsExactly("city-of-london");
        assertThat(found("return HARLOW; // not ours")).containsExactly("HARLOW");
        assertThat(found("case \"COL-24\" -> x;")).containsExactly("COL-24");
        assertThat(found("@Operation(summary = \"As in harlow\")")).containsExactly("harlow");
        assertThat(found("/** As in harlow (HAR-38) */ int x; // COL-24\n")).isEmpty();
        assertThat(found("@Operation(summary = \"Acknowledge (COL-28)\", x = @Y(\"HAR-36\"))"))
                .isEmpty();
        assertThat(found("@Serves({\"COL-20\", \"HAR-33\"}) ASSIGNMENT(\"give it away\"),"))
                .isEmpty();
    }

    private static List<String> found(String java) {
        String code = COMMENT_OR_STRING
                .matcher(java)
                .replaceAll(it -> it.group(1) == null ? " " : Matcher.quoteReplacement(it.group(1)));
        return Stream.concat(
                        COUNCIL.matcher(code).results(),
                        RULE.matcher(DOCUMENTATION.matcher(code).replaceAll(" "))
                                .results())
                .map(MatchResult::group)
                .toList();
    }
}
