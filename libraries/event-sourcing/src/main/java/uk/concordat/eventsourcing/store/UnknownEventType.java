package uk.concordat.eventsourcing.store;

/**
 * A stored event of a type or version that this build does not know, or with something in it that it does not know:
 * written by a newer one, it is never skipped and never read in part.
 */
public final class UnknownEventType extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnknownEventType(String name, int version) {
        super("This build does not know the event type %s v%d; run the build that wrote it".formatted(name, version));
    }

    UnknownEventType(String name, int version, String field) {
        super(
                "This build does not know the field %s, or what it holds, of the event type %s v%d; run the build that wrote it"
                        .formatted(field, name, version));
    }
}
