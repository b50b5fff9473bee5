package uk.concordat.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.kit.authority.SharedAuthority;
import uk.concordat.protocols.authority.AuthorityLine;
import uk.concordat.protocols.authority.CallerKind;
import uk.concordat.protocols.authority.Serves;

/** A service's table of authority, held against what the running service describes and does, and printed. */
public final class AuthorityTable {

    private static final String SHARED = "every service";

    private final String service;
    private final List<AuthorityLine> own;
    private final List<DescribedOperation> operations = DescribedOperation.all();

    private AuthorityTable(String service, List<AuthorityLine> own) {
        this.service = service;
        this.own = own;
    }

    /** @param lines the enum that is the table */
    public static AuthorityTable of(String service, Class<? extends AuthorityLine> lines) {
        return new AuthorityTable(service, List.of(lines.getEnumConstants()));
    }

    /** A path without a line fails, and a line under which nothing can be asked. */
    public void coversEveryOperation() {
        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.authority())
                        .as(
                                "%s names no line of Authority: give its method @Extension(name = AuthorityLines.EXTENSION, value = …)",
                                operation)
                        .isNotEmpty()
                        .isSubsetOf(codes(lines())));
        assertThat(operations.stream()
                        .flatMap(operation -> operation.authority().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(codes(lines()));
        assertThat(codes(lines())).doesNotHaveDuplicates();
    }

    /** Every rule that a line names is proven by some test. */
    public void namesProvenRules() throws IOException {
        String proven = Files.readString(Repository.root().resolve("docs/conformance.md"));
        assertThat(own.stream().flatMap(line -> rules(line).stream()))
                .allSatisfy(rule -> assertThat(proven).contains("\n| " + rule + " |"));
    }

    /**
     * Asks every operation as a caller of each kind, whose token claims a great deal more, and is let in under no line that
     * does not name the kind; who is not in office, who is called an operator in another claim, and who has no token, nowhere.
     *
     * @param council one that the service knows
     * @param ofMine what a name in braces is of that council
     */
    public void letsNobodyElseIn(String council, UnaryOperator<String> ofMine) {
        Map<CallerKind, String> tokens = Map.of(
                CallerKind.PERSON,
                BoastingToken.of(ServiceUnderTest.tokens().forPerson(council, "officer-2")),
                CallerKind.OPERATOR,
                ServiceUnderTest.tokens().operator(),
                CallerKind.INTEGRATION,
                BoastingToken.of(ServiceUnderTest.tokens().forIntegration(council)));
        List<String> nobody = List.of(
                BoastingToken.of(ServiceUnderTest.tokens().forPerson(council, "was-never-in-office")),
                BoastingToken.ofWhoIsCalledOperatorElsewhere());
        assertThat(operations).allSatisfy(operation -> {
            tokens.forEach((kind, token) -> {
                if (linesOf(operation).noneMatch(line -> line.callers().contains(kind))) {
                    assertThat(operation.asked(token, ofMine).statusCode())
                            .as("%s by a caller of the kind %s", operation, kind)
                            .isEqualTo(403);
                }
            });
            assertThat(nobody)
                    .allSatisfy(
                            token -> assertThat(operation.asked(token, ofMine).statusCode())
                                    .as("%s by somebody who is not in office and no operator", operation)
                                    .isEqualTo(403));
            assertThat(operation.asked(given(), ofMine).statusCode())
                    .as("%s without a token", operation)
                    .isEqualTo(401);
        });
    }

    /** Holds {@code docs/authority.md}; writes it as it should be, so far as this service is concerned. */
    public void isWrittenDown() throws IOException {
        String before = Files.readString(Repository.root().resolve("docs/authority.md"));
        String now = replaced(
                                replaced(before, SHARED, section(SHARED, List.of(SharedAuthority.values()))),
                                service,
                                section(service, own))
                        .stripTrailing()
                + "\n";
        Path written = Files.createDirectories(Path.of("target")).resolve("authority.md");
        Files.writeString(written, now);
        assertThat(before)
                .as("If this differs, copy %s/target/authority.md over docs/authority.md", service)
                .isEqualTo(now);
    }

    private static String replaced(String document, String heading, String section) {
        Matcher found =
                Pattern.compile("(?ms)^## " + heading + "$.*?(?=^## |\\z)").matcher(document);
        return found.find()
                ? document.substring(0, found.start()) + section + document.substring(found.end())
                : document.stripTrailing() + "\n\n" + section;
    }

    private String section(String heading, List<? extends AuthorityLine> lines) {
        List<String> text = new ArrayList<>(
                List.of("## " + heading, "", "| | who may | to others | rules | asked by |", "|---|---|---|---|---|"));
        lines.forEach(line -> text.add("| %s | %s | %s | %s | %s |"
                .formatted(
                        line.act(),
                        String.join("; ", line.who()),
                        line.toOthers().contains(" ") ? line.toOthers() : "`" + line.toOthers() + "`",
                        String.join(", ", rules(line)),
                        askedBy(line))));
        return text.stream().collect(Collectors.joining("\n", "", "\n\n"));
    }

    private String askedBy(AuthorityLine line) {
        return operations.stream()
                .filter(operation -> operation.authority().contains(line.code()))
                .map(operation -> "`" + operation + "`")
                .sorted()
                .collect(Collectors.joining("<br>"));
    }

    /** The rules that a line names. */
    private static List<String> rules(AuthorityLine line) {
        return Stream.of(line)
                .filter(Enum.class::isInstance)
                .map(Enum.class::cast)
                .flatMap(constant -> Arrays.stream(constant.getDeclaringClass().getDeclaredFields())
                        .filter(field -> field.getName().equals(constant.name())))
                .flatMap(field -> Optional.ofNullable(field.getAnnotation(Serves.class)).stream())
                .flatMap(serves -> Stream.of(serves.value()))
                .toList();
    }

    private List<AuthorityLine> lines() {
        return Stream.concat(own.stream(), Stream.of(SharedAuthority.values())).toList();
    }

    private Stream<AuthorityLine> linesOf(DescribedOperation operation) {
        Map<String, AuthorityLine> byCode =
                lines().stream().collect(Collectors.toMap(AuthorityLine::code, Function.identity()));
        return operation.authority().stream().map(byCode::get);
    }

    private static List<String> codes(List<AuthorityLine> lines) {
        return lines.stream().map(AuthorityLine::code).toList();
    }
}
