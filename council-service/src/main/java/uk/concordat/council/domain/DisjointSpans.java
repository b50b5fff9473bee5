package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Spans of which no two have a day in common, however many they are. */
final class DisjointSpans {

    private final TreeMap<LocalDate, Span> byFirstDay = new TreeMap<>();

    /** Takes a span in, unless it has a day in common with one of them. */
    boolean add(Span span) {
        boolean isFree = Optional.ofNullable(byFirstDay.floorEntry(span.to().orElse(LocalDate.MAX)))
                .map(Map.Entry::getValue)
                .filter(span::overlaps)
                .isEmpty();
        if (isFree) {
            byFirstDay.put(span.from(), span);
        }
        return isFree;
    }
}
