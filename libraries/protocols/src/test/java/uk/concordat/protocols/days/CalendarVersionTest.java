package uk.concordat.protocols.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.focus_shift.jollyday.core.HolidayManager;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarVersionTest {

    @Test
    void the_version_names_the_holidays_the_release_that_computed_them_and_the_councils_own_calendar()
            throws IOException {
        assertThat(WorkingCalendar.englandAndWales("city-of-london/1", List.of())
                        .version())
                .isEqualTo("england-and-wales/jollyday-" + jollydayOnTheClassPath() + "+city-of-london/1");
    }

    @Test
    void a_calendar_without_a_version_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.englandAndWales(" ", List.of()))
                .withMessageContaining("version");
    }

    /** As on a thread of a common pool inside an application server: it cannot see the application's libraries. */
    @Test
    void holidays_load_on_a_thread_whose_class_loader_does_not_see_the_library() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            Class<?> calendars = fresh.loadClass(WorkingCalendar.class.getName());
            Object calendar = calendars
                    .getMethod("englandAndWales", String.class, List.class)
                    .invoke(null, "city-of-london/1", List.of());
            Object why =
                    calendars.getMethod("whyNotWorking", LocalDate.class).invoke(calendar, LocalDate.of(2026, 4, 6));

            assertThat(calendars).isNotEqualTo(WorkingCalendar.class);
            assertThat(why).hasToString("Optional[Easter Monday]");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).toUri())
                .map(CalendarVersionTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(URI place) {
        try {
            return place.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String jollydayOnTheClassPath() throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(HolidayManager.class.getResourceAsStream(
                "/META-INF/maven/de.focus-shift/jollyday-core/pom.properties"))) {
            properties.load(stream);
        }
        return properties.getProperty("version");
    }
}
