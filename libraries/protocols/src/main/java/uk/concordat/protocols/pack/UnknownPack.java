package uk.concordat.protocols.pack;

/** No pack of that id and version is in the library. */
public final class UnknownPack extends IllegalArgumentException {

    private final PackId id;

    public UnknownPack(PackId id) {
        super("No pack in the library is " + id);
        this.id = id;
    }

    /** The pack that was asked for. */
    public PackId id() {
        return id;
    }
}
