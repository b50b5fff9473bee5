package uk.concordat.kit.identity;

import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a token may say: a claim that is there at all, as in {@code client_id}, or one of a value, as in {@code idtyp=app}. */
record ClaimSaid(ClaimPath path, Optional<String> value) {

    /** @throws IllegalArgumentException if it names no claim */
    static ClaimSaid of(String said) {
        int equals = said.lastIndexOf('=');
        return equals < 0
                ? new ClaimSaid(ClaimPath.of(said), Optional.empty())
                : new ClaimSaid(ClaimPath.of(said.substring(0, equals)), Optional.of(said.substring(equals + 1)));
    }

    boolean isIn(JsonWebToken token) {
        return value.map(wanted -> path.texts(token).anyMatch(wanted::equals))
                .orElseGet(() -> path.text(token).isPresent());
    }
}
