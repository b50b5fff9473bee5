package uk.concordat.kit.council;

import java.util.UUID;

/** A document names a person or a post whose own document has not arrived here: nobody is guessed in their place. */
public final class NotKnownYet extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NotKnownYet(String what, UUID id) {
        super("The %s %s stands in a line and is not known".formatted(what, id));
    }
}
