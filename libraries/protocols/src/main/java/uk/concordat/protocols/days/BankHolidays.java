package uk.concordat.protocols.days;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The bank holidays of England and Wales as jollyday computes them, under the names that our proofs show. */
final class BankHolidays {

    /** Without it jollyday leaves out Easter Monday and the August holiday. England and Wales share their holidays. */
    private static final String ENGLAND_AND_WALES = "eng";

    private final HolidayManager manager;
    private final Properties names = properties("holiday-names.properties");
    private final String version = properties("holidays.properties").getProperty("version");
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private BankHolidays(HolidayManager manager) {
        this.manager = manager;
    }

    static BankHolidays englandAndWales() {
        return Loaded.ENGLAND_AND_WALES;
    }

    /** The holidays and what computed them, such as {@code england-and-wales/jollyday-1.8.1}. */
    String version() {
        return version;
    }

    /** The holiday kept on that day; a weekday kept for a holiday at a weekend says {@code (substitute)}. */
    Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::namesIn).get(day));
    }

    private Map<LocalDate, String> namesIn(int year) {
        return manager.getHolidays(Year.of(year), ENGLAND_AND_WALES).stream()
                .collect(Collectors.toUnmodifiableMap(Holiday::getDate, this::nameOf));
    }

    private String nameOf(Holiday holiday) {
        String name = names.getProperty(holiday.getPropertiesKey(), holiday.getDescription(Locale.ENGLISH));
        return holiday.getObservedDate().isPresent() ? name + " (substitute)" : name;
    }

    private static Properties properties(String resource) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(BankHolidays.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static final class Loaded {

        static final BankHolidays ENGLAND_AND_WALES = load();

        /** jollyday finds its parts through the thread's class loader, which on a pool's thread may not see them. */
        private static BankHolidays load() {
            Thread thread = Thread.currentThread();
            ClassLoader callers = thread.getContextClassLoader();
            thread.setContextClassLoader(HolidayManager.class.getClassLoader());
            try {
                return new BankHolidays(
                        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM)));
            } finally {
                thread.setContextClassLoader(callers);
            }
        }
    }
}
