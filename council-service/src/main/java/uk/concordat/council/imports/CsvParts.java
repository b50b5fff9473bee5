package uk.concordat.council.imports;

import java.io.Reader;
import java.util.Optional;

/** The files of a council by the names of their parts, such as {@code people}. */
@FunctionalInterface
public interface CsvParts {

    /** What is no UTF-8 reads as replacement characters. Empty where there is no such part. */
    Optional<Reader> open(String part);
}
