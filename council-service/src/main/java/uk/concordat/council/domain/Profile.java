package uk.concordat.council.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.protocols.pack.PackId;

/**
 * A council.
 *
 * @param reference the letters its references begin with
 * @param zone the time zone its days are counted in
 * @param protocols the packs that have been adopted, by the day each is in force from; empty where none has been
 * @param calendarVersion which state of the council's own non-working days this is
 * @param settings what the council has set for itself
 */
public record Profile(
        String key,
        String name,
        String reference,
        ZoneId zone,
        List<Adopted> protocols,
        String calendarVersion,
        List<ClosedDay> closedDays,
        LocalSettings settings) {

    public Profile {
        protocols =
                protocols.stream().sorted(Comparator.comparing(Adopted::from)).toList();
        closedDays = List.copyOf(closedDays);
        // Profiles that were recorded before councils had settings have none.
        settings = Objects.requireNonNullElse(settings, LocalSettings.NONE);
    }

    /** A pack and the first day it is in force. */
    public record Adopted(PackId pack, LocalDate from) {}

    /**
     * What is known once a pack is adopted too. Those before it stay, for what came in under them: only one that was to
     * be in force from the same day gives way.
     */
    static List<Adopted> adopting(List<Adopted> known, Adopted adopted) {
        return Stream.concat(known.stream().filter(other -> !other.from().equals(adopted.from())), Stream.of(adopted))
                .toList();
    }

    /** The one in force on a day; empty while none is. */
    public Optional<Adopted> protocolOn(LocalDate day) {
        return inForce(protocols, day);
    }

    static Optional<Adopted> inForce(List<Adopted> protocols, LocalDate day) {
        return protocols.stream()
                .filter(adopted -> !adopted.from().isAfter(day))
                .max(Comparator.comparing(Adopted::from));
    }

    Profile adopted(PackId pack, LocalDate from) {
        return withProtocols(adopting(protocols, new Adopted(pack, from)));
    }

    Profile withoutAdoption(LocalDate from) {
        return withProtocols(protocols.stream()
                .filter(adopted -> !adopted.from().equals(from))
                .toList());
    }

    private Profile withProtocols(List<Adopted> others) {
        return new Profile(key, name, reference, zone, others, calendarVersion, closedDays, settings);
    }

    boolean isClosedOn(LocalDate day) {
        return closedDays.stream().anyMatch(closed -> closed.day().equals(day));
    }

    /** Each change of the closed days makes a calendar of the next number. */
    String nextCalendarVersion() {
        return Integer.toString(Integer.parseInt(calendarVersion) + 1);
    }

    Profile withCalendar(String version) {
        return closedOn(closedDays.stream(), version);
    }

    Profile closed(ClosedDay day, String version) {
        return closedOn(Stream.concat(closedDays.stream(), Stream.of(day)), version);
    }

    Profile open(LocalDate day, String version) {
        return closedOn(closedDays.stream().filter(closed -> !closed.day().equals(day)), version);
    }

    private Profile closedOn(Stream<ClosedDay> days, String version) {
        return new Profile(
                key,
                name,
                reference,
                zone,
                protocols,
                version,
                days.sorted(Comparator.comparing(ClosedDay::day)).toList(),
                settings);
    }

    /** A day on which the council does not work, beside the bank holidays, and where that is written. */
    public record ClosedDay(LocalDate day, String why, String source) {}
}
