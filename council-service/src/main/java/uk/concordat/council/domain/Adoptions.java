package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What officers of a council have written down of its protocols, in the order in which they did. */
public record Adoptions(List<AdoptionEvent> acts) {

    public static final Adoptions NONE = new Adoptions(List.of());

    public Adoptions {
        acts = List.copyOf(acts);
    }

    /** The last that an officer has written down of a first day. */
    public Optional<AdoptionEvent> lastOf(LocalDate from) {
        return acts.stream().filter(act -> act.from().equals(from)).reduce((_, later) -> later);
    }

    /** Whether officers say which protocol is in force on a day: from the first day on of which they have ever said so. */
    public boolean ruleOn(LocalDate day) {
        return acts.stream().anyMatch(act -> !act.from().isAfter(day));
    }

    Adoptions with(AdoptionEvent act) {
        return new Adoptions(Stream.concat(acts.stream(), Stream.of(act)).toList());
    }
}
