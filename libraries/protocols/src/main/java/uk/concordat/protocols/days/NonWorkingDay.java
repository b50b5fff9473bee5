package uk.concordat.protocols.days;

import java.time.LocalDate;

/**
 * A day on which the council does not work though the holiday library does not know it: a bank holiday proclaimed since
 * the library was released, or a closure of the council's own.
 *
 * @param day the day
 * @param why what a proof says of it, such as {@code Council closure}; not blank
 * @param source who says so: a proclamation, a resolution of the council
 */
public record NonWorkingDay(LocalDate day, String why, String source) {

    public NonWorkingDay {
        if (why.isBlank()) {
            throw new IllegalArgumentException("A non-working day needs a reason to show in a proof: " + day);
        }
    }
}
