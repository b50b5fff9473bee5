package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bash launcher, in a clone whose Maven and JDKs only say that they were called. */
class LauncherTest {

    private static final String SAYS_ITS_WORDS = "#!/bin/sh\necho \"$(basename \"$0\") of ${JAVA_HOME##*/}: $*\"\n";

    @TempDir
    Path directory;

    private Path clone = Path.of("");
    private final Map<String, String> environment = new HashMap<>();

    private record Outcome(int exit, String output) {}

    @BeforeEach
    void a_clone_that_is_not_built() throws IOException {
        clone = Files.createDirectories(directory.resolve("a clone"));
        Files.copy(Path.of("../../concordat"), clone.resolve("concordat"), StandardCopyOption.COPY_ATTRIBUTES);
        executable(clone.resolve("mvnw"), SAYS_ITS_WORDS + """
                for module in council enquiry notification; do
                  mkdir -p "$module-service/target/quarkus-app"; : >"$module-service/target/quarkus-app/quarkus-run.jar"
                done
                mkdir -p deploy/local/target; : >deploy/local/target/local-stack-1.jar
                mkdir -p system-tests/target; : >system-tests/target/system-tests-1.jar
                """);
        Files.createDirectories(clone.resolve("deploy/local/src/main"));
        environment.put("HOME", directory.resolve("home").toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("CONCORDAT_JDK_PLACES", directory.resolve("jvm").toString());
    }

    @Test
    void java_home_is_taken_when_it_is_a_jdk_25() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());
        assertThat(run("test").output()).contains("mvnw of mine: -B -T2 verify").contains("All tests passed, in ");
    }

    @Test
    void another_java_home_is_passed_over_for_the_jdk_25_that_is_installed() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "21.0.4").toString());
        jdk("jvm/jdk-17", "17.0.2");
        jdk("jvm/jdk-25", "25");
        assertThat(run("test").output()).contains("mvnw of jdk-25: -B -T2 verify");
    }

    @Test
    void concordat_java_home_comes_before_java_home() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());
        environment.put("CONCORDAT_JAVA_HOME", jdk("chosen", "25.0.2").toString());
        assertThat(run("test").output()).contains("mvnw of chosen: -B -T2 verify");
    }

    @Test
    void the_java_on_the_path_is_followed_to_its_home() throws Exception {
        Path home = jdk("linked", "25.0.1");
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), home.resolve("bin/java"));
        environment.put("PATH", bin + ":/usr/bin:/bin");
        assertThat(run("test").output()).contains("mvnw of linked: -B -T2 verify");
    }

    @Test
    void without_a_jdk_25_it_says_where_it_looked_and_how_to_get_one() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "21.0.4").toString());
        Path runtimeOnly = jdk("jvm/jre-25", "25.0.1");
        Files.delete(runtimeOnly.resolve("bin/javac"));

        Outcome outcome = run("test");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("needs a JDK 25, and none was found")
                .contains(directory.resolve("old").toString())
                .contains(runtimeOnly.toString())
                .contains("apt-get install")
                .doesNotContain("mvnw");
    }

    @Test
    void up_builds_what_is_not_built_and_only_that() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());
        String build = "mvnw of mine: -B -q -DskipTests package";

        assertThat(run("up").output()).contains(build).contains("uk.concordat.local.Main up");
        assertThat(run("up", "--clock", "2026-12-24T10:00").output())
                .doesNotContain("mvnw")
                .contains("uk.concordat.local.Main up --clock 2026-12-24T10:00");

        Path source = Files.writeString(clone.resolve("deploy/local/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("up").output()).contains(build);
        Files.delete(clone.resolve("enquiry-service/target/quarkus-app/quarkus-run.jar"));
        Files.delete(source);
        assertThat(run("up").output()).contains(build);
    }

    @Test
    void jars_that_a_stack_in_another_directory_runs_from_are_not_replaced() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        environment.put("CONCORDAT_DIRECTORY", elsewhere.toString());
        assertThat(run("up").exit()).isZero();
        environment.remove("CONCORDAT_DIRECTORY");
        Process stack = new ProcessBuilder("sh", "-c", "read line # uk.concordat.local.Main up").start();
        try {
            Files.writeString(elsewhere.resolve("lock"), Long.toString(stack.pid()));

            assertThat(run("test").output())
                    .contains("A stack runs from what the build replaces (its launcher has the pid " + stack.pid())
                    .doesNotContain("mvnw");
        } finally {
            stack.destroyForcibly().waitFor();
        }
        assertThat(run("test").output()).contains("mvnw");
    }

    @Test
    void a_failed_build_is_not_taken_for_a_built_one() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());
        executable(clone.resolve("mvnw"), "#!/bin/sh\necho broken source; exit 1\n");

        for (int time = 0; time < 2; time++) {
            Outcome outcome = run("up");
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.output()).contains("broken source").contains("The build failed");
        }
    }

    @Test
    void failing_tests_fail_the_command() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());
        executable(clone.resolve("mvnw"), "#!/bin/sh\nexit 1\n");
        Outcome outcome = run("test");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("The tests failed, after ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frob",
                "up --fast",
                "up --clock",
                "test now",
                "token",
                "clock",
                "clock 1 2",
                "mail",
                "mail a b",
                "status all"
            })
    void what_is_no_command_gets_the_usage(String words) throws Exception {
        Outcome outcome =
                run(Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.output()).contains("Usage: ./concordat COMMAND");
    }

    @Test
    void faults_are_done_to_a_stack_beside_the_one_of_up() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.1").toString());

        assertThat(run("faults", "storm", "--for", "10m").output())
                .contains("mvnw of mine: -B -q -DskipTests package")
                .contains("-Dconcordat.faults.directory=" + clone.toRealPath().resolve(".concordat/faults"))
                .contains("uk.concordat.system.faults.Main storm --for 10m");
    }

    @Test
    void help_lists_the_commands() throws Exception {
        Outcome outcome = run("help");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output())
                .contains(
                        "up [--clock",
                        "test",
                        "token COUNCIL.PERSON",
                        "clock +3wd",
                        "mail officer-1",
                        "faults NAME",
                        "status");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = directory.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/java"), SAYS_ITS_WORDS);
        executable(home.resolve("bin/javac"), SAYS_ITS_WORDS);
        return home;
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(String... words) throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder(
                        Stream.concat(Stream.of(clone.resolve("concordat").toString()), List.of(words).stream())
                                .toList())
                .redirectErrorStream(true)
                .directory(directory.toFile());
        launcher.environment().clear();
        launcher.environment().putAll(environment);
        Process process = launcher.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }
}
