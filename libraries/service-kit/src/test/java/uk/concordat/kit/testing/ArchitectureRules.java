package uk.concordat.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.NullMarked;

/** What every house keeps to, as rules over its classes and, where classes do not tell, its sources. */
public final class ArchitectureRules {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern DEFAULT_BRANCH = Pattern.compile("\\bdefault\\s*->|\\bdefault\\s*:");

    private final String root;
    private final JavaClasses classes;

    /** @param root the package under which all of a module stands, such as {@code uk.concordat.enquiry} */
    public ArchitectureRules(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** Rules over nothing hold; so each package that is judged has at least so many classes. */
    public void findAtLeast(Map<String, Integer> classesOf) {
        classesOf.forEach((part, atLeast) -> assertThat(classes.stream()
                        .filter(type -> (type.getPackageName() + ".").startsWith(root + "." + part + ".")))
                .as("classes of %s", part)
                .hasSizeGreaterThanOrEqualTo(atLeast));
    }

    /** Names what is allowed, so a framework need not be known to be refused. */
    public void domainIsPure() {
        classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".domain..",
                        "java..",
                        "org.jspecify.annotations",
                        "uk.concordat.protocols..",
                        "uk.concordat.eventsourcing.decider")
                .check(classes);
    }

    /** Of all that is Concordat's, only this and the libraries: services meet through topics and REST alone. */
    public void dependsOnNoOtherService() {
        noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("uk.concordat..")
                        .and(not(resideInAnyPackage(
                                root + "..",
                                "uk.concordat.kit..",
                                "uk.concordat.eventsourcing..",
                                "uk.concordat.protocols.."))))
                .check(classes);
    }

    /** The two edges of a service do not know of each other. */
    public void edgesDoNotMeet() {
        noClasses()
                .that()
                .resideInAPackage(root + ".rest..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".messaging..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(root + ".messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".rest..")
                .check(classes);
    }

    /** What a token claims is read in one place, which makes of it who somebody is and nothing of what they may do. */
    public void readTokensInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("uk.concordat.kit.identity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus.security.identity..",
                        "org.eclipse.microprofile.jwt..",
                        "jakarta.annotation.security..")
                .check(classes);
    }

    /** Business time is the database's and arrives with its transaction; the clock of a replica has no say in it. */
    public void askNoClockOfThisProcess() {
        noClasses()
                .should()
                .accessTargetWhere(
                        describe("asks this process what time it is", access -> asksTheTime(access.getTarget())))
                .check(classes);
    }

    private static boolean asksTheTime(AccessTarget target) {
        String owner = target.getOwner().getName();
        String method = target.getName();
        return owner.equals("java.lang.System") && method.equals("currentTimeMillis")
                || owner.startsWith("java.time.") && method.equals("now")
                || owner.equals("java.time.Clock") && (method.startsWith("system") || method.startsWith("tick"))
                || owner.equals("java.time.InstantSource") && method.equals("system")
                || owner.equals("java.util.Date")
                        && target instanceof AccessTarget.ConstructorCallTarget date
                        && date.getRawParameterTypes().isEmpty()
                || owner.equals("java.util.Calendar") && method.equals("getInstance");
    }

    public void packagesHaveNoCycles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    public void everyPackageIsNullMarked() {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue());
    }

    /** A switch over a sealed type that has a default branch still compiles when a case is forgotten. */
    public void domainSwitchesHaveNoDefault() {
        List<Path> sources = sourcesOf("domain");
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(
                        source -> assertThat(read(source)).as(source.toString()).doesNotContainPattern(DEFAULT_BRANCH));
    }

    /** Records of a channel are taken one after the other, which virtual threads would not do. */
    public void channelsAreReadInOrder() {
        assertThat(incoming()).allSatisfy(method -> {
            assertThat(method.isAnnotatedWith(RunOnVirtualThread.class)
                            || method.getOwner().isAnnotatedWith(RunOnVirtualThread.class))
                    .as(method.getFullName())
                    .isFalse();
            assertThat(method.getAnnotationOfType(Blocking.class).ordered()).isTrue();
        });
    }

    /** The channels that this module's classes read. */
    public Set<String> channels() {
        return incoming().stream()
                .map(method -> method.getAnnotationOfType(Incoming.class).value())
                .collect(Collectors.toSet());
    }

    private List<JavaMethod> incoming() {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Incoming.class))
                .toList();
    }

    private List<Path> sourcesOf(String part) {
        try (Stream<Path> files =
                Files.walk(SOURCES.resolve(root.replace('.', '/')).resolve(part))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
