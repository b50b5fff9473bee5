package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import uk.concordat.council.domain.CouncilFiles.Dated;

/** A line of a council's files that says who is what from a day on, such as who holds a post. */
interface TenureLine<L extends TenureLine<L>> extends Dated {

    /** Who is what. With its first day it is the same tenure, whatever is said of its last. */
    List<String> tenure();

    /** Whose it is. */
    String username();

    boolean withdrawn();

    L until(LocalDate last);

    /** As reports name it, such as {@code director-1/ann/2024-05-07}. */
    default String key() {
        return String.join("/", tenure()) + "/" + from();
    }
}
