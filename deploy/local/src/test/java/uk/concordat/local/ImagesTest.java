package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `./concordat images` asks of podman, in a clone whose podman, Debian and JDK only write down that they were asked. */
class ImagesTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern VERSION = Pattern.compile("(?m)^  <version>(.+)</version>");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    @TempDir
    Path directory;

    private Path clone = Path.of("");
    private Path asked = Path.of("");
    private Path programs = Path.of("");
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void a_clone_of_this_project() throws IOException {
        clone = Files.createDirectories(directory.resolve("a clone"));
        asked = directory.resolve("asked");
        programs = Files.createDirectories(directory.resolve("programs"));
        for (String file : List.of("concordat", "pom.xml")) {
            copy(file);
        }
        for (String module : modules()) {
            for (String file : List.of("pom.xml", "src/main/resources/application.properties")) {
                if (Files.exists(REPOSITORY.resolve(module).resolve(file))) {
                    copy(module + "/" + file);
                }
            }
        }
        try (Stream<Path> files = Files.list(REPOSITORY.resolve("deploy/containers"))) {
            for (Path file : files.toList()) {
                copy("deploy/containers/" + file.getFileName());
            }
        }
        Path jdk = Files.createDirectories(directory.resolve("jdk"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
        for (String tool : List.of("java", "javac")) {
            executable(jdk.resolve("bin").resolve(tool), "");
        }
        executable(jdk.resolve("bin/jlink"), "for last; do :; done; mkdir \"$last\"");
        executable(clone.resolve("mvnw"), "echo mvnw \"$@\" >>'%s'".formatted(asked));
        executable(programs.resolve("mmdebstrap"), "for last; do :; done; : >\"$last\"");
        executable(programs.resolve("podman"), """
                echo podman "$@" >>'%s'
                [ "$1 $2" != 'image inspect' ] || echo 226000000
                """.formatted(asked));
        environment.put("HOME", directory.toString());
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("PATH", programs + ":/usr/bin:/bin");
    }

    @Test
    void every_service_gets_an_image_that_listens_where_the_local_stack_has_it() throws Exception {
        assertThat(run(clone.resolve("concordat"), "images")).isZero();

        String version = first(VERSION, Files.readString(clone.resolve("pom.xml")));
        List<String> built = Files.readAllLines(asked).stream()
                .filter(line -> line.startsWith("podman build"))
                .toList();
        assertThat(built).hasSize(1 + services().size());
        assertThat(built.getFirst()).contains("--tag localhost/concordat/runtime:" + version + " ");
        for (int number = 0; number < services().size(); number++) {
            String service = services().get(number);
            assertThat(built.get(1 + number))
                    .contains("--pull=never")
                    .contains("--tag localhost/concordat/" + service + ":" + version + " ")
                    .contains("RUNTIME=localhost/concordat/runtime:" + version + " ")
                    .contains("TITLE=Concordat ")
                    .contains("PORT=" + Ports.standard().of(service))
                    .contains(service + "/target/quarkus-app");
        }
        assertThat(services()).containsExactlyElementsOf(ServiceProcess.NAMES);
        assertThat(Files.readAllLines(asked).getFirst())
                .as("built before it is put into images")
                .startsWith("mvnw");
    }

    @Test
    void a_service_runs_as_a_number_that_is_not_root_without_a_shell_and_on_nothing_that_moves() throws IOException {
        String service = containerfile("service");
        assertThat(service)
                .containsPattern("(?m)^USER [1-9][0-9]*:[1-9][0-9]*$")
                .containsOnlyOnce("USER ");
        assertThat(service).containsPattern("(?m)^ENTRYPOINT \\[\"/opt/java/bin/java\"");
        assertThat(service).containsPattern("(?m)^STOPSIGNAL SIGTERM$");
        assertThat(service).containsPattern("(?m)^FROM \\$\\{RUNTIME}$").containsOnlyOnce("\nFROM ");
        assertThat(containerfile("runtime"))
                .containsPattern("(?m)^FROM scratch$")
                .containsOnlyOnce("\nFROM ");
        assertThat(service + containerfile("runtime")).doesNotContain(":latest").doesNotContain("\nRUN ");
    }

    @Test
    void without_podman_it_says_what_to_install_and_builds_nothing() throws Exception {
        Files.delete(programs.resolve("podman"));
        for (String needed : List.of("bash", "dirname")) {
            executable(programs.resolve(needed), "exec /usr/bin/%s \"$@\"".formatted(needed));
        }
        environment.put("PATH", programs.toString());

        assertThat(run(clone.resolve("deploy/containers/images"))).isEqualTo(1);

        assertThat(output()).contains("The images need podman,").contains("apt-get install");
        assertThat(clone.resolve(".concordat")).doesNotExist();
    }

    @Test
    void a_failed_image_fails_the_command() throws Exception {
        executable(programs.resolve("podman"), "echo no space left >&2; exit 125");
        assertThat(run(clone.resolve("concordat"), "images")).isNotZero();
        assertThat(output()).contains("no space left");
    }

    @Test
    void what_images_does_not_take_gets_the_usage() throws Exception {
        assertThat(run(clone.resolve("concordat"), "images", "--push")).isEqualTo(2);
        assertThat(output()).contains("images [--check]");
        assertThat(asked).doesNotExist();
    }

    /** The modules that have an application.properties, in the order of the root pom. */
    private List<String> services() throws IOException {
        List<String> services = new ArrayList<>();
        for (String module : modules()) {
            if (Files.exists(REPOSITORY.resolve(module).resolve("src/main/resources/application.properties"))) {
                services.add(module);
            }
        }
        return services;
    }

    private static List<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(REPOSITORY.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    private static String containerfile(String name) throws IOException {
        return Files.readString(REPOSITORY.resolve("deploy/containers/" + name + ".Containerfile"));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    private void copy(String file) throws IOException {
        Path copy = clone.resolve(file);
        Files.createDirectories(directoryOf(copy));
        Files.copy(REPOSITORY.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(directoryOf(file));
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int run(Path program, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(words))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"), StandardCharsets.UTF_8);
    }
}
