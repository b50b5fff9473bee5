package uk.concordat.kit.command;

import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.identity.Caller;

/** Who acts, in which council as it is known now, and when it is: all that a decision may go by beside the case itself. */
public record Situation(Caller caller, Directory directory, Instant now) {

    /** The day it is in the council. */
    public LocalDate today() {
        return directory.day(now);
    }
}
