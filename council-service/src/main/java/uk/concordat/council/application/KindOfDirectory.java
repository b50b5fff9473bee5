package uk.concordat.council.application;

import java.util.List;
import org.eclipse.microprofile.config.spi.Converter;
import uk.concordat.council.domain.PersonKind;

/** What a directory's people may be by configuration; the service does not start with any other. */
public final class KindOfDirectory implements Converter<String> {

    /** Whoever is independent is so for a committee, which only the files name. */
    private static final List<String> KINDS = PersonKind.codes().stream()
            .filter(code -> !code.equals(PersonKind.INDEPENDENT_MEMBER.code()))
            .toList();

    @Override
    public String convert(String value) {
        if (!KINDS.contains(value)) {
            throw new IllegalArgumentException(
                    "concordat.people.kind is '%s' and may be one of %s".formatted(value, KINDS));
        }
        return value;
    }
}
