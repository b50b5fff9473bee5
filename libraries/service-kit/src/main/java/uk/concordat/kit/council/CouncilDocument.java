package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

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
 * @param settings what the council has set for itself
 */
public record CouncilDocument(
        String key,
        String name,
        String reference,
        String zone,
        List<ProtocolInForce> protocols,
        CalendarDocument calendar,
        LocalSettings settings)
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

    /** The pack in force on a day. */
    public Optional<PackId> protocolOn(LocalDate day) {
        return protocols.stream()
                .filter(protocol -> !protocol.from().isAfter(day))
                .max(Comparator.comparing(ProtocolInForce::from))
                .map(protocol -> new PackId(protocol.pack(), protocol.version()));
    }
}
