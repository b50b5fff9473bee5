package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.concordat.protocols.pack.PackId;

/**
 * A council's profile as council-service publishes it: always whole.
 *
 * @param reference the letters that its references begin with, such as {@code COL}
 * @param zone the time zone its days are counted in
 * @param protocols the packs in force and from when; empty where none is adopted yet
 * @param settings what the council had set for itself when this was published
 * @param datedSettings the same over time, each from a day; empty where officers of the council have never set anything
 */
public record CouncilDocument(
        String key,
        String name,
        String reference,
        String zone,
        List<ProtocolInForce> protocols,
        CalendarDocument calendar,
        LocalSettings settings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DatedSettings> datedSettings)
        implements Document {

    public CouncilDocument {
        // What lacks any of these is no profile, and must not take the place of one.
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(reference);
        requireNonNull(zone);
        requireNonNull(calendar);
        protocols = List.copyOf(protocols);
        // Documents that were published before councils had settings have none.
        settings = Objects.requireNonNullElse(settings, LocalSettings.NONE);
        datedSettings = List.copyOf(Objects.requireNonNullElse(datedSettings, List.of()));
    }

    /** A council whose officers have never set anything. */
    public CouncilDocument(
            String key,
            String name,
            String reference,
            String zone,
            List<ProtocolInForce> protocols,
            CalendarDocument calendar,
            LocalSettings settings) {
        this(key, name, reference, zone, protocols, calendar, settings, List.of());
    }

    /** What the council has set for itself from a day on, until the next. */
    public record DatedSettings(LocalDate from, LocalSettings settings) {
        public DatedSettings {
            requireNonNull(from);
            requireNonNull(settings);
        }
    }

    /** A pack, and the first day it is in force. */
    public record ProtocolInForce(String pack, String version, LocalDate from) {}

    /** The council's own non-working days, beside the bank holidays. */
    public record CalendarDocument(String version, List<Day> days) {
        public CalendarDocument {
            days = List.copyOf(days);
        }
    }

    /** A proclaimed day or a closure, and where it is written. */
    public record Day(LocalDate day, String why, String source) {}

    /** What the council has set for itself, as it is in force on a day. */
    public LocalSettings settingsOn(LocalDate day) {
        return datedSettings.isEmpty()
                ? settings
                : datedSettings.stream()
                        .filter(dated -> !dated.from().isAfter(day))
                        .max(Comparator.comparing(DatedSettings::from))
                        .map(DatedSettings::settings)
                        .orElse(LocalSettings.NONE);
    }

    /** The same, with what is in force on a day as its settings. */
    public CouncilDocument on(LocalDate day) {
        return new CouncilDocument(key, name, reference, zone, protocols, calendar, settingsOn(day), datedSettings);
    }

    /** The pack in force on a day. */
    public Optional<PackId> protocolOn(LocalDate day) {
        return protocols.stream()
                .filter(protocol -> !protocol.from().isAfter(day))
                .max(Comparator.comparing(ProtocolInForce::from))
                .map(protocol -> new PackId(protocol.pack(), protocol.version()));
    }
}
