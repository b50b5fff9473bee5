package uk.concordat.protocols;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.rules.Rulebook;
import uk.concordat.protocols.testing.Rule;

class ArchitectureTest {

    private static final String ROOT = "uk.concordat.protocols";

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @CsvSource({"days, 5", "rules, 6", "pack, 12", "testing, 1"})
    void the_classes_that_these_rules_judge_are_found(String part, int atLeast) {
        assertThat(LIBRARY.stream().filter(type -> type.getPackageName().equals(ROOT + "." + part)))
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }

    /** Names what is allowed, so a framework need not be known to be refused. */
    @Test
    void the_library_depends_on_no_framework() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "org.jspecify.annotations",
                        "de.focus_shift.jollyday.core..",
                        "org.apache.commons.csv",
                        "com.fasterxml.jackson..",
                        "org.yaml.snakeyaml.error",
                        "com.networknt.schema..")
                .check(LIBRARY);
    }

    @Test
    void days_know_neither_rules_nor_packs_and_rules_know_no_packs() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".days")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".days", "java..", "org.jspecify.annotations", "de.focus_shift.jollyday.core..")
                .check(LIBRARY);
        classes()
                .that()
                .resideInAPackage(ROOT + ".rules")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".rules", "java..", "org.jspecify.annotations", "org.apache.commons.csv")
                .check(LIBRARY);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void every_rule_that_a_test_claims_to_prove_exists() {
        List<String> claimed = TESTS.stream()
                .flatMap(type -> Stream.<AnnotatedElement>concat(
                        Stream.of(type.reflect()), Stream.of(type.reflect().getDeclaredMethods())))
                .flatMap(place -> Optional.ofNullable(place.getAnnotation(Rule.class)).stream())
                .flatMap(rule -> Stream.of(rule.value()))
                .distinct()
                .toList();

        assertThat(claimed)
                .contains("COL-27", "COL-28", "COL-29", "COL-31")
                .allSatisfy(id -> assertThat(Rulebook.standard().find(id)).isPresent());
    }
}
