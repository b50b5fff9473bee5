package uk.concordat.system.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.crash.CrashPoint;
import uk.concordat.crash.Weaver;
import uk.concordat.system.Stacks;

/** Every crash point is in the code of the services as they are built, and they know nothing of it. */
class PointsOfTheCodeTest {

    private static final List<String> SERVICES = List.of("council-service", "enquiry-service", "notification-service");

    @ParameterizedTest
    @EnumSource
    void a_point_is_found_where_it_is_said_to_be(CrashPoint point) throws IOException {
        try (URLClassLoader services = new URLClassLoader(urls())) {
            String file = point.className().replace('.', '/') + ".class";
            try (var bytes = services.getResourceAsStream(file)) {
                assertThat(bytes).as(file).isNotNull();
                Weaver.Woven woven = Weaver.weave(bytes.readAllBytes(), List.of(point), services);

                assertThat(woven.found()).containsExactly(point);
            }
        }
    }

    @Test
    void no_service_has_or_names_the_agent() throws IOException {
        List<Path> ours = jars().stream()
                .filter(jar -> jar.getFileName().toString().matches("(uk\\.concordat\\.|\\w+-service-).*"))
                .toList();

        assertThat(ours).hasSizeGreaterThanOrEqualTo(9);
        for (Path jar : ours) {
            assertThat(entriesThatName("uk/concordat/crash", jar))
                    .as(jar.toString())
                    .isEmpty();
        }
        assertThat(jars()).noneMatch(jar -> jar.getFileName().toString().contains("crash-points"));
    }

    private static List<String> entriesThatName(String name, Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Stream.Builder<String> found = Stream.builder();
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String content = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                if (entry.getName().startsWith(name) || content.contains(name)) {
                    found.add(entry.getName());
                }
            }
            return found.build().toList();
        }
    }

    private static URL[] urls() throws IOException {
        return jars().stream().map(PointsOfTheCodeTest::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static List<Path> jars() throws IOException {
        Stream.Builder<Path> jars = Stream.builder();
        for (String service : SERVICES) {
            try (Stream<Path> files =
                    Files.walk(Stacks.repository().resolve(service).resolve("target/quarkus-app"))) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        return jars.build().toList();
    }
}
