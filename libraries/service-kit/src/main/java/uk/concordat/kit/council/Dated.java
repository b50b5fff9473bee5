package uk.concordat.kit.council;

import java.time.LocalDate;
import java.util.Optional;

/** Something that holds from a day, up to and including another if that is known. */
public interface Dated {

    LocalDate from();

    Optional<LocalDate> to();

    default boolean on(LocalDate day) {
        return !day.isBefore(from()) && to().map(last -> !day.isAfter(last)).orElse(true);
    }
}
