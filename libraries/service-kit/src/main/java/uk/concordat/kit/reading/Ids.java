package uk.concordat.kit.reading;

import java.util.Optional;
import java.util.UUID;

/** Ids as paths give them: what is no id is a thing that does not exist. */
public final class Ids {

    private static final String FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Ids() {}

    public static Optional<UUID> parse(String id) {
        return id.matches(FORM) ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
