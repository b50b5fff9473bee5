package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A political group. Who is in it is a person's own matter and stands apart, in {@link GroupMembership}.
 *
 * @param told when it told the council that it is a group; empty if it did not
 * @param administration the days on which it is, alone or with others, the council's administration
 */
public record Group(
        String key,
        String name,
        Optional<LocalDate> told,
        List<Span> administration,
        LocalDate from,
        Optional<LocalDate> to) {

    public Group {
        administration = List.copyOf(administration);
    }

    Span life() {
        return new Span(from, to);
    }
}
