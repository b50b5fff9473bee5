package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When somebody is in office and as what, with what was before.
 *
 * @param office the last span that is known
 */
public record Career(Span office, String kind, Optional<String> employment, List<String> appointedTo, Past past) {

    /**
     * What was before.
     *
     * @param served earlier spans in office, the earliest first
     * @param was what somebody was, the earliest first; the first counts for all days before its last
     */
    public record Past(List<Served> served, List<Was> was) {

        public static final Past NONE = new Past(List.of(), List.of());

        public Past {
            served = Objects.requireNonNullElse(served, List.of());
            was = Objects.requireNonNullElse(was, List.of());
        }
    }

    /**
     * An earlier span in office.
     *
     * @param goesOn whether what was theirs in it goes on when they come back, since only the directory had made them
     *     inactive for a while
     */
    public record Served(LocalDate from, Optional<LocalDate> to, boolean goesOn) {

        Span days() {
            return new Span(from, to);
        }

        private Optional<Served> before(LocalDate day) {
            return days().before(day).map(span -> new Served(span.from(), span.to(), goesOn));
        }
    }

    /** What somebody was to the council, until a day and on it. */
    public record Was(LocalDate until, String kind, Optional<String> employment, List<String> appointedTo) {

        private Was until(LocalDate day) {
            return new Was(day, kind, employment, appointedTo);
        }
    }

    /**
     * As it is told today, keeping what is known of before. A first day after the known last one begins a new span, if the
     * known one has begun; any other moves the present span, which earlier ones give way to.
     */
    Career following(Career known, LocalDate today) {
        return following(known, today, false);
    }

    /** The same, where what was theirs in the span before goes on. */
    Career goingOnFrom(Career known, LocalDate today) {
        return following(known, today, true);
    }

    private Career following(Career known, LocalDate today, boolean goesOn) {
        boolean again = beginsAgain(known, today);
        List<Served> served = new ArrayList<>(known.past.served);
        if (again) {
            served.add(new Served(known.office.from(), known.office.to(), goesOn));
        }
        LocalDate until = again || office.from().isAfter(today) ? office.from().minusDays(1) : today.minusDays(1);
        List<Was> was = new ArrayList<>(known.past.was.stream()
                .filter(each -> each.until().isBefore(until))
                .toList());
        Was last = known.on(until);
        boolean hadBegun = known.offices().anyMatch(span -> !span.from().isAfter(until));
        if (hadBegun && !last.equals(now(until))) {
            was.add(last);
        }
        return new Career(
                office,
                kind,
                employment,
                appointedTo,
                new Past(
                        served.stream()
                                .flatMap(span -> span.before(office.from()).stream())
                                .toList(),
                        was));
    }

    boolean beginsAgain(Career known, LocalDate today) {
        return !known.office.from().isAfter(today)
                && known.office
                        .to()
                        .filter(last -> !last.isBefore(known.office.from()) && last.isBefore(office.from()))
                        .isPresent();
    }

    private Was on(LocalDate day) {
        return past.was.stream()
                .filter(each -> !each.until().isBefore(day))
                .findFirst()
                .orElse(now(day))
                .until(day);
    }

    private Was now(LocalDate until) {
        return new Was(until, kind, employment, appointedTo);
    }

    /** All spans in office, the last one last. */
    Stream<Span> offices() {
        return Stream.concat(past.served.stream().map(Served::days), Stream.of(office));
    }

    /** Spans in office, with those taken as one that follow on the very next day, or in which what was theirs goes on. */
    private List<Span> stretches() {
        List<Span> stretches = new ArrayList<>();
        boolean goesOn = false;
        for (Served span : Stream.concat(past.served.stream(), Stream.of(new Served(office.from(), office.to(), false)))
                .toList()) {
            Span first = goesOn || follows(stretches, span) ? stretches.removeLast() : span.days();
            stretches.add(new Span(first.from(), span.to()));
            goesOn = span.goesOn();
        }
        return stretches;
    }

    private static boolean follows(List<Span> stretches, Served span) {
        return !stretches.isEmpty()
                && stretches.getLast().to().map(last -> last.plusDays(1)).equals(Optional.of(span.from()));
    }

    /** The stretch in office that a day lies in. */
    Optional<Span> stretch(LocalDate day) {
        return stretches().stream().filter(span -> span.on(day)).findFirst();
    }

    Span lastStretch() {
        return stretches().getLast();
    }

    /**
     * The days on which somebody has a part for which these are written down: what was theirs when they left is not theirs
     * again when they come back.
     */
    Optional<Span> first(Span days) {
        return stretches().stream().flatMap(span -> span.common(days).stream()).findFirst();
    }

    /** Whether somebody is in office on a day, and has not left and come back since another. */
    boolean servesSince(LocalDate first, LocalDate day) {
        return isInOffice(day)
                && first(new Span(first, Optional.empty()))
                        .filter(span -> span.on(day))
                        .isPresent();
    }

    boolean isInOffice(LocalDate day) {
        return offices().anyMatch(span -> span.on(day));
    }

    /** What somebody is on some day of a span on which they are in office. */
    Stream<String> kindsDuring(Span days) {
        List<Was> all = new ArrayList<>(past.was);
        all.add(now(LocalDate.MAX));
        List<String> kinds = new ArrayList<>();
        LocalDate from = LocalDate.MIN;
        for (Was each : all) {
            Span asThat = new Span(from, Optional.of(each.until()));
            if (offices().flatMap(span -> span.common(days).stream()).anyMatch(asThat::overlaps)) {
                kinds.add(each.kind());
            }
            from = each.until().equals(LocalDate.MAX)
                    ? LocalDate.MAX
                    : each.until().plusDays(1);
        }
        return kinds.stream().distinct();
    }
}
