package uk.concordat.eventsourcing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    private static final String ROOT = "uk.concordat.eventsourcing";

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @CsvSource({
        "database, 11",
        "decider, 4",
        "inbox, 12",
        "lease, 3",
        "relay, 6",
        "republication, 1",
        "store, 17",
        "testkit, 2",
        "verification, 3",
        "views, 2",
        "walk, 3"
    })
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
                        "javax.sql",
                        "org.jspecify.annotations",
                        "org.slf4j",
                        "com.fasterxml.jackson..",
                        "com.fasterxml.uuid..",
                        "org.apache.kafka.clients.producer",
                        "org.apache.kafka.common..")
                .check(LIBRARY);
    }

    @Test
    void a_model_needs_nothing_but_java() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".decider")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".decider", "java..", "org.jspecify.annotations")
                .check(LIBRARY);
    }

    @Test
    void the_kit_for_tests_of_models_knows_the_decider_only() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".testkit")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".testkit", ROOT + ".decider", "java..", "org.jspecify.annotations")
                .check(LIBRARY);
    }

    @Test
    void only_the_relay_knows_the_broker() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage(ROOT + ".relay")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.kafka..")
                .check(LIBRARY);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void in_every_package_null_is_said() {
        Set<String> packages = java.util.stream.Stream.concat(LIBRARY.stream(), TESTS.stream())
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(packages)
                .contains(ROOT, ROOT + ".decider", ROOT + ".installation")
                .allSatisfy(
                        name -> assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                                .as(name)
                                .isTrue());
    }
}
